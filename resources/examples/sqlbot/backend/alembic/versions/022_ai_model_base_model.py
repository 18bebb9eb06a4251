"""ai_model_base_model

Revision ID: 5e92ae501ee9
Revises: 1086ab4f7bdd
Create Date: 2025-07-12 09:31:42.229584

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '5e92ae501ee9'
down_revision: Union[str, None] = '1086ab4f7bdd'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.execute("UPDATE ai_model SET base_model = name WHERE base_model = ''")
    op.alter_column('ai_model', 'base_model', existing_type=sa.String(255), server_default=None, existing_nullable=False)


def downgrade() -> None:
    """回滚操作"""
    op.alter_column('ai_model', 'base_model', existing_type=sa.String(255), server_default='', existing_nullable=False)
