"""ai_model_one_default

Revision ID: 515e98ae5c8d
Revises: 9dbe68387818
Create Date: 2025-09-29 09:50:53.290336

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

# 版本标识
revision: str = '515e98ae5c8d'
down_revision: Union[str, None] = '9dbe68387818'
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    """升级操作"""
    op.execute("""
        UPDATE ai_model
        SET default_model = false
        WHERE default_model AND id <> (SELECT min(id) FROM ai_model WHERE default_model)
    """)
    op.create_index(
        'uk_ai_model_default', 'ai_model', ['default_model'], unique=True, postgresql_where=sa.text('default_model')
    )


def downgrade() -> None:
    """回滚操作"""
    op.drop_index('uk_ai_model_default', 'ai_model')
