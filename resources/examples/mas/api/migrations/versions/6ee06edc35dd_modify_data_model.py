"""modify data model

Revision ID: 6ee06edc35dd
Revises: a07d3e95c1b8
Create Date: 2025-07-15 17:48:29.174530

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision: str = '6ee06edc35dd'
down_revision: Union[str, None] = 'a07d3e95c1b8'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column('agents', sa.Column('status', sa.String(length=20), server_default='draft', nullable=False))
    op.add_column('agents', sa.Column('updated_at', sa.DateTime(timezone=True), nullable=True))
    op.alter_column('agents', 'model', existing_type=sa.VARCHAR(length=60), type_=sa.String(length=120), existing_nullable=False)
    op.alter_column('messages', 'sender', new_column_name='role', existing_type=sa.VARCHAR(length=20), existing_nullable=False)
    op.execute("UPDATE agents SET status = 'published' WHERE prompt IS NOT NULL")
    op.create_check_constraint('ck_agents_temperature', 'agents', 'temperature BETWEEN 0 AND 2')
    op.create_unique_constraint('uq_agents_tenant_name', 'agents', ['tenant_id', 'name'])


def downgrade() -> None:
    op.drop_constraint('uq_agents_tenant_name', 'agents', type_='unique')
    op.drop_constraint('ck_agents_temperature', 'agents', type_='check')
    op.alter_column('messages', 'role', new_column_name='sender', existing_type=sa.String(length=20), existing_nullable=False)
    op.alter_column(
        'agents', 'model', existing_type=sa.String(length=120), type_=sa.VARCHAR(length=60), existing_nullable=False,
        postgresql_using='left(model, 60)',
    )
    op.drop_column('agents', 'updated_at')
    op.drop_column('agents', 'status')
