"""Add owner_id and timestamps to Node

Revision ID: 1ee55d360fcb
Revises: g1234567890e
Create Date: 2025-10-20 08:57:31.976221

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = '1ee55d360fcb'
down_revision = 'g1234567890e'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('node', sa.Column('owner_id', sa.Uuid(), nullable=True))
    op.create_foreign_key('node_owner_id_fkey', 'node', 'user', ['owner_id'], ['id'], ondelete='CASCADE')
    for column in ('created_at', 'updated_at'):
        op.add_column('node', sa.Column(column, sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False))
        op.alter_column('node', column, existing_type=sa.DateTime(timezone=True), server_default=None)


def downgrade():
    op.drop_column('node', 'updated_at')
    op.drop_column('node', 'created_at')
    op.drop_constraint('node_owner_id_fkey', 'node', type_='foreignkey')
    op.drop_column('node', 'owner_id')
