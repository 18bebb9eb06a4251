"""chat_record_error

Revision ID: 3f9750548c79
Revises: d7b2c3e4caeb
Create Date: 2025-08-12 08:18:46.524383

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '3f9750548c79'
down_revision: Union[str, None] = 'd7b2c3e4caeb'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('chat_record', sa.Column('error', sa.Text(), nullable=True))
    op.add_column('chat_record', sa.Column('analysis', sa.Text(), nullable=True))
    op.add_column('chat_record', sa.Column('predict', sa.Text(), nullable=True))
    op.add_column('chat_record', sa.Column('recommended_question', sa.Text(), nullable=True))


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('chat_record', 'recommended_question')
    op.drop_column('chat_record', 'predict')
    op.drop_column('chat_record', 'analysis')
    op.drop_column('chat_record', 'error')
