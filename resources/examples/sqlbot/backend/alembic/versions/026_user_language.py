"""user_language

Revision ID: 5c7934869f06
Revises: 464abea9dd8c
Create Date: 2025-07-21 13:28:43.904405

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '5c7934869f06'
down_revision: Union[str, None] = '464abea9dd8c'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('sys_user', sa.Column('language', sa.String(255), nullable=False, server_default='zh-CN'))
    op.add_column('sys_user', sa.Column('oid', sa.BigInteger(), nullable=True))
    op.execute("""
        UPDATE sys_user
        SET oid = (SELECT min(ws.oid) FROM sys_user_ws ws WHERE ws.uid = sys_user.id)
        WHERE oid IS NULL
    """)


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('sys_user', 'oid')
    op.drop_column('sys_user', 'language')
