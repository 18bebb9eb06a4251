from alembic import op
import sqlalchemy as sa
import sqlalchemy

def upgrade():
    table = sa.Table('t', sa.MetaData(), sa.Column('id', sa.Integer, primary_key=True), sa.Column('a', sa.String(5), nullable=False), sa.CheckConstraint('id > 1', name='ck'))
    with op.batch_alter_table('t', copy_from=table, recreate='always') as batch_op:
        batch_op.add_column(sa.Column('b', sa.Integer), insert_after='id')
        batch_op.alter_column('a', type_=sa.Integer())


def downgrade():
    op.drop_table("t")
