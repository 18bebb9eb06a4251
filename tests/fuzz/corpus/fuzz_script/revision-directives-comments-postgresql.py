from alembic import op
import sqlalchemy as sa
import sqlalchemy

def upgrade():
    op.create_table_comment('t', 'c', existing_comment='d', schema='s')
    op.drop_table_comment('t', existing_comment='d')
    op.create_table_comment('t', None)
    op.alter_column('t', 'c', comment='x', existing_comment='y', autoincrement=True)


def downgrade():
    op.drop_table("t")
