"""index_chat_log

Revision ID: 583375e2e13e
Revises: 05cca2ab49c6
Create Date: 2025-07-16 12:44:43.163927

"""
from typing import Sequence, Union

from alembic import op

# 版本标识
revision: str = '583375e2e13e'
down_revision: Union[str, None] = '05cca2ab49c6'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_index('idx_chat_log_record', 'chat_log', ['record_id'])
    op.create_index('idx_chat_log_usage', 'chat_log', ['token_usage'], postgresql_using='gin')


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_chat_log_usage', 'chat_log', postgresql_using='gin')
    op.drop_index('idx_chat_log_record', 'chat_log')
