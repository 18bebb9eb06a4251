"""add_sys_variable

Revision ID: 1f268eba6a74
Revises: 43d1c9da5c33
Create Date: 2025-10-18 18:24:55.590125

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = '1f268eba6a74'
down_revision: Union[str, None] = '43d1c9da5c33'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'sys_variable',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('name', sa.String(128), nullable=False),
        sa.Column('var_type', sa.String(20), nullable=False),
        sa.Column('type', sa.String(20), nullable=False, server_default='custom'),
        sa.Column('value', postgresql.JSONB(), nullable=True),
        sa.Column('create_time', sa.DateTime(), nullable=True),
        sa.Column('create_by', sa.BigInteger(), nullable=True),
        sa.CheckConstraint("var_type IN ('text', 'number', 'datetime')", name='ck_sys_variable_type'),
        sa.PrimaryKeyConstraint('id'),
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_table('sys_variable')
