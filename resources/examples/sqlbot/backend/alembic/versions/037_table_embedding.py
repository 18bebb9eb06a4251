"""table_embedding

Revision ID: 7dca3534803f
Revises: 19058ff75500
Create Date: 2025-09-09 01:22:49.443640

"""
from typing import Sequence, Union

from alembic import op
from pgvector.sqlalchemy import VECTOR
import sqlalchemy as sa

# 版本标识
revision: str = '7dca3534803f'
down_revision: Union[str, None] = '19058ff75500'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('ds_table', sa.Column('embedding', VECTOR(768), nullable=True))
    op.execute("""
        CREATE INDEX idx_ds_table_embedding
        ON ds_table
        USING hnsw (embedding vector_cosine_ops)
    """)


def downgrade() -> None:
    """回滚操作"""
    op.execute("DROP INDEX IF EXISTS idx_ds_table_embedding")
    op.drop_column('ds_table', 'embedding')
