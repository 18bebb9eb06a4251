"""add_sys_log_resource

Revision ID: c32522c4290d
Revises: 32ff5d914bb9
Create Date: 2025-11-28 17:03:00.677256

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = 'c32522c4290d'
down_revision: Union[str, None] = '32ff5d914bb9'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'sys_log_resource',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('log_id', sa.BigInteger(), nullable=False),
        sa.Column('resource_id', sa.String(255), nullable=True),
        sa.Column('resource_name', sa.String(255), nullable=True),
        sa.Column('module', sa.String(255), nullable=True),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['log_id'], ['sys_log.id'], name='fk_sys_log_resource_log', ondelete='CASCADE'),
    )
    op.create_index('idx_sys_log_resource_log', 'sys_log_resource', ['log_id'])


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_sys_log_resource_log', 'sys_log_resource')
    op.drop_table('sys_log_resource')
