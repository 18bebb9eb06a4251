"""terminology_synonyms

Revision ID: 9f36fc987336
Revises: 16175dd56a6c
Create Date: 2025-08-23 12:43:47.853297

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '9f36fc987336'
down_revision: Union[str, None] = '16175dd56a6c'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('terminology', sa.Column('pid', sa.BigInteger(), nullable=True, comment='同义词的主词'))
    op.add_column('terminology', sa.Column('enabled', sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_index('idx_terminology_pid', 'terminology', ['pid'], postgresql_where=sa.text('pid IS NOT NULL'))


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_terminology_pid', 'terminology')
    op.drop_column('terminology', 'enabled')
    op.drop_column('terminology', 'pid')
