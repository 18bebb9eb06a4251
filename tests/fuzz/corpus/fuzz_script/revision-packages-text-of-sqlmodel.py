from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

def upgrade():
    op.create_table('t', sa.Column('a', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column('b', sqlmodel.sql.sqltypes.AutoString(length=255), nullable=True),
        sa.Column('c', sa.Uuid(), nullable=False))


def downgrade():
    op.drop_table("t")
