"""terminology_embedding_index

Revision ID: 16175dd56a6c
Revises: 3f9750548c79
Create Date: 2025-08-19 09:20:47.126764

"""
from typing import Sequence, Union

from alembic import op
from pgvector.sqlalchemy import VECTOR

# 版本标识
revision: str = '16175dd56a6c'
down_revision: Union[str, None] = '3f9750548c79'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    # an index needs the number of dimensions; what other models made is computed again
    op.execute("UPDATE terminology SET embedding = NULL WHERE vector_dims(embedding) <> 768")
    op.alter_column('terminology', 'embedding', existing_type=VECTOR(), type_=VECTOR(768), existing_nullable=True)
    op.execute("""
        CREATE INDEX idx_terminology_embedding
        ON terminology
        USING ivfflat (embedding vector_cosine_ops)
        WITH (lists = 100)
    """)


def downgrade() -> None:
    """回滚操作"""
    op.execute("DROP INDEX IF EXISTS idx_terminology_embedding")
    op.alter_column('terminology', 'embedding', existing_type=VECTOR(768), type_=VECTOR(), existing_nullable=True)
