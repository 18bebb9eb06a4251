from alembic import op
import sqlalchemy as sa
import uuid

def upgrade():
    u = uuid.UUID('12345678-1234-5678-1234-567812345678')
    op.execute(f"SELECT '{u}' '{u.hex}' {u!r} {u == uuid.UUID('12345678123456781234567812345678')}")
    op.execute(f"SELECT '{uuid.uuid5(uuid.NAMESPACE_DNS, 'example.com')}' '{len(str(uuid.uuid4()))}'")


def downgrade():
    op.drop_table("t")
