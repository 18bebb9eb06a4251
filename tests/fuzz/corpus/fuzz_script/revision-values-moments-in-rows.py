from alembic import op
import sqlalchemy as sa
from datetime import datetime, date, time

def upgrade():
    t = sa.table('t', sa.column('a', sa.DateTime), sa.column('b', sa.Date), sa.column('c', sa.Time))
    op.bulk_insert(t, [{'a': datetime(2018, 6, 30, 23, 0), 'b': date(2018, 7, 1), 'c': time(4, 5)}])


def downgrade():
    op.drop_table("t")
