from alembic import op
import sqlalchemy as sa
import enum
class Status(str, enum.Enum):
    FIRST = 'a'
    SECOND = 'b'

def upgrade():
    t = sa.table('t', sa.column('s', sa.Enum(Status)), sa.column('w', sa.String), sa.column('n', sa.Integer))
    op.bulk_insert(t, [{'s': Status.FIRST, 'w': Status.FIRST, 'n': 1}, {'s': 'SECOND', 'w': 'x', 'n': 2}])


def downgrade():
    op.drop_table("t")
