"""Chat sessions and their messages

Revision ID: 003_add_chat_sessions
Revises: 002_add_knowledge_documents
Create Date: 2025-11-11 11:03:19.377415

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = '003_add_chat_sessions'
down_revision = '002_add_knowledge_documents'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'chat_sessions',
        sa.Column('id', sa.String(36), primary_key=True),
        sa.Column('tenant_id', sa.String(255), nullable=False),
        sa.Column('user_id', sa.Integer(), nullable=True),
        sa.Column('title', sa.String(200), nullable=False, server_default='New chat'),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.ForeignKeyConstraint(['tenant_id'], ['tenants.id'], name='fk_chat_sessions_tenant_id', ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['user_id'], ['users.id'], name='fk_chat_sessions_user_id', ondelete='SET NULL'),
    )
    op.create_table(
        'chat_messages',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column('session_id', sa.String(36), nullable=False),
        sa.Column('role', sa.Enum('system', 'user', 'assistant', 'tool', name='messagerole'), nullable=False),
        sa.Column('content', sa.Text(), nullable=False),
        sa.Column('sources', postgresql.ARRAY(postgresql.UUID(as_uuid=True)), nullable=True),
        sa.Column('usage', postgresql.JSONB(), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.ForeignKeyConstraint(['session_id'], ['chat_sessions.id'], ondelete='CASCADE'),
    )
    op.create_index('ix_chat_messages_session', 'chat_messages', ['session_id', sa.text('created_at DESC')])


def downgrade() -> None:
    op.drop_table('chat_messages')
    op.drop_table('chat_sessions')
    op.execute('DROP TYPE IF EXISTS messagerole')
