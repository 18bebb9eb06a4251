"""Add Node last_heartbeat

Revision ID: a1234567890b
Revises: f1234567890a
Create Date: 2025-09-10 11:32:00.074565

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = 'a1234567890b'
down_revision = 'f1234567890a'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('node', sa.Column('last_heartbeat', sa.DateTime(timezone=True), nullable=True))


def downgrade():
    op.drop_column('node', 'last_heartbeat')
