from alembic import op
import sqlalchemy as sa
t = sa.table('acc', sa.column('id', sa.Integer), sa.column('name', sa.String))

def upgrade():
    p = sa.table('person', sa.column('id', sa.Integer), sa.column('acc_id', sa.Integer), sa.column('name', sa.String))
    op.execute(t.update().values(name=sa.case((t.c.id == 1, 'one'), (t.c.id == 2, 'two'), else_='many')))
    op.execute(t.update().values(name=sa.func.coalesce(t.c.name, 'x')))
    op.execute(t.delete().where(t.c.id.in_(sa.select(p.c.acc_id).where(p.c.name == 'x'))))
    op.execute(t.update().values(name=sa.select(p.c.name).where(p.c.acc_id == t.c.id).scalar_subquery()))
    op.execute(t.delete().where(t.c.id.in_(sa.select(t.c.id).where(t.c.name == 'x'))))
    op.execute(t.update().values(name=sa.cast(t.c.id, sa.String)))
    op.execute(t.update().values(name=sa.literal('x') + t.c.name))


def downgrade():
    op.drop_table("t")
