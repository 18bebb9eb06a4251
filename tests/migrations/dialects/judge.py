#!/usr/bin/env python3
"""What Alembic itself makes of operations.

judge.py OUT.json [CASES.json]

The cases are those of cases.py, or of the file. A case is {"body", "dialect", "naming_convention"}: the body of an upgrade(). For each, OUT has the
operations that the body asked for, described as data, and the statements that Alembic printed for
them offline, or the error it raised. Texts of `sql` that a case already has are kept, so that a
newer Alembic's answers can be judged by, too.
"""
import json
import sys
import warnings

import describer
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from cases import cases as own_cases
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import sqltypes

warnings.simplefilter("ignore")


class Output(list):
    def write(self, text):
        # newer releases than Debian's SQLAlchemy write it as the string that it is
        self.append(text.replace(', "localtime")', ", 'localtime')"))

    def flush(self):
        pass


class Bind:
    """op.get_bind() offline, which also says what goes through it"""

    def __init__(self, bind, record):
        self._bind, self._record = bind, record
        self.dialect = bind.dialect

    def execute(self, statement, *args, **kw):
        self._record({"kind": "ExecuteSql", "sql": describer.compiled(statement)})
        return self._bind.execute(statement, *args, **kw)

    def __getattr__(self, key):
        return getattr(self._bind, key)


def run(case):
    output, recorded, undescribed = Output(), [], []
    options = {"as_sql": True, "output_buffer": output, "literal_binds": True}
    if case.get("naming_convention"):
        options["target_metadata"] = sa.MetaData(naming_convention=case["naming_convention"])
    context = MigrationContext.configure(dialect_name=case["dialect"], dialect_opts={"paramstyle": "named"}, opts=options)
    describer.DIALECT = context.dialect

    class Recording(Operations):
        def invoke(self, operation):
            try:
                recorded.append(describer.describe(operation))
            except describer.NotDescribed as reason:
                undescribed.append(str(reason))
            return super().invoke(operation)

        def batch_alter_table(self, *args, **kw):
            undescribed.append("batch")
            return super().batch_alter_table(*args, **kw)

        def get_context(self):
            undescribed.append("context")
            return super().get_context()

        def get_bind(self):
            return Bind(super().get_bind(), recorded.append)

    create, drop = sqltypes.SchemaType.create, sqltypes.SchemaType.drop
    enum_create, enum_drop = postgresql.ENUM.create, postgresql.ENUM.drop

    def recording(original, kind):
        def call(self, bind, checkfirst=True, **kw):
            if isinstance(bind, Bind):
                described = describer.type_(self)
                recorded.append({"kind": kind, "name": described["typeName"], "schema": described["typeSchema"],
                                 "labels": described["labels"]})
                bind = bind._bind
            return original(self, bind, checkfirst=checkfirst, **kw)
        return call

    sqltypes.SchemaType.create, sqltypes.SchemaType.drop = recording(create, "CreateEnum"), recording(drop, "DropEnum")
    postgresql.ENUM.create, postgresql.ENUM.drop = recording(enum_create, "CreateEnum"), recording(enum_drop, "DropEnum")
    error = None
    try:
        with Operations.context(context):
            exec(compile(case["body"], "<body>", "exec"),
                 {"op": Recording(context), "sa": sa, "postgresql": postgresql, "sqlite": sqlite,
                  **case_names()})
    except Exception as exception:
        error = f"{type(exception).__name__}: {exception}"
    finally:
        sqltypes.SchemaType.create, sqltypes.SchemaType.drop = create, drop
        postgresql.ENUM.create, postgresql.ENUM.drop = enum_create, enum_drop
    return {"operations": recorded, "undescribed": undescribed, "ownSql": "".join(output), "ownError": error}


def case_names():
    import datetime
    import decimal
    import uuid
    return {"datetime": datetime, "decimal": decimal, "uuid": uuid}


def main():
    if len(sys.argv) > 2:
        with open(sys.argv[2], encoding="utf-8") as file:
            cases = json.load(file)["cases"]
    else:
        cases = own_cases()
    for case in cases:
        case.update(run(case))
        if "sql" not in case:
            case.update(sql=case["ownSql"], error=case["ownError"])
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(cases, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
