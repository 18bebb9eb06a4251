"""index_sys_log

Revision ID: abd75c663373
Revises: 2012cb076f2a
Create Date: 2025-11-20 17:28:58.746068

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = 'abd75c663373'
down_revision: Union[str, None] = '2012cb076f2a'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_index('idx_sys_log_create_time', 'sys_log', [sa.text('create_time DESC')])
    op.create_index('idx_sys_log_user', 'sys_log', ['user_id', 'operation_type'], if_not_exists=True)


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_sys_log_user', 'sys_log', if_exists=True)
    op.drop_index('idx_sys_log_create_time', 'sys_log')
