"""add message tokens

Revision ID: e3f09b64a5c2
Revises: c48b7f21d06e
Create Date: 2025-08-12 11:02:58.018345

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision: str = 'e3f09b64a5c2'
down_revision: Union[str, None] = 'c48b7f21d06e'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column('messages', sa.Column('tokens', sa.Integer(), nullable=True))
    op.create_index(
        'ix_messages_conversation', 'messages', ['conversation_id', 'created_at'], unique=False,
        postgresql_include=['role'],
    )


def downgrade() -> None:
    op.drop_index('ix_messages_conversation', table_name='messages')
    op.drop_column('messages', 'tokens')
