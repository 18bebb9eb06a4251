"""asyncpg is not part of the environment: its URLs are answered with psycopg2.

SQLAlchemy runs an asynchronous engine's work in greenlets, where a driver that waits works as well.
"""
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2


class Dialect(PGDialect_psycopg2):
    driver = "asyncpg"
    is_async = True
    supports_statement_cache = True


registry.impls["postgresql.asyncpg"] = lambda: Dialect
