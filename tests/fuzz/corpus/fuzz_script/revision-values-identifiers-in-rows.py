from alembic import op
import sqlalchemy as sa
import uuid

def upgrade():
    t = sa.table('t', sa.column('a', sa.Uuid), sa.column('b', sa.UUID))
    op.bulk_insert(t, [{'a': uuid.UUID('12345678-1234-5678-1234-567812345678'), 'b': uuid.uuid5(uuid.NAMESPACE_URL, 'x')}])


def downgrade():
    op.drop_table("t")
