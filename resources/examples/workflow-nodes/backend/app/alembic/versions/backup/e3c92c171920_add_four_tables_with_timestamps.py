"""Add four tables with timestamps

Revision ID: e3c92c171920
Revises: c1234567890d
Create Date: 2025-09-22 13:19:08.248108

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = 'e3c92c171920'
down_revision = 'c1234567890d'
branch_labels = None
depends_on = None

TIMESTAMPS = ('created_at', 'updated_at')
TABLES = ('project', 'repository', 'credential', 'prompt')
OWN_COLUMNS = {
    'project': [
        sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column('is_active', sa.Boolean(), nullable=False),
    ],
    'repository': [
        sa.Column('url', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column('is_public', sa.Boolean(), nullable=False),
    ],
    'credential': [sa.Column('pat', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False)],
    'prompt': [
        sa.Column('content', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column('description', sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column('tags', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=True),
    ],
}


def upgrade():
    for table in TABLES:
        op.create_table(
            table,
            sa.Column('id', sa.Uuid(), nullable=False),
            sa.Column('name', sqlmodel.sql.sqltypes.AutoString(length=255), nullable=False),
            *OWN_COLUMNS[table],
            sa.Column('owner_id', sa.Uuid(), nullable=False),
            *[sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in TIMESTAMPS],
            sa.ForeignKeyConstraint(['owner_id'], ['user.id'], ondelete='CASCADE'),
            sa.PrimaryKeyConstraint('id'),
        )


def downgrade():
    for table in reversed(TABLES):
        op.drop_table(table)
