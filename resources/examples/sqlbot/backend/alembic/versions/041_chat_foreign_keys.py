"""chat_foreign_keys

Revision ID: 42dc6a559e05
Revises: 76ed448239c9
Create Date: 2025-09-13 17:03:51.928408

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '42dc6a559e05'
down_revision: Union[str, None] = '76ed448239c9'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('chat', sa.Column('datasource', sa.BigInteger(), nullable=True))
    op.execute("DELETE FROM chat_record WHERE NOT EXISTS (SELECT 1 FROM chat WHERE chat.id = chat_record.chat_id)")
    op.create_foreign_key('fk_chat_record_chat', 'chat_record', 'chat', ['chat_id'], ['id'], ondelete='CASCADE')
    op.create_foreign_key('fk_chat_datasource', 'chat', 'datasource', ['datasource'], ['id'], ondelete='SET NULL')


def downgrade() -> None:
    """回滚操作"""
    op.drop_constraint('fk_chat_datasource', 'chat', type_='foreignkey')
    op.drop_constraint('fk_chat_record_chat', 'chat_record', type_='foreignkey')
    op.drop_column('chat', 'datasource')
