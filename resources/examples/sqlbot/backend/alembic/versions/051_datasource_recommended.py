"""datasource_recommended

Revision ID: 0f3b316f01dd
Revises: 8fd5ab18875a
Create Date: 2025-11-02 02:58:56.476505

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '0f3b316f01dd'
down_revision: Union[str, None] = '8fd5ab18875a'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.create_table(
        'ds_recommended_problem',
        sa.Column('id', sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column('datasource_id', sa.BigInteger(), nullable=True),
        sa.Column('question', sa.Text(), nullable=True),
        sa.Column('remark', sa.Text(), nullable=True),
        sa.Column('sort', sa.BigInteger(), nullable=True),
        sa.Column('create_time', sa.DateTime(), nullable=True),
        sa.Column('create_by', sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint('id'),
    )
    op.add_column('datasource', sa.Column('recommended_config', sa.BigInteger(), server_default='0', nullable=True))


def downgrade() -> None:
    """回滚操作"""
    op.drop_column('datasource', 'recommended_config')
    op.drop_table('ds_recommended_problem')
