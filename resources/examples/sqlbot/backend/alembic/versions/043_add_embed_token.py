"""add_embed_token

Revision ID: 9dbe68387818
Revises: 12fac633318b
Create Date: 2025-09-22 17:49:53.094064

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = '9dbe68387818'
down_revision: Union[str, None] = '12fac633318b'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'embed_token',
        sa.Column('id', postgresql.UUID(as_uuid=True), server_default=sa.text('gen_random_uuid()'), nullable=False),
        sa.Column('assistant_id', sa.BigInteger(), nullable=False),
        sa.Column('token', sa.String(128), nullable=False),
        sa.Column('expires_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
        sa.ForeignKeyConstraint(['assistant_id'], ['sys_assistant.id'], name='fk_embed_token_assistant', ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name='embed_token_pkey'),
        sa.UniqueConstraint('token', name='uk_embed_token'),
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_table('embed_token')
