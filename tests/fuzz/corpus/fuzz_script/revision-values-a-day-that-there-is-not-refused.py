from alembic import op
import sqlalchemy as sa
from datetime import date

def upgrade():
    op.execute(f"SELECT '{date(2019, 2, 29)}'")


def downgrade():
    op.drop_table("t")
