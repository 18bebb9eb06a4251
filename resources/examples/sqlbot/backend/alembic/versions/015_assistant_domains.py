"""assistant_domains

Revision ID: 58e1f0829105
Revises: 25fc093002d1
Create Date: 2025-06-07 17:15:39.084363

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '58e1f0829105'
down_revision: Union[str, None] = '25fc093002d1'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    # several domains, with commas
    op.alter_column('assistant', 'domain', existing_type=sa.String(255), type_=sa.Text(), existing_nullable=False)
    op.add_column('assistant', sa.Column('app_id', sa.String(64), nullable=True))
    op.add_column('assistant', sa.Column('app_secret', sa.String(128), nullable=True))
    op.create_unique_constraint('uk_assistant_app_id', 'assistant', ['app_id'])


def downgrade() -> None:
    """回滚操作"""
    op.drop_constraint('uk_assistant_app_id', 'assistant', type_='unique')
    op.drop_column('assistant', 'app_secret')
    op.drop_column('assistant', 'app_id')
    op.alter_column(
        'assistant', 'domain', existing_type=sa.Text(), type_=sa.String(255), existing_nullable=False,
        postgresql_using='left(domain, 255)',
    )
