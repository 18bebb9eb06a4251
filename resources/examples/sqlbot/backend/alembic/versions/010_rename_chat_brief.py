"""rename_chat_brief

Revision ID: b41ce3b964cd
Revises: 8f8f8b5c6693
Create Date: 2025-05-09 16:33:35.897086

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = 'b41ce3b964cd'
down_revision: Union[str, None] = '8f8f8b5c6693'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.alter_column('chat', 'brief', new_column_name='title', existing_type=sa.String(64))
    op.alter_column('chat', 'title', type_=sa.String(256), existing_type=sa.String(64))


def downgrade() -> None:
    """回滚操作"""
    op.execute("UPDATE chat SET title = left(title, 64) WHERE length(title) > 64")
    op.alter_column('chat', 'title', type_=sa.String(64), existing_type=sa.String(256))
    op.alter_column('chat', 'title', new_column_name='brief', existing_type=sa.String(64))
