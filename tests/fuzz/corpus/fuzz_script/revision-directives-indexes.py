from alembic import op
import sqlalchemy as sa
import sqlalchemy

def upgrade():
    op.create_index('ix1', 't', ['a', sa.text('lower(b)')], postgresql_ops={'a': 'text_pattern_ops', 'lower(b)': 'varchar_pattern_ops'}, postgresql_with={'fillfactor': 50, 'fastupdate': 'off'}, sqlite_where=sa.text('a > 1'))
    op.create_index('ix2', 't', ['a'], unique=True, postgresql_include=['b', 'c'], postgresql_nulls_not_distinct=True, postgresql_tablespace='ts', mysql_length=10)
    op.create_index('ix3', 't', [sa.column('a').desc().nulls_last(), sa.func.lower(sa.column('b'))], postgresql_using='btree', if_not_exists=True)
    op.drop_index('ix1', 't', if_exists=True, postgresql_using='gin', schema='s')


def downgrade():
    op.drop_table("t")
