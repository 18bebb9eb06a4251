from alembic import op
import sqlalchemy as sa
from textwrap import dedent
import textwrap

def upgrade():
    op.execute(dedent("""
        SELECT 1,
            2

        FROM t"""))
    op.execute(textwrap.dedent("   a\n     b\n  c\n \n"))
    op.execute(dedent('SELECT 1') + dedent('\n'))


def downgrade():
    op.drop_table("t")
