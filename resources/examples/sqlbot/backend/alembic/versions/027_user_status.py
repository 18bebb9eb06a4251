"""user_status

Revision ID: 54245ab0cce2
Revises: 5c7934869f06
Create Date: 2025-07-28 15:34:44.372558

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '54245ab0cce2'
down_revision: Union[str, None] = '5c7934869f06'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('sys_user', sa.Column('status', sa.Integer(), nullable=True))
    op.execute("""
        UPDATE sys_user
        SET status = 1
        WHERE status IS NULL
    """)
    op.alter_column('sys_user', 'status', existing_type=sa.Integer(), nullable=False, server_default='1')


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('sys_user', 'status')
