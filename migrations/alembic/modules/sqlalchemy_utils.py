"""The types of SQLAlchemy-Utils: what their columns are in a database."""
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.types import TypeDecorator, UserDefinedType


class UUIDType(TypeDecorator):
    impl = sa.BINARY(16)

    def __init__(self, binary=True, native=True):
        super().__init__()
        self.binary = binary
        self.native = native

    def load_dialect_impl(self, dialect):
        if self.native and dialect.name == "postgresql":
            return postgresql.UUID()
        return sa.BINARY(16) if self.binary else sa.CHAR(32)

    def process_bind_param(self, value, dialect):
        raise NotImplementedError("values of UUIDType")


class JSONType(TypeDecorator):
    impl = sa.UnicodeText

    def load_dialect_impl(self, dialect):
        return postgresql.JSON() if dialect.name == "postgresql" else self.impl

    def process_bind_param(self, value, dialect):
        raise NotImplementedError("values of JSONType")


class PasswordType(TypeDecorator):
    impl = sa.VARBINARY(1024)

    def __init__(self, max_length=None, **settings):
        super().__init__()
        self.length = 1024 if max_length is None else max_length

    def load_dialect_impl(self, dialect):
        return postgresql.BYTEA() if dialect.name == "postgresql" else sa.VARBINARY(self.length)

    def process_bind_param(self, value, dialect):
        raise NotImplementedError("values of PasswordType")


class _Converted(TypeDecorator):
    """A column of another type whose values are converted, which needs the package."""

    def process_bind_param(self, value, dialect):
        raise NotImplementedError("values of " + type(self).__name__)


class URLType(_Converted):
    impl = sa.UnicodeText


class ScalarListType(_Converted):
    impl = sa.UnicodeText

    def __init__(self, coerce_func=str, separator=","):
        super().__init__()


class ArrowType(_Converted):
    impl = sa.DateTime


class EmailType(_Converted):
    impl = sa.Unicode

    def __init__(self, length=255, *args, **kwargs):
        super().__init__(length, *args, **kwargs)


class IPAddressType(_Converted):
    impl = sa.Unicode(50)

    def __init__(self, max_length=50, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.impl = sa.Unicode(max_length)


class ColorType(_Converted):
    impl = sa.Unicode(20)

    def __init__(self, max_length=20, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.impl = sa.Unicode(max_length)


class PhoneNumberType(_Converted):
    impl = sa.Unicode(20)

    def __init__(self, region=None, max_length=20, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.impl = sa.Unicode(max_length)


class LocaleType(_Converted):
    impl = sa.Unicode(10)


class TimezoneType(_Converted):
    impl = sa.Unicode(50)

    def __init__(self, backend="dateutil"):
        super().__init__()


class CountryType(_Converted):
    impl = sa.String(2)


class CurrencyType(_Converted):
    impl = sa.String(3)


class ChoiceType(_Converted):
    impl = sa.Unicode(255)

    def __init__(self, choices, impl=None):
        super().__init__()
        if impl is not None:
            self.impl = impl() if isinstance(impl, type) else impl


class StringEncryptedType(_Converted):
    impl = sa.String

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kwargs):
        super().__init__(**kwargs)


class EncryptedType(_Converted):
    impl = sa.LargeBinary

    def __init__(self, type_in=None, key=None, engine=None, padding=None, **kwargs):
        super().__init__(**kwargs)


class LtreeType(UserDefinedType):
    def get_col_spec(self, **kw):
        return "LTREE"


class LQUERY(UserDefinedType):
    def get_col_spec(self, **kw):
        return "LQUERY"


TSVectorType = postgresql.TSVECTOR
