"""Runs scripts with batch_alter_table() in Alembic on SQLite: the judge of tables that are made anew.

stdin: a list of {"setup", "body", "convention"} or {"seed": number}, from which one is generated.
stdout: each with the statements that Alembic sent, the schema that is then there, and the exception
when the body raised one.
"""
import json
import random
import sys
import warnings

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

warnings.simplefilter("ignore")

TYPES = [
    "sa.Integer()", "sa.BigInteger()", "sa.SmallInteger()", "sa.String(50)", "sa.String()", "sa.Text()",
    "sa.Boolean()", "sa.DateTime()", "sa.Date()", "sa.Time()", "sa.Float()", "sa.Numeric(10, 2)", "sa.JSON()",
    "sa.LargeBinary()", "sa.Enum('a', 'bcd', name='kind')", "sa.CHAR(3)", "sa.TIMESTAMP()", "sa.Uuid()",
    "sa.VARCHAR(7)", "sa.Unicode(9)", "sa.DECIMAL(5)", "sa.REAL()", "sa.Double()",
]
DEFAULTS = [
    "'x'", "'0'", "'10'", "'it''s'", "sa.text('0')", "sa.text('10')", "sa.text('CURRENT_TIMESTAMP')",
    "sa.text(\"'y'\")", "sa.func.now()", "sa.true()", "sa.text('-1')", "sa.text(\"(datetime('now'))\")",
    "sa.text(\"'{\\\"a\\\": 1}'\")", "sa.text('1.5')",
]


def column(random_, name):
    parts = [repr(name), random_.choice(TYPES)]
    if random_.random() < 0.5:
        parts.append("nullable=%s" % random_.choice(["True", "False"]))
    if random_.random() < 0.4:
        parts.append("server_default=" + random_.choice(DEFAULTS))
    return "sa.Column(%s)" % ", ".join(parts)


def setup(random_, names):
    items = ["sa.Column('id', sa.Integer(), nullable=False)"] + [column(random_, name) for name in names]
    key = random_.choice([["id"], ["id"], ["id", names[0]]])
    named = random_.choice(["", ", name='pk_t'"])
    items.append("sa.PrimaryKeyConstraint(%s%s)" % (", ".join(map(repr, key)), named))
    if random_.random() < 0.4:
        items.append("sa.UniqueConstraint(%r, %r%s)" % (names[0], names[1], random_.choice(["", ", name='uq_t'"])))
    if random_.random() < 0.4:
        items.append("sa.ForeignKeyConstraint([%r], ['parent.id']%s%s)" % (
            names[1], random_.choice(["", ", name='fk_t'"]), random_.choice(["", ", ondelete='CASCADE'"])))
    if random_.random() < 0.4:
        items.append("sa.CheckConstraint('%s <> 5'%s)" % (names[2], random_.choice(["", ", name='ck_t'"])))
    lines = ["op.create_table('parent', sa.Column('id', sa.Integer(), primary_key=True))",
             "op.create_table('t', %s)" % ", ".join(items)]
    if random_.random() < 0.6:
        where = random_.choice(["", ", sqlite_where=sa.text('%s IS NOT NULL')" % names[3]])
        lines.append("op.create_index('ix_t', 't', [%r, %r], unique=%r%s)" % (
            names[3], names[0], random_.random() < 0.3, where))
    return "\n".join(lines)


def change(random_, names, number):
    name = random_.choice(names)
    return random_.choice([
        lambda: "b.drop_column(%r)" % names[4],
        lambda: "b.add_column(%s)" % column(random_, "n%d" % number).replace("nullable=False", "nullable=True"),
        lambda: "b.alter_column(%r, nullable=%s)" % (name, random_.choice(["True", "False"])),
        lambda: "b.alter_column(%r, type_=%s)" % (name, random_.choice(TYPES)),
        lambda: "b.alter_column(%r, server_default=%s)" % (name, random_.choice(DEFAULTS + ["None"])),
        lambda: "b.alter_column(%r, new_column_name='r%d')" % (names[3], number),
        lambda: "b.create_unique_constraint('uq_n%d', [%r])" % (number, names[1]),
        lambda: "b.create_foreign_key('fk_n%d', 'parent', [%r], ['id'], ondelete='SET NULL')" % (number, names[0]),
        lambda: "b.create_check_constraint('ck_n%d', '%s <> 7')" % (number, names[2]),
        lambda: "b.create_index('ix_n%d', [%r])" % (number, names[1]),
        lambda: "b.drop_constraint('%s')" % random_.choice(["uq_t", "fk_t", "ck_t", "pk_t"]),
        lambda: "b.drop_index('ix_t')",
        lambda: "b.create_primary_key('pk_n', [%r])" % names[1],
    ])()


def generated(number):
    random_ = random.Random(number)
    names = ["a", "b", "Cc", "d", "e"]
    options = random_.choice([
        "", "", "", ", recreate='always'", ", recreate='always', partial_reordering=[('d', 'Cc', 'id')]",
        ", naming_convention={'fk': 'fk_%(table_name)s_%(column_0_name)s', 'uq': 'uq_%(table_name)s'}",
        ", table_args=(sa.CheckConstraint('id > 0', name='ck_args'),)", ", table_kwargs={'sqlite_strict': False}",
    ])
    body = ["with op.batch_alter_table('t'%s) as b:" % options]
    body += ["    " + change(random_, names, i) for i in range(random_.randint(1, 3))]
    return {"setup": setup(random_, names), "body": "\n".join(body)}


def run(connection, case):
    metadata = sa.MetaData(naming_convention=case["convention"]) if case.get("convention") else sa.MetaData()
    context = MigrationContext.configure(connection, opts={"target_metadata": metadata})
    with Operations.context(context) as op:
        for part in ("setup", "body"):
            exec(compile(case[part], part, "exec"), {"op": op, "sa": sa})


def judge(case):
    answer = dict(case, statements=[], error="")
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        @sa.event.listens_for(engine, "before_cursor_execute")
        def note(connection_, cursor, statement, parameters, context, many):
            if not statement.startswith(("PRAGMA", "SELECT")):
                answer["statements"].append(statement.strip().replace("\t", "    "))

        try:
            run(connection, case)
        except Exception as error:
            answer["error"] = f"{type(error).__name__}: {error}"
        master = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        answer["schema"] = [list(row) for row in master]
    return answer


cases = [generated(case["seed"]) if "seed" in case else case for case in json.load(sys.stdin)]
json.dump([judge(case) for case in cases], sys.stdout)
