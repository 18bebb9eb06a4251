"""The entities of alembic_utils that belong to a table: policies, triggers and grants."""
from dataclasses import dataclass
from enum import Enum
from typing import List

import sqlalchemy as sa
from alembic_utils.replaceable_entity import (
    BadInputException, ReplaceableEntity, SQLParseFailure, _cascade, _matched, coerce_to_quoted, coerce_to_unquoted)


class OnEntityMixin:
    def __init__(self, schema, signature, definition, on_entity):
        super().__init__(schema=schema, signature=signature, definition=definition)
        self.on_entity = coerce_to_unquoted(on_entity if "." in on_entity else "public." + on_entity)

    @property
    def identity(self):
        return "%s: %s.%s %s" % (type(self).__name__, self.schema, self.signature, self.on_entity)

    def to_variable_name(self):
        table = self.on_entity.lower().partition(".")[2]
        return "%s_%s_%s" % (self.schema.lower(), table, self.signature.split("(")[0].strip().lower())


class PGPolicy(OnEntityMixin, ReplaceableEntity):
    type_ = "policy"

    @classmethod
    def from_sql(cls, sql):
        found = _matched(r"create policy\s+(?P<signature>.+?)\s+on\s+(?P<on_entity>.+?)\s+(?P<definition>.+?)", sql.strip())
        if found is None:
            raise SQLParseFailure('Failed to parse SQL into PGPolicy """%s"""' % sql)
        on_entity = found["on_entity"] if "." in found["on_entity"] else "public." + found["on_entity"]
        return cls(schema=on_entity.partition(".")[0], signature=found["signature"], definition=found["definition"],
                   on_entity=on_entity)

    @property
    def _place(self):
        return "%s on %s" % (self.signature, self.on_entity)

    def to_sql_statement_create(self):
        return sa.text("CREATE POLICY %s %s" % (self._place, self.definition))

    def to_sql_statement_drop(self, cascade=False):
        return sa.text("DROP POLICY %s %s" % (self._place, _cascade("cascade", cascade)))

    def to_sql_statement_create_or_replace(self):
        yield sa.text("DROP POLICY IF EXISTS %s;" % self._place)
        yield sa.text("CREATE POLICY %s %s;" % (self._place, self.definition))


class PGTrigger(OnEntityMixin, ReplaceableEntity):
    type_ = "trigger"

    def __init__(self, schema, signature, definition, on_entity, is_constraint=False):
        super().__init__(schema=schema, signature=signature, definition=definition, on_entity=on_entity)
        self.is_constraint = is_constraint

    @classmethod
    def from_sql(cls, sql):
        end = r"trigger\s+(?P<signature>.+?)\s+(?P<event>.+?)\s+ON\s+(?P<on_entity>.+?)\s+(?P<action>.+?)"
        for start, is_constraint in ((r"create\s+constraint\s+", True), (r"create\s+", False)):
            found = _matched(start + end, sql)
            if found is not None:
                on_entity = found["on_entity"] if "." in found["on_entity"] else "public." + found["on_entity"]
                return cls(schema=on_entity.split(".")[0], signature=found["signature"], on_entity=on_entity,
                           definition=" %s ON %s %s" % (found["event"], on_entity, found["action"]),
                           is_constraint=is_constraint)
        raise SQLParseFailure('Failed to parse SQL into PGTrigger """%s"""' % sql)

    @property
    def identity(self):
        return "%s: %s.%s %s %s" % (
            type(self).__name__, self.schema, self.signature, self.is_constraint, self.on_entity)

    def to_sql_statement_create(self):
        found = _matched(r"(?P<event>.+?)\s+ON\s+(?P<on_entity>.+?)\s+(?P<action>.+?)", self.definition)
        if found is None:
            raise SQLParseFailure('Failed to parse SQL into PGTrigger.definition """%s"""' % self.definition)
        table = found["on_entity"].partition(".")[2] if "." in found["on_entity"] else found["on_entity"]
        return sa.text('CREATE%sTRIGGER "%s" %s ON %s.%s %s' % (
            " CONSTRAINT " if self.is_constraint else " ", self.signature, found["event"], self.schema, table,
            found["action"]))

    def to_sql_statement_drop(self, cascade=False):
        return sa.text('DROP TRIGGER "%s" ON %s %s' % (self.signature, self.on_entity, _cascade("cascade", cascade)))

    def to_sql_statement_create_or_replace(self):
        yield sa.text('DROP TRIGGER IF EXISTS "%s" ON %s;' % (self.signature, self.on_entity))
        yield self.to_sql_statement_create()


class PGGrantTableChoice(str, Enum):
    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    REFERENCES = "REFERENCES"
    DELETE = "DELETE"
    TRUNCATE = "TRUNCATE"
    TRIGGER = "TRIGGER"

    def __str__(self):
        return self.value

    def __repr__(self):
        return "'%s'" % self.value


# granted for columns, the others for the table
_OF_COLUMNS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")


@dataclass
class PGGrantTable(ReplaceableEntity):
    schema: str
    table: str
    columns: List[str]
    role: str
    grant: PGGrantTableChoice
    with_grant_option: bool

    type_ = "grant_table"

    def __init__(self, schema, table, role, grant, columns=None, with_grant_option=False):
        self.schema = coerce_to_unquoted(schema)
        self.table = coerce_to_unquoted(table)
        self.columns = sorted(columns) if columns else []
        self.role = coerce_to_unquoted(role)
        self.grant = PGGrantTableChoice(grant)
        self.with_grant_option = with_grant_option
        self.signature = self.identity
        needs_columns = self.grant.value in _OF_COLUMNS
        if needs_columns != bool(self.columns):
            raise BadInputException("When grant type is %s a value must %sbe provided for columns" % (
                self.grant, "" if needs_columns else "not "))

    @property
    def identity(self):
        return "%s: %s.%s.%s.%s" % (type(self).__name__, self.schema, self.table, self.role, self.grant)

    @property
    def definition(self):
        return str(self)

    def to_variable_name(self):
        return ("%s_%s_%s_%s" % (self.schema, self.table, self.role, self.grant)).lower()

    @property
    def _place(self):
        return "%s.%s" % (self.literal_schema, coerce_to_quoted(self.table))

    def to_sql_statement_create(self):
        columns = "( %s )" % ", ".join(self.columns) if self.columns else ""
        option = " WITH GRANT OPTION" if self.with_grant_option else ""
        return sa.text("GRANT %s %s ON %s TO %s %s" % (
            self.grant, columns, self._place, coerce_to_quoted(self.role), option))

    def to_sql_statement_drop(self, cascade=False):
        return sa.text("REVOKE %s ON %s FROM %s" % (self.grant, self._place, coerce_to_quoted(self.role)))

    def to_sql_statement_create_or_replace(self):
        yield self.to_sql_statement_drop()
        yield self.to_sql_statement_create()
