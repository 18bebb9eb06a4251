"""add_dashboard

Revision ID: 7655a322656c
Revises: a8ff0ff20788
Create Date: 2025-06-30 19:16:40.666920

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '7655a322656c'
down_revision: Union[str, None] = 'a8ff0ff20788'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'dashboard',
        sa.Column('id', sa.String(50), nullable=False),
        sa.Column('name', sa.String(255), nullable=True),
        sa.Column('pid', sa.String(50), nullable=True),
        sa.Column('oid', sa.BigInteger(), nullable=True),
        sa.Column('node_type', sa.String(50), nullable=True),
        sa.Column('canvas_style', sa.Text(), nullable=True),
        sa.Column('component_data', sa.Text(), nullable=True),
        sa.Column('canvas_views', sa.Text(), nullable=True),
        sa.Column('status', sa.Integer(), server_default=sa.text('1'), nullable=True),
        sa.Column('self_watermark', sa.Integer(), server_default=sa.text('0'), nullable=True),
        sa.Column('sort', sa.Integer(), server_default=sa.text('0'), nullable=True),
        sa.Column('create_time', sa.BigInteger(), nullable=True),
        sa.Column('create_by', sa.String(255), nullable=True),
        sa.Column('update_time', sa.BigInteger(), nullable=True),
        sa.Column('update_by', sa.String(255), nullable=True),
        sa.PrimaryKeyConstraint('id', name='dashboard_pkey'),
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_table('dashboard')
