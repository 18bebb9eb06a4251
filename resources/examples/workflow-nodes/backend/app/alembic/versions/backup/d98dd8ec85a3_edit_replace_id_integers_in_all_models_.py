"""Edit replace id integers in all models to use UUID instead

Revision ID: d98dd8ec85a3
Revises: 9c0a54914c78
Create Date: 2025-08-25 04:04:21.626136

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = 'd98dd8ec85a3'
down_revision = '9c0a54914c78'
branch_labels = None
depends_on = None


def upgrade():
    # new keys beside the old ones
    op.add_column('user', sa.Column('new_id', sa.Uuid(), server_default=sa.text('gen_random_uuid()'), nullable=False))
    op.add_column('item', sa.Column('new_id', sa.Uuid(), server_default=sa.text('gen_random_uuid()'), nullable=False))
    op.add_column('item', sa.Column('new_owner_id', sa.Uuid(), nullable=True))
    op.execute('UPDATE item SET new_owner_id = (SELECT new_id FROM "user" WHERE "user".id = item.owner_id)')
    op.alter_column('item', 'new_owner_id', existing_type=sa.Uuid(), nullable=False)

    # then they take the old ones' places
    op.drop_constraint('item_owner_id_fkey', 'item', type_='foreignkey')
    op.drop_column('item', 'owner_id')
    op.alter_column('item', 'new_owner_id', new_column_name='owner_id', existing_type=sa.Uuid())
    for table in ('user', 'item'):
        op.drop_constraint(f'{table}_pkey', table, type_='primary')
        op.drop_column(table, 'id')
        op.alter_column(table, 'new_id', new_column_name='id', existing_type=sa.Uuid(), server_default=None)
        op.create_primary_key(f'{table}_pkey', table, ['id'])
    op.create_foreign_key('item_owner_id_fkey', 'item', 'user', ['owner_id'], ['id'])


def downgrade():
    op.add_column('user', sa.Column('old_id', sa.Integer(), sa.Identity(), nullable=False))
    op.add_column('item', sa.Column('old_id', sa.Integer(), sa.Identity(), nullable=False))
    op.add_column('item', sa.Column('old_owner_id', sa.Integer(), nullable=True))
    op.execute('UPDATE item SET old_owner_id = (SELECT old_id FROM "user" WHERE "user".id = item.owner_id)')
    op.alter_column('item', 'old_owner_id', existing_type=sa.Integer(), nullable=False)

    op.drop_constraint('item_owner_id_fkey', 'item', type_='foreignkey')
    op.drop_column('item', 'owner_id')
    op.alter_column('item', 'old_owner_id', new_column_name='owner_id', existing_type=sa.Integer())
    for table in ('user', 'item'):
        op.drop_constraint(f'{table}_pkey', table, type_='primary')
        op.drop_column(table, 'id')
        op.alter_column(table, 'old_id', new_column_name='id', existing_type=sa.Integer())
        op.create_primary_key(f'{table}_pkey', table, ['id'])
    op.create_foreign_key('item_owner_id_fkey', 'item', 'user', ['owner_id'], ['id'])
