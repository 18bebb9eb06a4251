"""Add registration key table

Revision ID: b1234567890c
Revises: a1234567890b
Create Date: 2025-09-12 16:05:00.074565

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = 'b1234567890c'
down_revision = 'a1234567890b'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'node_registration_key',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('key', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id'),
    )


def downgrade():
    op.drop_table('node_registration_key')
