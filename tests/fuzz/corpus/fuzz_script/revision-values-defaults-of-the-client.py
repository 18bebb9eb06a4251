from alembic import op
import sqlalchemy as sa
from sqlalchemy import func

def upgrade():
    t = op.create_table('d', sa.Column('id', sa.Integer, primary_key=True), sa.Column('a', sa.String, default='x'), sa.Column('b', sa.DateTime, default=sa.func.now()))
    op.bulk_insert(t, [{'id': 1}, {'id': 2, 'a': 'y'}])
    op.execute(t.insert().values(id=3))
    op.execute(t.update().values(a='z'))


def downgrade():
    op.drop_table("t")
