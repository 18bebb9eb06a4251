"""init_sys_args

Revision ID: d7b2c3e4caeb
Revises: 265229a5d114
Create Date: 2025-08-12 07:29:45.653453

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = 'd7b2c3e4caeb'
down_revision: Union[str, None] = '265229a5d114'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

args = sa.table(
    'sys_args',
    sa.column('pkey', sa.String),
    sa.column('pval', sa.String),
    sa.column('ptype', sa.String),
    sa.column('sort_no', sa.Integer),
)


def upgrade() -> None:
    """升级操作"""
    op.bulk_insert(
        args,
        [
            {'pkey': 'login.default_login', 'pval': '0', 'ptype': 'str', 'sort_no': 1},
            {'pkey': 'chat.expand_thinking_block', 'pval': 'false', 'ptype': 'bool', 'sort_no': 2},
            {'pkey': 'chat.limit_rows', 'pval': 'true', 'ptype': 'bool', 'sort_no': 3},
            {'pkey': 'platform.help_url', 'pval': None, 'ptype': 'str', 'sort_no': 4},
        ],
    )


def downgrade() -> None:
    """回滚操作"""
    op.execute("DELETE FROM sys_args WHERE sort_no BETWEEN 1 AND 4")
