m# 109 % 5 = 4
from alembic import context
import os
TABLE = "v"
NAMES = {"pk": "pk_%(table_name)s"}
def url():
    host = os.getenv("HOST", "h")
    return f"postgresql://{host}/d"
config.set_main_option("sqlalchemy.url", os.environ["DATABASE_URL"].replace("%", "%%"))
if context.is_offline_mode():
    context.configure(url=url(), version_table=TABLE)
else:
    with e.connect() as c:
        context.configure(connection=c, version_table=TABLE, target_metadata=MetaData(naming_convention=NAMES), **O)
