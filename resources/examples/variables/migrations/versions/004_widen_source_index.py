"""Widen the index of variable sources

Revision ID: 004_variable_source_index
Revises: 003_variable_types
Create Date: 2025-02-20 16:45:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '004_variable_source_index'
down_revision = '003_variable_types'
branch_labels = None
depends_on = None


def upgrade():
    """来源查询同时按步骤过滤，并记录解析次数"""
    op.drop_index('idx_variable_source', table_name='execution_variables')
    op.create_index('idx_variable_source', 'execution_variables', ['source_api_method', 'source_step_index'])
    op.add_column('variable_references', sa.Column('attempts', sa.Integer(), server_default=sa.text('1'), nullable=False))
    op.execute("UPDATE variable_references SET attempts = 2 WHERE resolution_status = 'failed'")


def downgrade():
    """回滚迁移"""
    op.drop_column('variable_references', 'attempts')
    op.drop_index('idx_variable_source', table_name='execution_variables')
    op.create_index('idx_variable_source', 'execution_variables', ['source_api_method'])
