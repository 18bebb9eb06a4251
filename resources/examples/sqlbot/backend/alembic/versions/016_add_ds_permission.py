"""add_ds_permission

Revision ID: 5f31247e9bad
Revises: 58e1f0829105
Create Date: 2025-06-14 18:01:39.573301

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '5f31247e9bad'
down_revision: Union[str, None] = '58e1f0829105'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'ds_permission',
        sa.Column('id', sa.BigInteger(), primary_key=True),
        sa.Column('ds_id', sa.BigInteger(), nullable=False),
        sa.Column('table_id', sa.BigInteger(), nullable=False),
        sa.Column('user_id', sa.BigInteger(), nullable=False),
        sa.Column('filter', sa.Text(), nullable=True),
    )
    op.create_index('idx_ds_permission_user', 'ds_permission', ['user_id', 'ds_id'])


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_ds_permission_user', 'ds_permission')
    op.drop_table('ds_permission')
