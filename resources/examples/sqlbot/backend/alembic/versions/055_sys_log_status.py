"""sys_log_status

Revision ID: 32ff5d914bb9
Revises: abd75c663373
Create Date: 2025-11-27 11:24:59.684193

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

# 版本标识
revision: str = '32ff5d914bb9'
down_revision: Union[str, None] = 'abd75c663373'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

log_status = postgresql.ENUM('success', 'failed', name='syslogstatus')


def upgrade() -> None:
    """升级操作"""
    log_status.create(op.get_bind())
    op.execute("UPDATE sys_log SET operation_status = 'failed' WHERE operation_status NOT IN ('success', 'failed')")
    op.alter_column(
        'sys_log', 'operation_status', existing_type=sa.String(255), type_=log_status, existing_nullable=True,
        postgresql_using='operation_status::syslogstatus',
    )


def downgrade() -> None:
    """回滚操作"""
    op.alter_column(
        'sys_log', 'operation_status', existing_type=log_status, type_=sa.String(255), existing_nullable=True,
        postgresql_using='operation_status::varchar(255)',
    )
    log_status.drop(op.get_bind())
