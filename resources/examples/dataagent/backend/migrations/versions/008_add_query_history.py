"""Queries that were run on a data source

Revision ID: 008_add_query_history
Revises: 007_migrate_data_source_connections
Create Date: 2025-12-04 16:31:27.205518

"""
from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = '008_add_query_history'
down_revision = '007_migrate_data_source_connections'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'query_history',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('tenant_id', sa.String(255), nullable=False),
        sa.Column('connection_id', sa.String(255), nullable=True),
        sa.Column('question', sa.Text(), nullable=False),
        sa.Column('query_sql', sa.Text(), nullable=True),
        sa.Column('row_count', sa.Integer(), nullable=True),
        sa.Column('duration', sa.Interval(), nullable=True),
        sa.Column('plan', postgresql.JSONB(), nullable=True),
        sa.Column('started_at', sa.DateTime(timezone=True), nullable=False, server_default=sa.text('clock_timestamp()')),
        sa.PrimaryKeyConstraint('id', name='query_history_pkey'),
        sa.ForeignKeyConstraint(['tenant_id'], ['tenants.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['connection_id'], ['data_source_connections.id'], ondelete='SET NULL'),
    )
    op.create_index('ix_query_history_plan', 'query_history', ['plan'], postgresql_using='gin')
    op.create_index(
        'ix_query_history_slow', 'query_history', ['tenant_id', 'duration'],
        postgresql_where=sa.text("duration > interval '5 seconds'"),
    )


def downgrade() -> None:
    op.drop_table('query_history')
