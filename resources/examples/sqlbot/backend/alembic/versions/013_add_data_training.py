"""add_data_training

Revision ID: b4086c37faa1
Revises: 9b745a489c3b
Create Date: 2025-05-25 09:33:37.739451

"""
from typing import Sequence, Union

from alembic import op
from pgvector.sqlalchemy import VECTOR
import sqlalchemy as sa

# 版本标识
revision: str = 'b4086c37faa1'
down_revision: Union[str, None] = '9b745a489c3b'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'data_training',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('oid', sa.BigInteger(), nullable=True),
        sa.Column('question', sa.String(255), nullable=True),
        sa.Column('description', sa.Text(), nullable=True),
        sa.Column('embedding', VECTOR(), nullable=True),
        sa.Column('create_time', sa.DateTime(), server_default=sa.func.now(), nullable=True),
        sa.PrimaryKeyConstraint('id'),
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_table('data_training')
