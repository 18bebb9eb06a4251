"""add_sys_log

Revision ID: 2012cb076f2a
Revises: 2dc2f1bf2693
Create Date: 2025-11-12 10:10:58.015497

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = '2012cb076f2a'
down_revision: Union[str, None] = '2dc2f1bf2693'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'sys_log',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('operation_type', sa.String(255), nullable=True),
        sa.Column('operation_detail', sa.String(255), nullable=True),
        sa.Column('user_id', sa.BigInteger(), nullable=True),
        sa.Column('operation_status', sa.String(255), nullable=True),
        sa.Column('ip_address', postgresql.INET(), nullable=True),
        sa.Column('user_agent', sa.Text(), nullable=True),
        sa.Column('execution_time', sa.BigInteger(), server_default='0'),
        sa.Column('error_message', sa.Text(), nullable=True),
        sa.Column('create_time', sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint('id'),
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_table('sys_log')
