"""chat_record_finish_time

Revision ID: a8ff0ff20788
Revises: bed732bc5a66
Create Date: 2025-06-26 18:45:39.959396

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = 'a8ff0ff20788'
down_revision: Union[str, None] = 'bed732bc5a66'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('chat_record', sa.Column('finish_time', sa.DateTime(), nullable=True))
    op.execute("""
        UPDATE chat_record
        SET finish_time = create_time + run_time * INTERVAL '1 second'
        WHERE finish AND finish_time IS NULL
    """)
    op.drop_column('chat_record', 'run_time')


def downgrade() -> None:
    """回滚操作"""
    op.add_column('chat_record', sa.Column('run_time', sa.Float(), nullable=True))
    op.execute("""
        UPDATE chat_record
        SET run_time = COALESCE(EXTRACT(EPOCH FROM finish_time - create_time), 0)
    """)
    op.alter_column('chat_record', 'run_time', existing_type=sa.Float(), nullable=False)
    op.drop_column('chat_record', 'finish_time')
