"""Add max length for string(varchar) fields in User and Items models

Revision ID: 9c0a54914c78
Revises: e2412789c190
Create Date: 2025-08-20 14:42:44.789076

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = '9c0a54914c78'
down_revision = 'e2412789c190'
branch_labels = None
depends_on = None

# table, column, nullable
COLUMNS = [
    ('user', 'email', False),
    ('user', 'full_name', True),
    ('item', 'title', False),
    ('item', 'description', True),
]


def upgrade():
    for table, column, nullable in COLUMNS:
        op.alter_column(
            table, column, existing_type=sa.String(), type_=sa.String(length=255), existing_nullable=nullable
        )


def downgrade():
    for table, column, nullable in COLUMNS:
        op.alter_column(
            table, column, existing_type=sa.String(length=255), type_=sa.String(), existing_nullable=nullable
        )
