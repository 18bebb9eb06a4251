from alembic import op
import sqlalchemy as sa
t = sa.table('acc', sa.column('n', sa.Numeric(5, 2)), sa.column('i', sa.Integer), sa.column('b', sa.Boolean), sa.column('x'))

def upgrade():
    op.execute(t.update().where(t.c.n == 1).values(n=t.c.n * 2 - 1, i=(t.c.i + 1) * 2))
    op.execute(t.update().where(t.c.x == 1.5).values(i=0))
    op.execute(t.update().values(b=1, n='2.50'))
    op.execute(t.update().where(5 < t.c.i).values(i=1 + t.c.i))


def downgrade():
    op.drop_table("t")
