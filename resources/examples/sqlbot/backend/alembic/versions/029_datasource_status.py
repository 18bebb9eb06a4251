"""datasource_status

Revision ID: 20e9988b9497
Revises: 810043d7aa03
Create Date: 2025-08-06 00:45:45.390341

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '20e9988b9497'
down_revision: Union[str, None] = '810043d7aa03'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.execute("""
        UPDATE datasource
        SET status = CASE WHEN num LIKE '0/%' THEN 'Empty' ELSE 'Success' END
        WHERE status IS NULL
    """)
    op.alter_column('datasource', 'status', existing_type=sa.String(64), nullable=False, server_default='Success')


def downgrade() -> None:
    """回滚操作"""
    op.alter_column('datasource', 'status', existing_type=sa.String(64), nullable=True, server_default=None)
