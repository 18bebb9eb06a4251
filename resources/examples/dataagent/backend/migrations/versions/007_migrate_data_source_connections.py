"""Migrate data_source_connections to the models' definition

Until now the table came from backend/scripts/migrate-data-source-connections.sql, which some
installations ran and some did not. Where it is there, its rows are kept in
data_source_connections_backup and taken over.

Revision ID: 007_migrate_data_source_connections
Revises: 006_fix_foreign_key_types
Create Date: 2025-12-01 10:00:00.000000

"""
from alembic import context, op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

revision = '007_migrate_data_source_connections'
down_revision = '006_fix_foreign_key_types'
branch_labels = None
depends_on = None

TABLE = 'data_source_connections'
BACKUP = 'data_source_connections_backup'

connection_status = postgresql.ENUM(
    'active',    # 活跃连接
    'inactive',  # 非活跃连接
    'error',     # 错误状态
    'testing',   # 测试中
    name='dataconnectionstatus',
    create_type=False,
)


def has_table(name: str) -> bool:
    if context.is_offline_mode():  # the SQL is for a new database
        return False
    return sa.inspect(op.get_bind()).has_table(name)


def back_up() -> bool:
    if not has_table(TABLE):
        return False
    op.execute(f'DROP TABLE IF EXISTS {BACKUP}')
    op.execute(f'CREATE TABLE {BACKUP} AS SELECT * FROM {TABLE}')
    op.drop_table(TABLE)
    print(f'{TABLE}: rows are kept in {BACKUP}')
    return True


def create_table() -> None:
    connection_status.create(op.get_bind(), checkfirst=True)
    op.create_table(
        TABLE,
        sa.Column('id', sa.String(255), nullable=False),
        sa.Column('tenant_id', sa.String(255), nullable=False),
        sa.Column('name', sa.String(255), nullable=False),
        sa.Column('db_type', sa.String(50), nullable=False, server_default='postgresql'),
        sa.Column('connection_string', sa.Text(), nullable=False, comment='encrypted'),
        sa.Column('host', sa.String(255), nullable=True),
        sa.Column('port', sa.Integer(), nullable=True),
        sa.Column('database_name', sa.String(255), nullable=True),
        sa.Column('status', connection_status, nullable=False, server_default='testing'),
        sa.Column('last_tested_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('test_result', postgresql.JSONB(), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
        sa.PrimaryKeyConstraint('id'),
        sa.ForeignKeyConstraint(['tenant_id'], ['tenants.id'], name=f'fk_{TABLE}_tenant_id', ondelete='CASCADE'),
    )
    for column in ('tenant_id', 'status', 'db_type'):
        op.create_index(f'ix_{TABLE}_{column}', TABLE, [column])


def create_trigger() -> None:
    op.execute(f"""
        CREATE OR REPLACE FUNCTION update_{TABLE}_updated_at()
        RETURNS TRIGGER AS $$
        BEGIN
            NEW.updated_at = now(); -- whatever the statement says
            RETURN NEW;
        END;
        $$ LANGUAGE plpgsql;
    """)
    op.execute(f"""
        CREATE TRIGGER trigger_{TABLE}_updated_at
            BEFORE UPDATE ON {TABLE}
            FOR EACH ROW
            EXECUTE FUNCTION update_{TABLE}_updated_at();
    """)


def upgrade() -> None:
    has_backup = back_up()
    create_table()
    create_trigger()
    if has_backup:
        op.execute(f"""
            INSERT INTO {TABLE} (id, tenant_id, name, db_type, connection_string, status, created_at)
            SELECT old.id::varchar, old.tenant_id, old.name, coalesce(old.db_type, 'postgresql'),
                   old.connection_string,
                   CASE WHEN old.status IN ('active', 'inactive', 'error', 'testing')
                        THEN old.status ELSE 'inactive' END::dataconnectionstatus,
                   coalesce(old.created_at, now())
            FROM {BACKUP} AS old
            JOIN tenants ON tenants.id = old.tenant_id
        """)


def downgrade() -> None:
    op.execute(f'DROP TRIGGER IF EXISTS trigger_{TABLE}_updated_at ON {TABLE}')
    op.execute(f'DROP FUNCTION IF EXISTS update_{TABLE}_updated_at()')
    for column in ('db_type', 'status', 'tenant_id'):
        op.drop_index(f'ix_{TABLE}_{column}', table_name=TABLE)
    op.drop_table(TABLE)
    connection_status.drop(op.get_bind(), checkfirst=True)
    if has_table(BACKUP):
        op.rename_table(BACKUP, TABLE)
