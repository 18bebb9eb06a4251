"""add table

Revision ID: ae1
Revises: 
Create Date: 2024-01-02 03:04:05.678901

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision: str = "ae1"
down_revision: Union[str, None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table("t",
        sa.Column("id", sa.Integer()),  # it's
    )
    op.execute(f"UPDATE {t} SET a = {d['k']}")


def downgrade() -> None:
    op.drop_table("t")
