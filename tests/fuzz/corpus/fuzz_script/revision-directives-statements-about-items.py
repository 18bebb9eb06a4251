from alembic import op
import sqlalchemy as sa
import sqlalchemy

def upgrade():
    t = sa.Table('t', sa.MetaData(), sa.Column('a', sa.Integer, primary_key=True), sa.Column('b', sa.Integer, index=True, comment='c'))
    op.execute(sa.schema.CreateTable(t, if_not_exists=True))
    op.execute(sa.schema.CreateIndex(sa.Index('ix', t.c.b)))
    op.execute(sa.schema.DropIndex(sa.Index('ix', t.c.b), if_exists=True))
    op.execute(sa.schema.DropTable(t))
    op.execute(sa.schema.CreateSchema('s', if_not_exists=True))
    op.execute(sa.schema.DropSchema('s', cascade=True))
    op.execute(sa.schema.CreateSequence(sa.Sequence('q', start=5, increment=2, schema='s', cycle=True)))
    op.execute(sa.schema.DropSequence(sa.Sequence('q')))
    op.execute(sa.DDL("ALTER TABLE t SET (a = '50%%')"))


def downgrade():
    op.drop_table("t")
