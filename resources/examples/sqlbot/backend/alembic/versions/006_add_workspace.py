"""add_workspace

Revision ID: 35dc4334e6a7
Revises: 5c8e09a772dd
Create Date: 2025-04-09 10:50:34.414792

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '35dc4334e6a7'
down_revision: Union[str, None] = '5c8e09a772dd'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    workspace = op.create_table(
        'sys_workspace',
        sa.Column('id', sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column('name', sa.String(255), nullable=False),
        sa.Column('create_time', sa.BigInteger(), nullable=False, server_default='0'),
    )
    op.create_table(
        'sys_user_ws',
        sa.Column('id', sa.BigInteger(), primary_key=True),
        sa.Column('uid', sa.BigInteger(), nullable=False),
        sa.Column('oid', sa.BigInteger(), nullable=False),
        sa.Column('weight', sa.Integer(), nullable=False, server_default='0'),
        sa.UniqueConstraint('uid', 'oid', name='uk_sys_user_ws'),
    )
    # every installation starts with one workspace, which cannot be removed
    op.bulk_insert(workspace, [{'id': 1, 'name': '默认工作空间', 'create_time': 1745219453000}])


def downgrade() -> None:
    """回滚操作"""
    op.drop_table('sys_user_ws')
    op.drop_table('sys_workspace')
