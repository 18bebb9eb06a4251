"""Operations of Alembic as plain data, for operationreader.cpp."""
import sqlalchemy as sa
from alembic.operations import ops
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import base, elements, functions, operators, schema, sqltypes


class NotDescribed(Exception):
    """the body does something that is no operation of its own"""


DIALECT = None  # of the case at hand; judge.py sets it
OPTION_PREFIXES = ("postgresql_", "sqlite_")


def name_of(name):
    if name is None or name is base._NONE_NAME:
        return {"text": ""}
    return {"text": str(name), "final": isinstance(name, elements.conv)}


def compiled(element, **kw):
    return str(element.compile(dialect=DIALECT, compile_kwargs={"literal_binds": True, **kw}))


OPERATORS = {operators.eq: "=", operators.ne: "!=", operators.gt: ">", operators.lt: "<", operators.ge: ">=",
             operators.le: "<=", operators.add: "+", operators.sub: "-", operators.mul: "*", operators.and_: "AND",
             operators.or_: "OR", operators.is_: "IS", operators.is_not: "IS NOT", operators.in_op: "IN",
             operators.like_op: "LIKE", operators.concat_op: "||"}


def expression(value):
    if value is None or isinstance(value, elements.Null):
        return {"kind": "Null"}
    if isinstance(value, bool) or isinstance(value, (elements.True_, elements.False_)):
        return {"kind": "True" if value is True or isinstance(value, elements.True_) else "False"}
    if isinstance(value, (int, float)):
        return {"kind": "Number", "text": str(value)}
    if isinstance(value, str):
        return {"kind": "String", "text": value}
    if isinstance(value, (list, tuple)):
        return {"kind": "List", "arguments": [expression(v) for v in value]}
    if isinstance(value, dict):
        return {"kind": "Dict", "arguments": [expression(v) for pair in value.items() for v in pair]}
    if isinstance(value, elements.TextClause):
        return {"kind": "Text", "text": compiled(value)}
    if isinstance(value, elements.ColumnClause):
        return {"kind": "Text" if value.is_literal else "Column", "text": value.name}
    if isinstance(value, elements.Cast):
        return {"kind": "Cast", "arguments": [expression(value.clause)], "type": type_(value.type)}
    if isinstance(value, elements.Grouping):
        return expression(value.element)
    if isinstance(value, functions.FunctionElement):
        package = getattr(value, "packagenames", ())
        return {"kind": "Function", "text": ".".join([*package, value.name]),
                "arguments": [expression(c) for c in value.clauses]}
    if isinstance(value, elements.BindParameter):
        if isinstance(value.value, (list, tuple)):
            return expression(value.value)
        if isinstance(value.type, (sqltypes.Integer, sqltypes.Numeric)) and not isinstance(value.value, bool):
            return {"kind": "Number", "text": str(value.value)}
        return expression(value.value)
    if isinstance(value, elements.BinaryExpression):
        op = getattr(value.operator, "opstring", None) or OPERATORS.get(value.operator)
        if op:
            return {"kind": "Binary", "text": op, "arguments": [expression(value.left), expression(value.right)]}
    if isinstance(value, elements.ExpressionClauseList) and value.operator in OPERATORS:
        return {"kind": "Binary", "text": OPERATORS[value.operator], "arguments": [expression(c) for c in value.clauses]}
    return {"kind": "Text", "text": compiled(value, include_table=False)}


ORDERS = {operators.desc_op: "DESC", operators.asc_op: "ASC", operators.nulls_last_op: "NULLS LAST",
          operators.nulls_first_op: "NULLS FIRST"}


def index_part(value):
    order = []
    while isinstance(value, elements.UnaryExpression) and value.modifier in ORDERS:
        order.insert(0, ORDERS[value.modifier])
        value = value.element
    key = value.name if isinstance(value, elements.Label) else ""
    if isinstance(value, elements.Label):
        value = value.element
    described = {"kind": "Column", "text": value} if isinstance(value, str) else expression(value)
    return {"expression": described, "order": " ".join(order), "key": key}


