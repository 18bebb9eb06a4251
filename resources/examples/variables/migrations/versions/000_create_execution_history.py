"""Create execution history

Revision ID: 000_execution_history
Revises: 
Create Date: 2025-01-28 09:00:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '000_execution_history'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    """创建执行历史表"""
    op.create_table(
        'execution_history',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('execution_id', sa.String(50), nullable=False),
        sa.Column('workflow_name', sa.String(255), nullable=False),
        sa.Column('status', sa.String(20), server_default='pending', nullable=False),
        sa.Column('started_at', sa.DateTime(), server_default=sa.func.now()),
        sa.Column('finished_at', sa.DateTime()),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('execution_id', name='uk_execution_history_execution_id')
    )
    op.create_index('idx_history_status', 'execution_history', ['status', 'started_at'])


def downgrade():
    """回滚迁移"""
    op.drop_index('idx_history_status', table_name='execution_history')
    op.drop_table('execution_history')
