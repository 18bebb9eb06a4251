"""Describe variables

Revision ID: 002_variable_descriptions
Revises: 001_variable_tables
Create Date: 2025-02-06 14:30:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '002_variable_descriptions'
down_revision = '001_variable_tables'
branch_labels = None
depends_on = None


def upgrade():
    """变量说明与归档标记"""
    op.add_column('execution_variables', sa.Column('description', sa.String(500), server_default='', nullable=False))
    op.add_column('execution_variables', sa.Column('is_archived', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE execution_variables SET description = source_api_method WHERE source_api_method IS NOT NULL")
    op.create_index('idx_variable_source', 'execution_variables', ['source_api_method'])


def downgrade():
    """回滚迁移"""
    op.drop_index('idx_variable_source', table_name='execution_variables')
    op.drop_column('execution_variables', 'is_archived')
    op.drop_column('execution_variables', 'description')
