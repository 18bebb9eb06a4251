"""terminology_embedding

Revision ID: 9b745a489c3b
Revises: 30b49a2861f7
Create Date: 2025-05-19 02:32:37.070140

"""
from typing import Sequence, Union

from alembic import op
from pgvector.sqlalchemy import VECTOR
import sqlalchemy as sa

# 版本标识
revision: str = '9b745a489c3b'
down_revision: Union[str, None] = '30b49a2861f7'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.execute("CREATE EXTENSION IF NOT EXISTS vector")
    op.add_column('terminology', sa.Column('embedding', VECTOR(), nullable=True))


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('terminology', 'embedding')
    op.execute("DROP EXTENSION IF EXISTS vector")
