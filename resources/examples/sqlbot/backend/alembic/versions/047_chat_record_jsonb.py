"""chat_record_jsonb

Revision ID: 43d1c9da5c33
Revises: 9d4306d95e42
Create Date: 2025-10-15 19:05:54.865412

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = '43d1c9da5c33'
down_revision: Union[str, None] = '9d4306d95e42'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.alter_column(
        'chat_record', 'chart', existing_type=sa.Text(), type_=postgresql.JSONB(astext_type=sa.Text()),
        existing_nullable=True, postgresql_using="NULLIF(chart, '')::jsonb",
    )
    op.alter_column(
        'chat_record', 'recommended_question', existing_type=sa.Text(), type_=postgresql.ARRAY(sa.Text()),
        existing_nullable=True, postgresql_using='string_to_array(recommended_question, chr(10))',
    )


def downgrade() -> None:
    """回滚操作"""
    op.alter_column(
        'chat_record', 'recommended_question', existing_type=postgresql.ARRAY(sa.Text()), type_=sa.Text(),
        existing_nullable=True, postgresql_using='array_to_string(recommended_question, chr(10))',
    )
    op.alter_column(
        'chat_record', 'chart', existing_type=postgresql.JSONB(astext_type=sa.Text()), type_=sa.Text(),
        existing_nullable=True, postgresql_using='chart::text',
    )
