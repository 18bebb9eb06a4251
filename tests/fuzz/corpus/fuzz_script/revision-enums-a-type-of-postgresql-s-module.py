from alembic import op
import sqlalchemy as sa
import enum
from sqlalchemy.dialects import postgresql
class Status(str, enum.Enum):
    A = 'a'

def upgrade():
    op.create_table('t', sa.Column('s', postgresql.ENUM(Status, name='state', create_type=False)))


def downgrade():
    op.drop_table("t")
