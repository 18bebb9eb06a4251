"""ai_model_endpoint

Revision ID: 1086ab4f7bdd
Revises: 6ec44581bb00
Create Date: 2025-07-06 17:21:41.637806

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '1086ab4f7bdd'
down_revision: Union[str, None] = '6ec44581bb00'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('ai_model', sa.Column('base_model', sa.String(255), server_default='', nullable=False))
    op.add_column('ai_model', sa.Column('api_domain', sa.String(255), server_default='', nullable=False))
    op.add_column('ai_model', sa.Column('default_model', sa.Boolean(), server_default=sa.text('false'), nullable=False))
    op.add_column('ai_model', sa.Column('config', sa.Text(), nullable=True))


def downgrade() -> None:
    """回滚操作"""
    for column in ('config', 'default_model', 'api_domain', 'base_model'):
        op.drop_column('ai_model', column)
