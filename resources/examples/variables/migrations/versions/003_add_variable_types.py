"""Add variable types

Revision ID: 003_variable_types
Revises: 002_variable_descriptions
Create Date: 2025-02-13 11:15:00.000000

"""
from alembic import op
import sqlalchemy as sa

# revision identifiers
revision = '003_variable_types'
down_revision = '002_variable_descriptions'
branch_labels = None
depends_on = None

VARIABLE_TYPES = (
    ('string', '字符串'),
    ('number', '数字'),
    ('boolean', '布尔值'),
    ('object', '对象'),
    ('array', '数组'),
)


def upgrade():
    """变量类型对照表"""
    op.create_table(
        'variable_types',
        sa.Column('code', sa.String(50), nullable=False),
        sa.Column('label', sa.String(100), nullable=False),
        sa.Column('sort_order', sa.Integer(), server_default=sa.text('0'), nullable=False),
        sa.Column('created_at', sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint('code', name='pk_variable_types'),
        sa.UniqueConstraint('label', name='uk_variable_types_label')
    )
    for position, (code, label) in enumerate(VARIABLE_TYPES, start=1):
        op.execute(f"INSERT INTO variable_types (code, label, sort_order) VALUES ('{code}', '{label}', {position})")


def downgrade():
    """回滚迁移"""
    op.drop_table('variable_types')