def type_(t):
    t = sqltypes.to_instance(t)
    if isinstance(t, sqltypes.TypeDecorator) and not isinstance(t, (sa.Interval, sa.PickleType)):
        t = t.impl_instance if hasattr(t, "impl_instance") else t.impl
    module = type(t).__module__
    prefix = next((p + "." for p in ("postgresql", "sqlite") if module.startswith("sqlalchemy.dialects." + p)), "")
    described = {"name": prefix + type(t).__name__, "options": {}}
    for key in ("length", "precision", "scale", "collation"):
        if isinstance(getattr(t, key, None), (int, str)):
            described[key] = getattr(t, key)
    if getattr(t, "second_precision", None) is not None:
        described["precision"] = t.second_precision
    described["timezone"] = bool(getattr(t, "timezone", False))
    if isinstance(t, sqltypes.Enum):
        described.update(labels=list(t.enums), typeName=t.name or "", typeNameIsFinal=isinstance(t.name, elements.conv),
                         typeSchema=t.schema or "", native=t.native_enum, createConstraint=t.create_constraint,
                         createType=getattr(t, "create_type", True) and t.metadata is None)
        if t.length == max([len(e) for e in t.enums] or [0]):
            described.pop("length", None)
        if t.inherit_schema:
            described["options"]["inherit_schema"] = "true"
    elif isinstance(t, sqltypes.Boolean):
        described.update(typeName=t.name or "", typeNameIsFinal=isinstance(t.name, elements.conv),
                         createConstraint=t.create_constraint)
    elif isinstance(t, postgresql.DOMAIN):
        described.update(typeName=t.name, typeSchema=t.schema or "", item=type_(t.data_type))
        described["options"].update({"check": str(t.check)} if t.check is not None else {})
        described["options"].update({"not_null": "true"} if t.not_null else {})
    elif isinstance(t, sqltypes.ARRAY):
        described.update(item=type_(t.item_type), dimensions=t.dimensions or 0)
    elif isinstance(t, sa.Interval):
        described["native"] = t.native
    elif isinstance(t, sqltypes.Uuid):
        described["options"]["native_uuid"] = "true" if t.native_uuid else "false"
    if getattr(t, "varying", False):
        described["options"]["varying"] = "true"
    if isinstance(getattr(t, "fields", None), str):
        described["options"]["fields"] = t.fields
    described["variants"] = {k: type_(v) for k, v in t._variant_mapping.items()}
    return described


def options(item):
    return {k: expression(v) for k, v in item.dialect_kwargs.items() if k.startswith(OPTION_PREFIXES)}


def deferrability(item):
    return {"deferrable": item.deferrable, "initially": item.initially or ""}


