from alembic import op
import sqlalchemy as sa
from pgvector.sqlalchemy import VECTOR
from sqlalchemy.dialects import postgresql

def upgrade():
    op.add_column('t', sa.Column('v', postgresql.ARRAY(VECTOR(3))))


def downgrade():
    op.drop_table("t")
