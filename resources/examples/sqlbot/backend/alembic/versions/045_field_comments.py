"""field_comments

Revision ID: ba2b10d19357
Revises: 515e98ae5c8d
Create Date: 2025-10-04 12:37:54.138698

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = 'ba2b10d19357'
down_revision: Union[str, None] = '515e98ae5c8d'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.add_column('ds_field', sa.Column('field_index', sa.BigInteger(), nullable=True))
    op.alter_column('ds_field', 'custom_comment', existing_type=sa.Text(), comment='用户填写的备注', existing_nullable=True)
    op.alter_column('ds_field', 'checked', existing_type=sa.Boolean(), comment='是否参与问数', existing_nullable=False)
    op.create_table_comment('ds_field', '数据源字段')


def downgrade() -> None:
    """回滚操作"""
    op.drop_table_comment('ds_field', existing_comment='数据源字段')
    op.alter_column('ds_field', 'checked', existing_type=sa.Boolean(), comment=None, existing_nullable=False)
    op.alter_column('ds_field', 'custom_comment', existing_type=sa.Text(), comment=None, existing_nullable=True)
    op.drop_column('ds_field', 'field_index')
