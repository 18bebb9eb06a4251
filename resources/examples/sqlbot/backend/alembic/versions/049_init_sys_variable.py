"""init_sys_variable

Revision ID: 01a3e0b310b9
Revises: 1f268eba6a74
Create Date: 2025-10-27 02:18:55.778236

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = '01a3e0b310b9'
down_revision: Union[str, None] = '1f268eba6a74'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.execute("""
        INSERT INTO sys_variable (name, var_type, type, value)
        VALUES ('i18n_variable.name', 'text', 'system', '["name"]'),
               ('i18n_variable.account', 'text', 'system', '["account"]'),
               ('i18n_variable.email', 'text', 'system', '["email"]')
    """)
    op.add_column('sys_user', sa.Column('system_variables', postgresql.JSONB(), nullable=True))


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('sys_user', 'system_variables')
    op.execute("DELETE FROM sys_variable WHERE type = 'system'")
