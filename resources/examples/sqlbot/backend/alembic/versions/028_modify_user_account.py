"""modify_user_account

Revision ID: 810043d7aa03
Revises: 54245ab0cce2
Create Date: 2025-07-30 18:29:44.547121

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '810043d7aa03'
down_revision: Union[str, None] = '54245ab0cce2'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.drop_index('uk_sys_user_account', 'sys_user')
    op.create_index('uk_sys_user_account_lower', 'sys_user', [sa.text('lower(account)')], unique=True)


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('uk_sys_user_account_lower', 'sys_user')
    op.create_index('uk_sys_user_account', 'sys_user', ['account'], unique=True)
