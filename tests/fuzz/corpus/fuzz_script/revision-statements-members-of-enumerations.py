from alembic import op
import sqlalchemy as sa
import enum
class Status(str, enum.Enum):
    A = 'first'
    B = 'second'

def upgrade():
    t = sa.table('acc', sa.column('s', sa.Enum(Status)), sa.column('w', sa.String))
    op.execute(t.update().where(t.c.s == Status.A).values(s=Status.B, w=Status.B))


def downgrade():
    op.drop_table("t")
