"""index_open_records

Revision ID: 12fac633318b
Revises: 42dc6a559e05
Create Date: 2025-09-21 17:04:52.907329

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '12fac633318b'
down_revision: Union[str, None] = '42dc6a559e05'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_index(
        'idx_chat_record_open', 'chat_record', ['create_by', 'create_time'],
        postgresql_where=sa.text('NOT finish'),
        postgresql_include=['chat_id'],
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_chat_record_open', 'chat_record')
