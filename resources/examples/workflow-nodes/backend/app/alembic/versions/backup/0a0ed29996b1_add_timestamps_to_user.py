"""Add timestamps to User

Revision ID: 0a0ed29996b1
Revises: 26c2c831dc19
Create Date: 2025-11-03 17:40:12.659154

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = '0a0ed29996b1'
down_revision = '26c2c831dc19'
branch_labels = None
depends_on = None


def upgrade():
    for column in ('created_at', 'updated_at'):
        op.add_column('user', sa.Column(column, sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False))
        op.alter_column('user', column, existing_type=sa.DateTime(timezone=True), server_default=None)


def downgrade():
    op.drop_column('user', 'updated_at')
    op.drop_column('user', 'created_at')
