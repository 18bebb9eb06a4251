from alembic import op
import sqlalchemy as sa
import enum
class Status(enum.Enum):
    A = 1

def upgrade():
    op.execute(Status.B.value)


def downgrade():
    op.drop_table("t")
