"""index_dashboard_tree

Revision ID: 6ec44581bb00
Revises: 7655a322656c
Create Date: 2025-07-02 15:20:41.367298

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '6ec44581bb00'
down_revision: Union[str, None] = '7655a322656c'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_index('idx_dashboard_pid', 'dashboard', ['oid', 'pid', sa.text('sort DESC')])
    op.create_check_constraint('ck_dashboard_status', 'dashboard', 'status IN (0, 1, 2)')


def downgrade() -> None:
    """回滚操作"""
    op.drop_constraint('ck_dashboard_status', 'dashboard', type_='check')
    op.drop_index('idx_dashboard_pid', 'dashboard')
