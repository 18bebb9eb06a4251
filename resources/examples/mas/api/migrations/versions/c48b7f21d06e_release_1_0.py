"""release 1.0

Revision ID: c48b7f21d06e
Revises: 6ee06edc35dd
Create Date: 2025-07-31 18:00:00.000000

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# revision identifiers, used by Alembic.
revision: str = 'c48b7f21d06e'
down_revision: Union[str, None] = '6ee06edc35dd'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    # nothing changes: this marks what release 1.0 has
    pass


def downgrade() -> None:
    pass
