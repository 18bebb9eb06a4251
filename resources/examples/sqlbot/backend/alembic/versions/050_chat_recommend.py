"""chat_recommend

Revision ID: 8fd5ab18875a
Revises: 01a3e0b310b9
Create Date: 2025-10-31 02:49:55.993411

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '8fd5ab18875a'
down_revision: Union[str, None] = '01a3e0b310b9'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('chat', sa.Column('recommended_generate', sa.Boolean(), server_default=sa.text('false')))
    op.add_column('chat', sa.Column('origin', sa.Integer(), nullable=True))
    op.execute("UPDATE chat SET origin = 0, recommended_generate = coalesce(recommended_generate, false)")
    op.alter_column('chat', 'origin', existing_type=sa.Integer(), nullable=False, server_default=sa.text('0'))


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('chat', 'origin')
    op.drop_column('chat', 'recommended_generate')
