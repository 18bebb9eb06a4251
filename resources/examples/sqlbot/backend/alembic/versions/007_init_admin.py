"""init_admin

Revision ID: 6a67da1303a4
Revises: 35dc4334e6a7
Create Date: 2025-04-18 18:25:34.681315

"""
from typing import Sequence, Union

from alembic import op

# 版本标识
revision: str = '6a67da1303a4'
down_revision: Union[str, None] = '35dc4334e6a7'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.execute("""
        INSERT INTO sys_user (id, account, name, password, email, create_time)
        VALUES (1, 'admin', 'Administrator', '', 'admin@example.com', 1745219453000)
    """)
    op.execute("INSERT INTO sys_user_ws (id, uid, oid, weight) VALUES (1, 1, 1, 1)")
    op.execute("SELECT setval(pg_get_serial_sequence('sys_user', 'id'), 1)")
    op.execute("SELECT setval(pg_get_serial_sequence('sys_user_ws', 'id'), 1)")


def downgrade() -> None:
    """回滚操作"""
    op.execute("DELETE FROM sys_user_ws WHERE id = 1")
    op.execute("DELETE FROM sys_user WHERE id = 1")
