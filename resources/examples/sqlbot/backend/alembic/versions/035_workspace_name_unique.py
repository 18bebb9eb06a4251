"""workspace_name_unique

Revision ID: a34cefd84adb
Revises: 9f36fc987336
Create Date: 2025-08-28 17:09:48.253330

"""
from typing import Sequence, Union

from alembic import op

# 版本标识
revision: str = 'a34cefd84adb'
down_revision: Union[str, None] = '9f36fc987336'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.execute("""
        UPDATE sys_workspace AS later
        SET name = later.name || ' (' || later.id || ')'
        FROM sys_workspace AS earlier
        WHERE earlier.name = later.name AND earlier.id < later.id
    """)
    op.create_unique_constraint('uk_sys_workspace_name', 'sys_workspace', ['name'])


def downgrade() -> None:
    """回滚操作"""
    op.drop_constraint('uk_sys_workspace_name', 'sys_workspace', type_='unique')
