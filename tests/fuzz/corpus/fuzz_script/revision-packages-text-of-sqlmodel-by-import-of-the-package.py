from alembic import op
import sqlalchemy as sa
import sqlmodel

def upgrade():
    op.add_column('t', sa.Column('a', sqlmodel.sql.sqltypes.AutoString(100)))
    op.add_column('t', sa.Column('b', sqlmodel.String(100)))


def downgrade():
    op.drop_table("t")
