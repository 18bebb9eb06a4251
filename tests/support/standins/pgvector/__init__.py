from . import sqlalchemy  # noqa: F401
