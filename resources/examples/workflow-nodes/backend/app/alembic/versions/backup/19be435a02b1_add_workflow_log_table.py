"""Add workflow log table

Revision ID: 19be435a02b1
Revises: 2b2a406df71b
Create Date: 2025-11-14 11:08:55.638531

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = '19be435a02b1'
down_revision = '2b2a406df71b'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'workflowlog',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('issue_id', sa.Uuid(), nullable=False),
        sa.Column('node_id', sa.Uuid(), nullable=True),
        sa.Column('step_name', sqlmodel.sql.sqltypes.AutoString(length=255), nullable=False),
        sa.Column('status', sqlmodel.sql.sqltypes.AutoString(length=50), nullable=False),
        sa.Column('command', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column('output', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column('error_message', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column('duration_ms', sa.Integer(), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['issue_id'], ['issue.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['node_id'], ['node.id'], ondelete='SET NULL'),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index(op.f('ix_workflowlog_issue_id'), 'workflowlog', ['issue_id'], unique=False)
    # what the template came with, and nothing uses
    op.drop_table('item')


def downgrade():
    op.create_table(
        'item',
        sa.Column('title', sa.String(length=255), nullable=False),
        sa.Column('description', sa.String(length=255), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('owner_id', sa.Uuid(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['owner_id'], ['user.id'], name='item_owner_id_fkey', ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id', name='item_pkey'),
    )
    op.drop_index(op.f('ix_workflowlog_issue_id'), table_name='workflowlog')
    op.drop_table('workflowlog')
