"""Make room for revision ids of more than 32 characters

Alembic makes alembic_version.version_num a VARCHAR(32), and 007_migrate_data_source_connections
has 35. PostgreSQL refuses what is too long, so the column has to be wider before that one runs.

Revision ID: 005_widen_version_number
Revises: 004_add_saved_queries
Create Date: 2025-11-20 10:18:51.562307

"""
from alembic import op
import sqlalchemy as sa

revision = '005_widen_version_number'
down_revision = '004_add_saved_queries'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column(
        'alembic_version', 'version_num', existing_type=sa.String(32), type_=sa.String(255), existing_nullable=False
    )


def downgrade() -> None:
    op.alter_column(
        'alembic_version', 'version_num', existing_type=sa.String(255), type_=sa.String(32), existing_nullable=False
    )
