"""index_ds_structure

Revision ID: 5c8e09a772dd
Revises: bc02f7743203
Create Date: 2025-03-31 18:25:33.997264

"""
from typing import Sequence, Union

from alembic import op

# 版本标识
revision: str = '5c8e09a772dd'
down_revision: Union[str, None] = 'bc02f7743203'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_index('idx_ds_table_ds_id', 'ds_table', ['ds_id'])
    op.create_index('idx_ds_field_table_id', 'ds_field', ['table_id'])
    op.create_index('idx_chat_record_chat_id', 'chat_record', ['chat_id', 'create_time'])


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_chat_record_chat_id', 'chat_record')
    op.drop_index('idx_ds_field_table_id', 'ds_field')
    op.drop_index('idx_ds_table_ds_id', 'ds_table')
