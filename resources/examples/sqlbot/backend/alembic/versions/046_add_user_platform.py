"""add_user_platform

Revision ID: 9d4306d95e42
Revises: ba2b10d19357
Create Date: 2025-10-07 18:39:54.169226

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '9d4306d95e42'
down_revision: Union[str, None] = 'ba2b10d19357'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'sys_user_platform',
        sa.Column('id', sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column('uid', sa.BigInteger(), sa.ForeignKey('sys_user.id', ondelete='CASCADE'), nullable=False),
        sa.Column('origin', sa.SmallInteger(), nullable=False, server_default='0'),
        sa.Column('platform_uid', sa.String(255), nullable=False),
    )
    op.add_column('sys_user', sa.Column('origin', sa.SmallInteger(), nullable=False, server_default='0'))


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('sys_user', 'origin')
    op.drop_table('sys_user_platform')
