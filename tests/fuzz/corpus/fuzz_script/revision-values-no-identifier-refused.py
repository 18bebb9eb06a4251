from alembic import op
import sqlalchemy as sa
import uuid

def upgrade():
    op.execute(str(uuid.UUID('1234')))


def downgrade():
    op.drop_table("t")
