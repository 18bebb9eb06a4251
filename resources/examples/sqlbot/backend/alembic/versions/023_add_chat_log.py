"""add_chat_log

Revision ID: 05cca2ab49c6
Revises: 5e92ae501ee9
Create Date: 2025-07-13 09:49:42.560104

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = '05cca2ab49c6'
down_revision: Union[str, None] = '5e92ae501ee9'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'chat_log',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('record_id', sa.BigInteger(), nullable=True),
        sa.Column('ai_model_id', sa.BigInteger(), nullable=True),
        sa.Column('operate', sa.String(3), nullable=False),
        sa.Column('messages', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column('reasoning_content', sa.Text(), nullable=True),
        sa.Column('token_usage', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column('start_time', sa.DateTime(), nullable=True),
        sa.Column('finish_time', sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint('id'),
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_table('chat_log')
