"""add_oid

Revision ID: 8f8f8b5c6693
Revises: f6b7aa36017c
Create Date: 2025-05-03 13:55:35.445521

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '8f8f8b5c6693'
down_revision: Union[str, None] = 'f6b7aa36017c'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

# everything that belongs to a workspace carries its id
TABLES = ('chat', 'datasource')


def upgrade() -> None:
    """升级操作"""
    for table in TABLES:
        op.add_column(table, sa.Column('oid', sa.BigInteger(), nullable=True))
        op.execute(f"UPDATE {table} SET oid = 1 WHERE oid IS NULL")
        op.create_index(f'idx_{table}_oid', table, ['oid'])


def downgrade() -> None:
    """回滚操作"""
    for table in reversed(TABLES):
        op.drop_index(f'idx_{table}_oid', table)
        op.drop_column(table, 'oid')
