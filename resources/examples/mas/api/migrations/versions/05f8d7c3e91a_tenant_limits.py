"""tenant limits

Revision ID: 05f8d7c3e91a
Revises: 7ba2c60d19fe
Create Date: 2025-09-02 15:37:40.495528

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision: str = '05f8d7c3e91a'
down_revision: Union[str, None] = '7ba2c60d19fe'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column('tenants', sa.Column('max_agents', sa.SmallInteger(), server_default=sa.text('10'), nullable=False))
    op.add_column('tenants', sa.Column('monthly_tokens', sa.BigInteger(), nullable=True))
    op.execute("""
        UPDATE tenants
        SET monthly_tokens = used.tokens * 2
        FROM (
            SELECT conversations.tenant_id, sum(messages.tokens) AS tokens
            FROM messages JOIN conversations ON conversations.id = messages.conversation_id
            GROUP BY conversations.tenant_id
        ) AS used
        WHERE used.tenant_id = tenants.id
    """)


def downgrade() -> None:
    op.drop_column('tenants', 'monthly_tokens')
    op.drop_column('tenants', 'max_agents')
