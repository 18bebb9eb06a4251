"""merge webhook and tokens

Revision ID: 7ba2c60d19fe
Revises: 91d5a2e8f37c, e3f09b64a5c2
Create Date: 2025-08-13 09:14:05.287761

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision: str = '7ba2c60d19fe'
down_revision: Union[str, Sequence[str], None] = ('91d5a2e8f37c', 'e3f09b64a5c2')
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
