"""The types of fastapi-users' tables."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator


class GUID(TypeDecorator):
    impl = sa.CHAR

    def load_dialect_impl(self, dialect):
        return postgresql.UUID() if dialect.name == "postgresql" else sa.CHAR(36)

    def process_bind_param(self, value, dialect):
        raise NotImplementedError("values of GUID")


class TIMESTAMPAware(TypeDecorator):
    impl = sa.TIMESTAMP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"timezone": True, **kwargs})
