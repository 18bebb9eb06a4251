"""drop_question_history

Revision ID: 464abea9dd8c
Revises: 583375e2e13e
Create Date: 2025-07-19 13:21:43.737913

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '464abea9dd8c'
down_revision: Union[str, None] = '583375e2e13e'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    # replaced by chat_record
    op.execute("""
        INSERT INTO chat (create_by, title, chat_type, oid)
        SELECT DISTINCT user_id, 'history', 'chat', 1 FROM question_history
    """)
    op.drop_index(op.f('ix_question_history_user_id'), table_name='question_history')
    op.drop_table('question_history')


def downgrade() -> None:
    """回滚操作"""
    op.create_table(
        'question_history',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('user_id', sa.BigInteger(), nullable=False),
        sa.Column('question', sa.Text(), nullable=False),
        sa.Column('asked_at', sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index(op.f('ix_question_history_user_id'), 'question_history', ['user_id'], unique=False)
