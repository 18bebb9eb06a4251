"""The type of sqlalchemy-jsonfield."""
import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator


class JSONField(TypeDecorator):
    impl = sa.JSON

    def __init__(self, enforce_string=False, enforce_unicode=False, json=None, json_type=sa.JSON, **settings):
        super().__init__()
        self.enforce_string = enforce_string
        self.json_type = json_type

    def load_dialect_impl(self, dialect):
        if self.enforce_string:
            return sa.UnicodeText()
        return self.json_type()

    def process_bind_param(self, value, dialect):
        raise NotImplementedError("values of JSONField")
