"""add_terminology

Revision ID: 30b49a2861f7
Revises: b41ce3b964cd
Create Date: 2025-05-14 19:49:36.841927

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '30b49a2861f7'
down_revision: Union[str, None] = 'b41ce3b964cd'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'terminology',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('oid', sa.BigInteger(), nullable=True, comment='所属工作空间'),
        sa.Column('word', sa.String(255), nullable=True, comment='术语'),
        sa.Column('description', sa.Text(), nullable=True, comment='描述'),
        sa.Column('create_time', sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint('id'),
        comment='业务术语',
    )
    op.create_index('idx_terminology_oid', 'terminology', ['oid'])


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('idx_terminology_oid', 'terminology')
    op.drop_table('terminology')
