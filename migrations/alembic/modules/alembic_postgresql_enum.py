"""The operation of alembic-postgresql-enum: an enum type gets other labels by a new type of its name."""
from enum import Enum

import sqlalchemy as sa
from alembic import op


class ColumnType(Enum):
    COMMON = 1
    ARRAY = 2


_UNSPECIFIED = object()


class TableReference:
    def __init__(self, table_name, column_name, table_schema=_UNSPECIFIED, column_type=ColumnType.COMMON,
                 existing_server_default=None):
        self.table_name = table_name
        self.column_name = column_name
        self.table_schema = table_schema
        self.column_type = column_type
        self.existing_server_default = existing_server_default

    def in_schema(self, schema):
        if self.table_schema is not _UNSPECIFIED:
            return self
        return TableReference(
            self.table_name, self.column_name, schema, self.column_type, self.existing_server_default)

    @property
    def table(self):
        prefix = '"%s".' % self.table_schema if self.table_schema else ""
        return prefix + '"%s"' % self.table_name

    @property
    def column(self):
        return '"%s"' % self.column_name


def _run(text):
    return op.get_bind().execute(sa.text(text))


# The blanks in the statements below are the package's: what it prints is compared byte for byte.


def _default_of(default, new_type, renames):
    """what a default says after its labels were renamed, with the type of now"""
    if not default.startswith("ARRAY["):
        array = "[]" if default.endswith("[]") else ""
        default = default[: default.find("::")]
    else:
        raise NotImplementedError("sync_enum_values() of a column whose default is an ARRAY[]")
    for old, new in renames:
        default = default.replace("'%s'" % old, "'%s'" % new).replace('"%s"' % old, '"%s"' % new)
    return "%s::%s%s" % (default, new_type, array)


def _compare_with_old(name, sign, new_type, old_type, renames):
    other = "old_enum_val::text;"
    if renames:
        cases = " ".join("WHEN old_enum_val::text = '%s' THEN '%s'" % pair for pair in renames)
        other = "CASE\n                    " + cases + "\n\n                    ELSE old_enum_val::text\n                END;"
    _run("CREATE FUNCTION %s(\n                new_enum_val %s, old_enum_val %s\n            )\n            RETURNS boolean AS $$\n"
         "                SELECT new_enum_val::text %s %s\n            $$ LANGUAGE SQL IMMUTABLE"
         % (name, new_type, old_type, sign, other))
    _run("CREATE OPERATOR %s (\n            leftarg = %s,\n            rightarg = %s,\n            procedure = %s\n        )"
         % (sign, new_type, old_type, name))


def _change_type(reference, new_type, renames):
    if reference.column_type == ColumnType.ARRAY:
        value = reference.column + "::text[]"
        for pair in renames:
            value = "array_replace(%s, '%s', '%s')" % (value, *pair)
        _run("ALTER TABLE %s \n            ALTER COLUMN %s TYPE %s[]\n            USING %s::%s[]"
             % (reference.table, reference.column, new_type, value, new_type))
        return
    text = reference.column + "::text"
    value = "%s::%s" % (text, new_type)
    if renames:
        cases = " ".join("WHEN %s = '%s' THEN '%s'::%s" % (text, *pair, new_type) for pair in renames)
        value = "CASE \n                %s\n\n                ELSE %s\n                END" % (cases, value)
    _run("ALTER TABLE %s \n                ALTER COLUMN %s TYPE %s \n                USING %s"
         % (reference.table, reference.column, new_type, value))


def _columns(affected_columns, schema):
    for affected in affected_columns:
        if isinstance(affected, TableReference):
            yield affected.in_schema(schema)
        elif isinstance(affected, tuple):  # as older versions wrote it
            default = _run(
                "SELECT column_default\n        FROM information_schema.columns\n        WHERE \n"
                "            table_schema = '%s' AND \n            table_name = '%s' AND \n            column_name = '%s'"
                % (schema, affected[0], affected[1])).scalar()
            kind = affected[2] if len(affected) > 2 else ColumnType.COMMON
            yield TableReference(affected[0], affected[1], schema, kind, default)
        else:
            raise ValueError("Affected columns must contain tuples or TableReferences")


def sync_enum_values(enum_schema, enum_name, new_values, affected_columns, enum_values_to_rename=()):
    if op.get_context().dialect.name != "postgresql":
        return
    renames = list(enum_values_to_rename)
    references = list(_columns(affected_columns, enum_schema))
    new_type = '"%s"."%s"' % (enum_schema, enum_name)
    old_type = '"%s"."%s_old"' % (enum_schema, enum_name)
    signs = (("!=", "new_old_not_equals"), ("=", "new_old_equals"))
    _run("ALTER TYPE %s RENAME TO %s_old" % (new_type, enum_name))
    _run("CREATE TYPE %s AS ENUM(%s)" % (new_type, ", ".join("'%s'" % value for value in new_values)))
    for sign, name in signs:
        _compare_with_old(name, sign, new_type, old_type, renames)
    for reference in references:
        default = reference.existing_server_default
        if default is not None:
            _run("ALTER TABLE %s\n             ALTER COLUMN %s DROP DEFAULT" % (reference.table, reference.column))
        _change_type(reference, new_type, renames)
        if default is not None:
            schema_type = "%s.%s" % (enum_schema, enum_name) if enum_schema else enum_name
            _run("ALTER TABLE %s\n            ALTER COLUMN %s SET DEFAULT %s"
                 % (reference.table, reference.column, _default_of(default, schema_type, renames)))
    for sign, name in signs:
        _run("DROP FUNCTION %s(\n            new_enum_val %s, old_enum_val %s\n        ) CASCADE"
             % (name, new_type, old_type))
    _run("DROP TYPE " + old_type)
