from alembic import op
import sqlalchemy as sa
import enum
class Status(str, enum.Enum):
    """How it is."""
    ACTIVE = 'active'
    INACTIVE = 'inactive'

def upgrade():
    op.create_table('t', sa.Column('s', sa.Enum(Status), nullable=False))


def downgrade():
    op.drop_table("t")
