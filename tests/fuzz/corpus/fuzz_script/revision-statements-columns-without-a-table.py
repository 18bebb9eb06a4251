from alembic import op
import sqlalchemy as sa
op_name = 1

def upgrade():
    op.execute(sa.table('acc').delete().where(sa.column('id') == 5))


def downgrade():
    op.drop_table("t")
