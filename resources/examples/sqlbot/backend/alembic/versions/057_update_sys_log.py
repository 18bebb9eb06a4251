"""update_sys_log

Revision ID: 7cdb2c49fd65
Revises: c32522c4290d
Create Date: 2025-12-01 11:16:01.164291

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = '7cdb2c49fd65'
down_revision: Union[str, None] = 'c32522c4290d'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('sys_log', sa.Column('oid', sa.BigInteger(), nullable=True))
    op.add_column('sys_log', sa.Column('user_name', sa.String(255), nullable=True))
    op.alter_column('sys_log', 'operation_detail', type_=sa.Text(), existing_type=sa.String(255), existing_nullable=True)
    op.alter_column('sys_log', 'ip_address', new_column_name='remote_address', existing_type=postgresql.INET())
    op.execute("""
        UPDATE sys_log
        SET user_name = sys_user.name, oid = coalesce(sys_user.oid, 1)
        FROM sys_user
        WHERE sys_user.id = sys_log.user_id
    """)


def downgrade() -> None:
    """回滚操作"""
    op.alter_column('sys_log', 'remote_address', new_column_name='ip_address', existing_type=postgresql.INET())
    op.alter_column(
        'sys_log', 'operation_detail', type_=sa.String(255), existing_type=sa.Text(), existing_nullable=True,
        postgresql_using='left(operation_detail, 255)',
    )
    op.drop_column('sys_log', 'user_name')
    op.drop_column('sys_log', 'oid')