def sequence_options(item):
    keys = ("start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "cache")
    values = {k: getattr(item, k, None) for k in keys}
    return {k: {True: "true", False: "false"}.get(v, str(v)) if isinstance(v, bool) else str(v)
            for k, v in values.items() if v is not None}


def foreign_key(fk):
    """a schema.ForeignKey of a column"""
    *table, column = fk.target_fullname.split(".")
    return {"kind": "foreignkey", "name": name_of(fk.name), "columns": [],
            "referredTable": table[-1], "referredSchema": ".".join(table[:-1]), "referredColumns": [column],
            "onDelete": fk.ondelete or "", "onUpdate": fk.onupdate or "", "match": fk.match or "",
            "useAlter": bool(fk.use_alter), "options": {}, **deferrability(fk)}


def columns_of(constraint):
    pending = getattr(constraint, "_pending_colargs", None) or list(constraint.columns)
    return [c if isinstance(c, str) else c.name for c in pending]


def constraint(c):
    described = {"name": name_of(c.name), "options": options(c), **deferrability(c)}
    if isinstance(c, schema.ForeignKeyConstraint):
        first = foreign_key(c.elements[0])
        described.update({k: first[k] for k in ("referredTable", "referredSchema")}, kind="foreignkey",
                         columns=list(c.column_keys), onDelete=c.ondelete or "", onUpdate=c.onupdate or "",
                         match=c.match or "", useAlter=bool(c.use_alter),
                         referredColumns=[e.target_fullname.split(".")[-1] for e in c.elements])
    elif isinstance(c, schema.PrimaryKeyConstraint):
        described.update(kind="primary", columns=columns_of(c))
    elif isinstance(c, schema.UniqueConstraint):
        described.update(kind="unique", columns=columns_of(c))
    elif isinstance(c, postgresql.ExcludeConstraint):
        described.update(kind="exclude", method=c.using, where=None if c.where is None else expression(c.where),
                         elements=[{"expression": {"kind": "Column", "text": e} if isinstance(e, str) else expression(e), "comparison": op,
                                    "operatorClass": c.ops.get(n, "")} for e, n, op in c._render_exprs])
    elif isinstance(c, schema.CheckConstraint):
        described.update(kind="check", condition=expression(c.sqltext))
    else:
        raise NotDescribed(type(c).__name__)
    return described


def default(value):
    """(changes, expression or None) of a server default"""
    if isinstance(value, schema.DefaultClause):
        value = value.arg
    return None if value is None else expression(value)


def identity(value):
    return {"always": bool(value.always), "options": sequence_options(value)}


def column(c):
    unset = c._user_defined_nullable is schema.SchemaConst.NULL_UNSPECIFIED
    described = {
        "name": str(c.name), "type": type_(c.type), "nullable": None if unset else c.nullable,
        "primaryKey": c.primary_key, "unique": bool(c.unique), "index": bool(c.index),
        "autoincrement": {True: "Yes", False: "No", "ignore_fk": "IgnoreForeignKey"}.get(c.autoincrement, "Auto"),
        "hasClientDefault": c.default is not None and not getattr(c.default, "optional", False),
        "comment": c.comment or "", "foreignKeys": [foreign_key(fk) for fk in c.foreign_keys],
        "checks": [constraint(k) for k in c.constraints], "isSystem": c.system,
        "forceQuote": getattr(c.name, "quote", None) is True,
        "options": {k: expression(v) for k, v in c.dialect_kwargs.items() if k.startswith(OPTION_PREFIXES)}}
    if c.computed is not None:
        described["computed"] = {"expression": expression(c.computed.sqltext), "persisted": c.computed.persisted}
    elif c.identity is not None:
        described["identity"] = identity(c.identity)
    elif isinstance(c.server_default, schema.DefaultClause):
        described["serverDefault"] = default(c.server_default)
    elif c.server_default is not None:
        described["hasFetchedDefault"] = True
    return described


def index(i):
    return {"name": name_of(i.name), "parts": [index_part(e) for e in i._pending_colargs or i.expressions],
            "unique": bool(i.unique), "options": options(i)}


def create_table(op):
    kw = dict(op.kw)
    table = {"name": str(op.table_name), "schema": op.schema or "", "comment": op.comment or "",
             "prefixes": list(op.prefixes or []),
             "columns": [column(c) for c in op.columns if isinstance(c, schema.Column)],
             "constraints": [constraint(c) for c in op.columns if isinstance(c, schema.Constraint)],
             "indexes": [index(c) for c in op.columns if isinstance(c, schema.Index)],
             "options": {k: expression(v) for k, v in kw.items() if k.startswith(OPTION_PREFIXES)}}
    return {"kind": "CreateTable", "table": table, "ifNotExists": bool(getattr(op, "if_not_exists", False))}


def alter_column(op):
    described = {"kind": "AlterColumn", "table": op.table_name, "column": op.column_name, "schema": op.schema or "",
                 "nullable": op.modify_nullable, "newName": op.modify_name or "", "postgresqlUsing": op.kw.get("postgresql_using") or "",
                 "type": None if op.modify_type is None else type_(op.modify_type),
                 "existingType": None if op.existing_type is None else type_(op.existing_type)}
    if op.modify_comment is not False:
        described["comment"] = [op.modify_comment]
    new, old = op.modify_server_default, op.existing_server_default
    described["involvesComputed"] = new is not False and any(isinstance(d, schema.Computed) for d in (new, old))
    if isinstance(new, schema.Identity):
        described["identity"] = identity(new)
    elif isinstance(new, sa.FetchedValue) and not isinstance(new, (schema.DefaultClause, schema.Computed)):
        raise NotDescribed("FetchedValue")
    elif new is not False and not isinstance(new, schema.Computed):
        described["serverDefault"] = [default(new)]
    if isinstance(old, schema.Identity):
        described["existingIdentity"] = identity(old)
    elif old is not False and not isinstance(old, schema.Computed):
        described["existingServerDefault"] = [default(old)]
    return described


def insert_rows(op):
    table = op.table
    cell = lambda v: v if v is None or isinstance(v, (bool, int, str)) else {"python": repr(v), "text": str(v)}
    return {"kind": "InsertRows", "table": {"name": table.name, "schema": table.schema or "",
            "columns": [{"name": c.name, "type": type_(c.type)} for c in table.c]},
            "rows": [{k: cell(v) for k, v in row.items()} for row in op.rows]}


def execute(op):
    text = op.sqltext
    if isinstance(text, (sa.schema.CreateSequence, sa.schema.DropSequence)):
        s = text.element
        return {"kind": type(text).__name__, "name": s.name, "schema": s.schema or "", "options": sequence_options(s)}
    if isinstance(text, (sa.schema.CreateSchema, sa.schema.DropSchema)):
        return {"kind": type(text).__name__, "name": text.element, "cascade": getattr(text, "cascade", False)}
    return {"kind": "ExecuteSql", "sql": compiled(sa.text(text) if isinstance(text, str) else text)}


def describe(op):
    where = {"schema": getattr(op, "schema", None) or ""}
    if isinstance(op, ops.CreateTableOp):
        return create_table(op)
    if isinstance(op, ops.DropTableOp):
        return {"kind": "DropTable", "table": op.table_name, "ifExists": bool(getattr(op, "if_exists", False)), **where}
    if isinstance(op, ops.RenameTableOp):
        return {"kind": "RenameTable", "table": op.table_name, "newName": op.new_table_name, **where}
    if isinstance(op, (ops.CreateTableCommentOp, ops.DropTableCommentOp)):
        return {"kind": "CommentTable", "table": op.table_name, "comment": getattr(op, "comment", None), **where}
    if isinstance(op, ops.AddColumnOp):
        return {"kind": "AddColumn", "table": op.table_name, "column": column(op.column), **where}
    if isinstance(op, ops.DropColumnOp):
        return {"kind": "DropColumn", "table": op.table_name, "column": op.column_name, **where}
    if isinstance(op, ops.AlterColumnOp):
        return alter_column(op)
    if isinstance(op, ops.CreateIndexOp):
        i = {"name": name_of(op.index_name), "parts": [index_part(c) for c in op.columns], "unique": op.unique,
             "options": {k: expression(v) for k, v in op.kw.items() if k.startswith(OPTION_PREFIXES)}}
        return {"kind": "CreateIndex", "table": op.table_name, "index": i, "ifNotExists": bool(op.if_not_exists), **where}
    if isinstance(op, ops.DropIndexOp):
        return {"kind": "DropIndex", "name": name_of(op.index_name), "table": op.table_name or "",
                "ifExists": bool(op.if_exists), **where,
                "options": {k: expression(v) for k, v in op.kw.items() if k.startswith(OPTION_PREFIXES)}}
    if isinstance(op, ops.DropConstraintOp):
        return {"kind": "DropConstraint", "name": name_of(op.constraint_name), "table": op.table_name,
                "constraintKind": op.constraint_type or "", **where}
    if isinstance(op, ops.AddConstraintOp):
        return add_constraint(op)
    if isinstance(op, ops.BulkInsertOp):
        return insert_rows(op)
    if isinstance(op, ops.ExecuteSQLOp):
        return execute(op)
    raise NotDescribed(type(op).__name__)


def add_constraint(op):
    built = op.to_constraint()  # without a context: no naming convention
    if isinstance(op, ops.CreateForeignKeyOp):
        described = constraint(built)
        described.update(referredTable=op.referent_table, referredSchema=op.kw.get("referent_schema") or "",
                         columns=list(op.local_cols), referredColumns=list(op.remote_cols))
        table, where = op.source_table, op.kw.get("source_schema") or ""
    else:
        described = constraint(built)
        table, where = op.table_name, getattr(op, "schema", None) or ""
    described["name"] = name_of(op.constraint_name)
    return {"kind": "AddConstraint", "table": table, "schema": where, "constraint": described}
