"""data_training_datasource

Revision ID: 19058ff75500
Revises: a34cefd84adb
Create Date: 2025-09-03 19:34:49.026766

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '19058ff75500'
down_revision: Union[str, None] = 'a34cefd84adb'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('data_training', sa.Column('datasource', sa.BigInteger(), nullable=True))
    op.add_column('data_training', sa.Column('enabled', sa.Boolean(), nullable=True))
    op.execute("UPDATE data_training SET enabled = true WHERE enabled IS NULL")
    op.alter_column('data_training', 'enabled', existing_type=sa.Boolean(), nullable=False)
    op.create_index('idx_data_training_ds', 'data_training', ['oid', 'datasource'])


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_data_training_ds', 'data_training')
    op.drop_column('data_training', 'enabled')
    op.drop_column('data_training', 'datasource')
