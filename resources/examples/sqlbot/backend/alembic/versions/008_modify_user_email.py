"""modify_user_email

Revision ID: f6b7aa36017c
Revises: 6a67da1303a4
Create Date: 2025-04-27 11:02:34.830757

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = 'f6b7aa36017c'
down_revision: Union[str, None] = '6a67da1303a4'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.execute("UPDATE sys_user SET email = account || '@example.com' WHERE email IS NULL")
    op.alter_column('sys_user', 'email', existing_type=sa.String(255), nullable=False)
    op.alter_column('sys_user', 'name', existing_type=sa.String(255), type_=sa.String(100), existing_nullable=False)


def downgrade() -> None:
    """回滚操作"""
    op.alter_column('sys_user', 'name', existing_type=sa.String(100), type_=sa.String(255), existing_nullable=False)
    op.alter_column('sys_user', 'email', existing_type=sa.String(255), nullable=True)
