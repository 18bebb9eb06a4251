"""The entities of alembic_utils and what op.create_entity() and its kin send for them: text(), word for word."""
import re

import sqlalchemy as sa
from alembic import op


class AlembicUtilsException(Exception):
    pass


class SQLParseFailure(AlembicUtilsException):
    pass


class FailedToGenerateComparable(AlembicUtilsException):
    pass


class UnreachableException(AlembicUtilsException):
    pass


class BadInputException(AlembicUtilsException):
    pass


# names and definitions


def normalize_whitespace(text, base_whitespace=" "):
    return base_whitespace.join(text.split())


def strip_terminating_semicolon(sql):
    return sql.strip().rstrip(";").strip()


def strip_double_quotes(sql):
    return sql.strip().rstrip('"').strip().lstrip('"').strip()


def coerce_to_quoted(text):
    schema, dot, name = text.partition(".")
    if not dot:
        return '"%s"' % strip_double_quotes(text)
    return '"%s"."%s"' % (strip_double_quotes(schema), strip_double_quotes(name))


def coerce_to_unquoted(text):
    return text.replace('"', "")


def _name(text):
    return coerce_to_unquoted(normalize_whitespace(text))


def _escaped(sql, kept):
    """a backslash before each colon that text() would take for a parameter; `kept` in their order"""
    for number, word in enumerate(kept):
        sql = sql.replace(word, "\x00%d\x00" % number)
    sql = sql.replace(":", "\\:")
    for number, word in enumerate(kept):
        sql = sql.replace("\x00%d\x00" % number, word)
    return sql


def escape_colon_for_sql(sql):
    return _escaped(sql, ["::"])


def escape_colon_for_plpgsql(sql):
    return _escaped(sql, ["::", ":=", "\\:"])


def _matched(pattern, sql):
    return re.match(r"\A%s\Z" % pattern, sql, re.IGNORECASE | re.DOTALL)


def _cascade(word, cascade):
    return word if cascade else ""


