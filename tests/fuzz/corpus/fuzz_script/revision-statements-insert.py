from alembic import op
import sqlalchemy as sa
from datetime import date, datetime

def upgrade():
    t = sa.table('acc', sa.column('id', sa.Integer), sa.column('name', sa.String), sa.column('n', sa.Numeric(5, 2)), sa.column('b', sa.Boolean))
    op.execute(t.insert().values(id=1, name='x'))
    op.execute(t.insert().values({'name': 'x', 'id': 2, 'b': True}))
    op.execute(sa.insert(t).values(name=None, n=1.5))
    op.execute(t.insert().values([{'id': 1, 'name': 'a'}, {'id': 2, 'name': 'b'}]))


def downgrade():
    op.drop_table("t")
