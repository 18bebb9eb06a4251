from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

def upgrade():
    op.create_exclude_constraint('ex', 't', (sa.column('p'), '&&'), ('g', '='), where=sa.text("g <> 'some'"), using='gist', ops={'p': 'range_ops'})
    op.create_exclude_constraint('ex2', 't', ('p', '&&'), where="g = 1", deferrable=True, initially='DEFERRED', schema='s')
    op.create_table('e', sa.Column('a', sa.Integer), postgresql.ExcludeConstraint(('a', '='), name='exa', where=sa.text('a > 1')))


def downgrade():
    op.drop_table("t")
