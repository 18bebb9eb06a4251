"""Users get VARCHAR(255) keys, as tenants have

Revision ID: 006_fix_foreign_key_types
Revises: 005_widen_version_number
Create Date: 2025-11-25 14:47:08.733190

"""
from alembic import op
import sqlalchemy as sa

revision = '006_fix_foreign_key_types'
down_revision = '005_widen_version_number'
branch_labels = None
depends_on = None

# table, column, name of the foreign key, ON DELETE
REFERENCES = [
    ('chat_sessions', 'user_id', 'fk_chat_sessions_user_id', 'SET NULL'),
    ('saved_queries', 'owner_id', 'fk_saved_queries_owner_id', None),
]


def change_keys(old, new, cast) -> None:
    for table, _, name, _ in REFERENCES:
        op.drop_constraint(name, table, type_='foreignkey')
    op.alter_column('users', 'id', existing_type=old, type_=new, postgresql_using=f'id::{cast}')
    for table, column, name, on_delete in REFERENCES:
        op.alter_column(table, column, existing_type=old, type_=new, postgresql_using=f'{column}::{cast}')
        op.create_foreign_key(name, table, 'users', [column], ['id'], ondelete=on_delete)


def upgrade() -> None:
    op.execute('ALTER TABLE users ALTER COLUMN id DROP DEFAULT')
    op.execute('DROP SEQUENCE users_id_seq')
    change_keys(sa.Integer(), sa.String(255), 'varchar(255)')


def downgrade() -> None:
    # fails, and changes nothing, when there are keys that are no numbers
    change_keys(sa.String(255), sa.Integer(), 'integer')
    op.execute('CREATE SEQUENCE users_id_seq AS integer OWNED BY users.id')
    op.execute("SELECT setval('users_id_seq', coalesce((SELECT max(id) FROM users), 0) + 1, false)")
    op.execute("ALTER TABLE users ALTER COLUMN id SET DEFAULT nextval('users_id_seq')")
