"""Queries that were worth keeping

Revision ID: 004_add_saved_queries
Revises: 003_add_chat_sessions
Create Date: 2025-11-18 17:25:36.010882

"""
from alembic import op
import sqlalchemy as sa

revision = '004_add_saved_queries'
down_revision = '003_add_chat_sessions'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'saved_queries',
        sa.Column('id', sa.Integer(), primary_key=True),
        sa.Column('tenant_id', sa.String(255), sa.ForeignKey('tenants.id', ondelete='CASCADE'), nullable=False),
        sa.Column('owner_id', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(200), nullable=False),
        sa.Column('query_sql', sa.Text(), nullable=False),
        sa.Column('is_shared', sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.UniqueConstraint('tenant_id', 'name', name='uk_saved_queries_name'),
    )
    op.create_foreign_key('fk_saved_queries_owner_id', 'saved_queries', 'users', ['owner_id'], ['id'])
    op.create_index(
        'ix_saved_queries_shared', 'saved_queries', ['tenant_id'], postgresql_where=sa.text('is_shared')
    )


def downgrade() -> None:
    op.drop_index('ix_saved_queries_shared', table_name='saved_queries')
    op.drop_constraint('fk_saved_queries_owner_id', 'saved_queries', type_='foreignkey')
    op.drop_table('saved_queries')
