"""Make Node owner_id non-nullable

Revision ID: 26c2c831dc19
Revises: 1ee55d360fcb
Create Date: 2025-10-20 10:14:46.443080

"""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = '26c2c831dc19'
down_revision = '1ee55d360fcb'
branch_labels = None
depends_on = None


def upgrade():
    # nodes without an owner go to the first administrator, or are of no use
    op.execute("""
        UPDATE node
        SET owner_id = (SELECT id FROM "user" WHERE is_superuser ORDER BY email LIMIT 1)
        WHERE owner_id IS NULL
    """)
    op.execute('DELETE FROM node WHERE owner_id IS NULL')
    op.alter_column('node', 'owner_id', existing_type=sa.Uuid(), nullable=False)


def downgrade():
    op.alter_column('node', 'owner_id', existing_type=sa.Uuid(), nullable=True)
