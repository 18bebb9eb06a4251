from alembic import op
import sqlalchemy as sa
import sqlalchemy

def upgrade():
    op.create_table('t', sa.Column('a', sa.Integer), postgresql_with={'a': 1})


def downgrade():
    op.drop_table("t")
