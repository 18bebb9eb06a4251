"""Add timestamps to Item

Revision ID: 2b2a406df71b
Revises: 0a0ed29996b1
Create Date: 2025-11-03 17:52:39.731712

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = '2b2a406df71b'
down_revision = '0a0ed29996b1'
branch_labels = None
depends_on = None


def upgrade():
    for column in ('created_at', 'updated_at'):
        op.add_column('item', sa.Column(column, sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False))
        op.alter_column('item', column, existing_type=sa.DateTime(timezone=True), server_default=None)


def downgrade():
    op.drop_column('item', 'updated_at')
    op.drop_column('item', 'created_at')
