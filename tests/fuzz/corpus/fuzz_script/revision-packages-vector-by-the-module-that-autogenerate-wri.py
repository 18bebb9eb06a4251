from alembic import op
import sqlalchemy as sa
import pgvector

def upgrade():
    op.add_column('t', sa.Column('v', pgvector.sqlalchemy.vector.VECTOR(dim=4)))


def downgrade():
    op.drop_table("t")
