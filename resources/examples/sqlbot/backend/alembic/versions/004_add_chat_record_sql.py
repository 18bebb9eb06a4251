"""add_chat_record_sql

Revision ID: bc02f7743203
Revises: 436618a99fd5
Create Date: 2025-03-31 15:51:33.040564

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = 'bc02f7743203'
down_revision: Union[str, None] = '436618a99fd5'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('chat_record', sa.Column('sql', sa.Text(), nullable=True))
    op.add_column('chat_record', sa.Column('data', sa.Text(), nullable=True))
    op.add_column('chat_record', sa.Column('chart', sa.Text(), nullable=True))
    op.add_column('chat_record', sa.Column('finish', sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('chat_record', 'finish')
    op.drop_column('chat_record', 'chart')
    op.drop_column('chat_record', 'data')
    op.drop_column('chat_record', 'sql')
