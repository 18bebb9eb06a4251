"""A tenant names each of its data sources only once

Revision ID: 009_tenant_connection_names_unique
Revises: 008_add_query_history
Create Date: 2025-12-09 09:55:13.940277

"""
from alembic import op

revision = '009_tenant_connection_names_unique'
down_revision = '008_add_query_history'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        UPDATE data_source_connections AS connection
        SET name = connection.name || ' #' || numbered.number
        FROM (
            SELECT id, row_number() OVER (PARTITION BY tenant_id, name ORDER BY created_at, id) AS number
            FROM data_source_connections
        ) AS numbered
        WHERE numbered.id = connection.id AND numbered.number > 1
    """)
    op.create_unique_constraint('uk_data_source_connections_name', 'data_source_connections', ['tenant_id', 'name'])


def downgrade() -> None:
    op.drop_constraint('uk_data_source_connections_name', 'data_source_connections', type_='unique')