class ReplaceableEntity:
    def __init__(self, schema, signature, definition):
        self.schema = _name(schema)
        self.signature = _name(signature)
        self.definition = escape_colon_for_sql(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        raise NotImplementedError()

    @classmethod
    def from_path(cls, path):
        with path.open() as file:
            return cls.from_sql(file.read())

    @property
    def literal_schema(self):
        return coerce_to_quoted(self.schema)

    @property
    def identity(self):
        return "%s: %s.%s" % (type(self).__name__, self.schema, self.signature)

    def to_variable_name(self):
        return "%s_%s" % (self.schema.lower(), self.signature.split("(")[0].strip().lower().replace("-", "_"))

    def to_sql_statement_create(self):
        raise NotImplementedError()

    def to_sql_statement_drop(self, cascade=False):
        raise NotImplementedError()

    def to_sql_statement_create_or_replace(self):
        raise NotImplementedError()

    @property
    def _place(self):
        return '%s."%s"' % (self.literal_schema, self.signature)


class PGExtension(ReplaceableEntity):
    type_ = "extension"

    def __init__(self, schema, signature):
        self.schema = _name(schema)
        self.signature = _name(signature)
        self.definition = "%s: %s %s" % (type(self).__name__, self.schema, self.signature)

    @property
    def identity(self):
        return "%s: %s" % (type(self).__name__, self.signature)

    def to_sql_statement_create(self):
        return sa.text('CREATE EXTENSION "%s" WITH SCHEMA %s;' % (self.signature, self.literal_schema))

    def to_sql_statement_drop(self, cascade=False):
        return sa.text('DROP EXTENSION "%s" %s' % (self.signature, _cascade("CASCADE", cascade)))


class PGFunction(ReplaceableEntity):
    type_ = "function"

    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        words = normalize_whitespace(definition).lower().replace("'", "")
        escape = escape_colon_for_plpgsql if "language plpgsql" in words else escape_colon_for_sql
        self.definition = escape(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        found = _matched(r"create.+?function\s+(?P<schema>.+?)\.(?P<signature>.+?)\s+returns\s+(?P<definition>.+?)", sql.strip())
        if found is None:
            raise SQLParseFailure('Failed to parse SQL into PGFunction """%s"""' % sql)
        signature = found["signature"]
        if signature.startswith('"'):
            signature = "".join(signature.split('"', 2))
        return cls(schema=found["schema"], signature=signature, definition="returns " + found["definition"])

    @property
    def literal_signature(self):
        name, rest = self.signature.split("(", 1)
        return '"%s"(%s' % (name.strip(), rest)

    def _text(self, verb):
        return sa.text("%s FUNCTION %s.%s %s" % (verb, self.literal_schema, self.literal_signature, self.definition))

    def to_sql_statement_create(self):
        return self._text("CREATE")

    def to_sql_statement_drop(self, cascade=False):
        # a comma inside of a parameter's default ends the parameter, as it does in the package
        found = _matched(r"(?P<name>.+?)\((?P<parameters>.+?)\)", self.signature)
        if found is None:
            found = _matched(r"(?P<name>.+?)\(\)(?P<parameters>)", self.signature)
        parameters = []
        for parameter in found["parameters"].strip().split(","):
            parameters.append(parameter[:len(parameter.lower().split("default")[0])].strip())
        return sa.text('DROP FUNCTION %s."%s"(%s) %s' % (
            self.literal_schema, found["name"].strip(), ", ".join(parameters), _cascade("cascade", cascade)))

    def to_sql_statement_create_or_replace(self):
        yield self._text("CREATE OR REPLACE")


class PGView(ReplaceableEntity):
    type_ = "view"

    def __init__(self, schema, signature, definition):
        self.schema = _name(schema)
        self.signature = _name(signature)
        self.definition = strip_terminating_semicolon(definition)

    @classmethod
    def from_sql(cls, sql):
        found = _matched(r"create.+?view\s+(?P<schema>.+?)\.(?P<signature>.+?)\s+as\s+(?P<definition>.+?)", sql)
        if found is None:
            raise SQLParseFailure('Failed to parse SQL into PGView """%s"""' % sql)
        return cls(schema=found["schema"], signature=found["signature"].split("(")[0].replace('"', ""),
                   definition=strip_terminating_semicolon(found["definition"]))

    def to_sql_statement_create(self):
        return sa.text("CREATE VIEW %s AS %s;" % (self._place, self.definition))

    def to_sql_statement_drop(self, cascade=False):
        return sa.text("DROP VIEW %s %s" % (self._place, _cascade("cascade", cascade)))

    def to_sql_statement_create_or_replace(self):
        create = "VIEW %s AS %s;" % (self._place, self.definition)
        lines = ["", "        do $$", "            begin", "                CREATE OR REPLACE " + create, "",
                 "            exception when others then", "                DROP VIEW IF EXISTS %s;" % self._place, "",
                 "                CREATE " + create, "            end;", "        $$ language 'plpgsql'", "        "]
        yield sa.text("\n".join(lines))


class PGMaterializedView(ReplaceableEntity):
    type_ = "materialized_view"

    def __init__(self, schema, signature, definition, with_data=True):
        self.schema = _name(schema)
        self.signature = _name(signature)
        self.definition = strip_terminating_semicolon(definition)
        self.with_data = with_data

    @classmethod
    def from_sql(cls, sql):
        sql = strip_terminating_semicolon(sql)
        start = r"create.+?materialized.+?view\s+(?P<schema>.+?)\.(?P<signature>.+?)\s+as\s+(?P<definition>.+?)"
        for end, with_data in ((r"\s+with\s+data", True), (r".+?with\s+(?P<no_data>.+?)\s+data", False), ("", True)):
            found = _matched(start + end, sql)
            if found is not None:
                return cls(schema=found["schema"], signature=found["signature"].split("(")[0].replace('"', ""),
                           definition=found["definition"], with_data=with_data)
        raise SQLParseFailure('Failed to parse SQL into PGView """%s"""' % sql)

    def _text(self, end):
        definition = self.definition.rstrip().rstrip(";")
        return sa.text("CREATE MATERIALIZED VIEW %s AS %s WITH %s DATA%s" % (
            self._place, definition, "" if self.with_data else "NO", end))

    def to_sql_statement_create(self):
        return self._text(";")

    def to_sql_statement_drop(self, cascade=False):
        return sa.text("DROP MATERIALIZED VIEW %s %s" % (self._place, _cascade("cascade", cascade)))

    def to_sql_statement_create_or_replace(self):
        yield sa.text("DROP MATERIALIZED VIEW IF EXISTS %s; " % self._place)
        yield self._text("")


# the directives of alembic.op


def create_entity(target):
    op.execute(target.to_sql_statement_create())


def drop_entity(target, cascade=False):
    op.execute(target.to_sql_statement_drop(cascade=cascade))


def replace_entity(target):
    for statement in target.to_sql_statement_create_or_replace():
        op.execute(statement)
