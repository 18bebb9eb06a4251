from alembic import op
import sqlalchemy as sa
from enum import Enum
class Status(Enum):
    A = 'first'
    B = "o'clock"

def upgrade():
    status = sa.Enum(Status, name='state', values_callable=lambda e: [m.value for m in e])
    op.create_table('t', sa.Column('s', status))
    op.execute(Status.A.value)


def downgrade():
    op.drop_table("t")
