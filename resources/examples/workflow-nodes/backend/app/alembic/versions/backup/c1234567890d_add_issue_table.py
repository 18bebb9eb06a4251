"""Add Issue table

Revision ID: c1234567890d
Revises: b1234567890c
Create Date: 2025-09-15 10:48:00.074565

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = 'c1234567890d'
down_revision = 'b1234567890c'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'issue',
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('title', sqlmodel.sql.sqltypes.AutoString(length=255), nullable=False),
        sa.Column('description', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column('repository_url', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column('issue_number', sa.Integer(), nullable=True),
        sa.Column('status', sqlmodel.sql.sqltypes.AutoString(length=50), nullable=False),
        sa.Column('priority', sa.Integer(), nullable=False),
        sa.Column('assigned_node_id', sa.Uuid(), nullable=True),
        sa.Column('owner_id', sa.Uuid(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('completed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('error_message', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column('result_branch', sqlmodel.sql.sqltypes.AutoString(length=255), nullable=True),
        sa.ForeignKeyConstraint(['assigned_node_id'], ['node.id'], ondelete='SET NULL'),
        sa.ForeignKeyConstraint(['owner_id'], ['user.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index(op.f('ix_issue_status'), 'issue', ['status'], unique=False)


def downgrade():
    op.drop_index(op.f('ix_issue_status'), table_name='issue')
    op.drop_table('issue')
