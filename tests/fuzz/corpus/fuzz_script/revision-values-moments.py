from alembic import op
import sqlalchemy as sa
import datetime
from datetime import datetime as moment, date, timezone, time

def upgrade():
    op.execute(f"SELECT '{moment(2018, 6, 30, 23, 0)}' '{date(2020, 2, 29)}' '{datetime.date(2020, 1, 2).isoformat()}'")
    op.execute(f"SELECT '{moment(2018, 6, 30, tzinfo=timezone.utc)}' '{time(1, 2, 3)}' '{moment(2020, 1, 2, 3, 4, 5, 678000)}'")
    op.execute("SELECT '{}'".format(datetime.datetime(year=2017, month=4, day=1, hour=1)))


def downgrade():
    op.drop_table("t")
