from alembic import op
import sqlalchemy as sa
from pgvector.sqlalchemy import VECTOR, HALFVEC, SPARSEVEC, BIT

def upgrade():
    op.add_column('t', sa.Column('a', VECTOR()))
    op.add_column('t', sa.Column('b', VECTOR(1536), nullable=False))
    op.add_column('t', sa.Column('c', VECTOR(dim=3)))
    op.add_column('t', sa.Column('d', VECTOR))
    op.add_column('t', sa.Column('e', HALFVEC(768)))
    op.add_column('t', sa.Column('f', SPARSEVEC(1000)))
    op.add_column('t', sa.Column('g', BIT(64)))
    op.add_column('t', sa.Column('h', BIT()))


def downgrade():
    op.drop_table("t")
