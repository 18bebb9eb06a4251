"""rename_assistant

Revision ID: 76ed448239c9
Revises: 595b023cff8d
Create Date: 2025-09-13 15:45:51.186195

"""
from typing import Sequence, Union

from alembic import op

# 版本标识
revision: str = '76ed448239c9'
down_revision: Union[str, None] = '595b023cff8d'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.rename_table('assistant', 'sys_assistant')
    op.execute("ALTER INDEX ix_assistant_id RENAME TO ix_sys_assistant_id")


def downgrade() -> None:
    """回滚操作"""
    op.execute("ALTER INDEX ix_sys_assistant_id RENAME TO ix_assistant_id")
    op.rename_table('sys_assistant', 'assistant')
