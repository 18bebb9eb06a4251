"""Documents that a tenant uploads

Revision ID: 002_add_knowledge_documents
Revises: 001_initial_schema
Create Date: 2025-11-06 15:40:02.884120

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = '002_add_knowledge_documents'
down_revision = '001_initial_schema'
branch_labels = None
depends_on = None

# the type is created by hand, because two tables use it
document_status = postgresql.ENUM('pending', 'indexing', 'ready', 'error', name='documentstatus', create_type=False)


def upgrade() -> None:
    document_status.create(op.get_bind(), checkfirst=True)
    op.create_table(
        'knowledge_documents',
        sa.Column('id', postgresql.UUID(as_uuid=True), primary_key=True, server_default=sa.text('gen_random_uuid()')),
        sa.Column('tenant_id', sa.String(255), nullable=False),
        sa.Column('file_name', sa.String(500), nullable=False),
        sa.Column('mime_type', sa.String(100), nullable=False),
        sa.Column('file_size', sa.BigInteger(), nullable=False),
        sa.Column('status', document_status, nullable=False, server_default='pending'),
        sa.Column('processing_error', sa.Text(), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.ForeignKeyConstraint(['tenant_id'], ['tenants.id'], ondelete='CASCADE'),
        sa.CheckConstraint('file_size >= 0', name='ck_knowledge_documents_file_size'),
    )
    op.create_table(
        'knowledge_chunks',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column('document_id', postgresql.UUID(as_uuid=True), nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.Column('content', sa.Text(), nullable=False),
        sa.Column('status', document_status, nullable=False, server_default='pending'),
        sa.ForeignKeyConstraint(['document_id'], ['knowledge_documents.id'], ondelete='CASCADE'),
        sa.UniqueConstraint('document_id', 'position', name='uk_knowledge_chunks_position'),
    )
    op.create_index('ix_knowledge_documents_tenant_status', 'knowledge_documents', ['tenant_id', 'status'])


def downgrade() -> None:
    op.drop_table('knowledge_chunks')
    op.drop_table('knowledge_documents')
    document_status.drop(op.get_bind(), checkfirst=True)
