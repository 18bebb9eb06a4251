from alembic import op
import sqlalchemy as sa
import pgvector.sqlalchemy

def upgrade():
    op.add_column('t', sa.Column('v', pgvector.sqlalchemy.VECTOR(dim=4)))


def downgrade():
    op.drop_table("t")
