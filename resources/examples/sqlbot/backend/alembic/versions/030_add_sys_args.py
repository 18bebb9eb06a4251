"""add_sys_args

Revision ID: 265229a5d114
Revises: 20e9988b9497
Create Date: 2025-08-12 03:31:45.503635

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '265229a5d114'
down_revision: Union[str, None] = '20e9988b9497'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'sys_args',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column('pkey', sa.String(255), nullable=False),
        sa.Column('pval', sa.String(255), nullable=True),
        sa.Column('ptype', sa.String(20), server_default='str', nullable=False),
        sa.Column('sort_no', sa.Integer(), server_default='1', nullable=False),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('pkey'),
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_table('sys_args')
