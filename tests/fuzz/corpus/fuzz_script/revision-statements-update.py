from alembic import op
import sqlalchemy as sa
from sqlalchemy.sql import table, column

def upgrade():
    t = table('acc', column('id', sa.Integer), column('name', sa.String(20)), column('on', sa.Boolean))
    op.execute(t.update().where(t.c.name == 'a').values(name='b'))
    op.execute(t.update().values({'name': 'b', 'id': 5}))
    op.execute(t.update().values({t.c.id: 5, t.c.name: None}).where(t.c.id > 1).where(t.c.id <= 10))
    op.execute(sa.update(t).where(t.c.on == True).values(on=False))
    op.execute(sa.update(t).where(t.c.name.is_(None)).values(name=sa.func.lower(t.c.name)))
    op.execute(t.update().where(t.c.name == op.inline_literal('a')).values({'name': op.inline_literal("o'b")}))
    op.execute(t.update().values(id=t.c.id + 1))


def downgrade():
    op.drop_table("t")
