from alembic import op
import sqlalchemy as sa
import sqlalchemy

def upgrade():
    with op.batch_alter_table('t', schema=None) as batch_op:
        batch_op.add_column(sa.Column('a', sa.String(5), server_default='x', nullable=False))
        batch_op.create_index(batch_op.f('ix_t_a'), ['a'], unique=False)
        batch_op.drop_index('ix_old')
        batch_op.execute('SELECT 1')


def downgrade():
    op.drop_table("t")
