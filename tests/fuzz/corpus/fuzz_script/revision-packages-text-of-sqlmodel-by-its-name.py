from alembic import op
import sqlalchemy as sa
from sqlmodel.sql.sqltypes import AutoString

def upgrade():
    op.add_column('t', sa.Column('a', AutoString))


def downgrade():
    op.drop_table("t")
