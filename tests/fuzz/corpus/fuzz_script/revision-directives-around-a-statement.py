from alembic import op
import sqlalchemy as sa
import sqlalchemy

def upgrade():
    with op.get_context().autocommit_block():
        op.execute('SELECT 1')
    if op.get_context().as_sql and op.get_context().impl.dialect.name == op.get_bind().dialect.name:
        op.execute('SELECT 2')


def downgrade():
    op.drop_table("t")
