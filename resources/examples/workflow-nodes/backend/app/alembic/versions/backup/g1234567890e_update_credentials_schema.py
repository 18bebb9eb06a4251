"""Update credentials schema

Revision ID: g1234567890e
Revises: e3c92c171920
Create Date: 2025-10-09 15:26:00.074565

"""
import enum

from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

# revision identifiers, used by Alembic.
revision = 'g1234567890e'
down_revision = 'e3c92c171920'
branch_labels = None
depends_on = None


class CredentialCategory(str, enum.Enum):
    GITHUB_COPILOT = 'github_copilot'
    CURSOR = 'cursor'
    CLAUDE = 'claude'
    OTHER = 'other'


category = sa.Enum(CredentialCategory, name='credentialcategory')


def upgrade():
    category.create(op.get_bind(), checkfirst=True)
    op.alter_column('credential', 'name', new_column_name='title', existing_type=sa.String(length=255))
    op.add_column('credential', sa.Column('category', category, nullable=True))
    op.add_column('credential', sa.Column('is_disabled', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(f"UPDATE credential SET category = '{CredentialCategory.OTHER.name}'")
    op.alter_column('credential', 'category', existing_type=category, nullable=False)
    op.alter_column('credential', 'is_disabled', existing_type=sa.Boolean(), server_default=None)
    op.create_table(
        'credentialnodelink',
        sa.Column('credential_id', sa.Uuid(), nullable=False),
        sa.Column('node_id', sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(['credential_id'], ['credential.id'], ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['node_id'], ['node.id'], ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('credential_id', 'node_id'),
    )


def downgrade():
    op.drop_table('credentialnodelink')
    op.drop_column('credential', 'is_disabled')
    op.drop_column('credential', 'category')
    op.alter_column('credential', 'title', new_column_name='name', existing_type=sa.String(length=255))
    category.drop(op.get_bind(), checkfirst=True)
