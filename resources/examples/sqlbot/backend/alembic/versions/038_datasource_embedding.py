"""datasource_embedding

Revision ID: c8ff73f7ad3a
Revises: 7dca3534803f
Create Date: 2025-09-12 08:06:50.037140

"""
from typing import Sequence, Union

from alembic import op
from pgvector.sqlalchemy import HALFVEC
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = 'c8ff73f7ad3a'
down_revision: Union[str, None] = '7dca3534803f'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('datasource', sa.Column('embedding', HALFVEC(768), nullable=True))
    op.add_column('datasource', sa.Column('table_relation', postgresql.JSONB(), nullable=True))


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('datasource', 'table_relation')
    op.drop_column('datasource', 'embedding')
