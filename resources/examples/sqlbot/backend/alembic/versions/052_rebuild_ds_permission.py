"""rebuild_ds_permission

Revision ID: 2dc2f1bf2693
Revises: 0f3b316f01dd
Create Date: 2025-11-11 05:34:57.269893

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '2dc2f1bf2693'
down_revision: Union[str, None] = '0f3b316f01dd'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    # rows were given to single users; now a rule names whom it is for
    op.drop_table('ds_permission')
    op.create_table(
        'ds_permission',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('enable', sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column('name', sa.String(128), nullable=False),
        sa.Column('type', sa.String(64), nullable=False, comment='row, column'),
        sa.Column('ds_id', sa.BigInteger(), nullable=True),
        sa.Column('table_id', sa.BigInteger(), nullable=True),
        sa.Column('expression_tree', sa.Text(), nullable=True),
        sa.Column('permissions', sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['ds_id'], ['datasource.id'], ondelete='CASCADE'),
    )
    op.create_index('idx_ds_permission_table', 'ds_permission', ['ds_id', 'table_id'])


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_ds_permission_table', 'ds_permission')
    op.drop_table('ds_permission')
    op.create_table(
        'ds_permission',
        sa.Column('id', sa.BigInteger(), primary_key=True),
        sa.Column('ds_id', sa.BigInteger(), nullable=False),
        sa.Column('table_id', sa.BigInteger(), nullable=False),
        sa.Column('user_id', sa.BigInteger(), nullable=False),
        sa.Column('filter', sa.Text(), nullable=True),
    )
    op.create_index('idx_ds_permission_user', 'ds_permission', ['user_id', 'ds_id'])
