from alembic import op
import sqlalchemy as sa
t = sa.table('d', sa.column('i', sa.Integer), sa.column('s', sa.String))

def upgrade():
    op.get_bind().execute(t.insert(), [{'i': 1, 's': 'a'}])
    op.get_bind().execute(sa.text('UPDATE d SET s = :s'), {'s': 'x'})


def downgrade():
    op.drop_table("t")
