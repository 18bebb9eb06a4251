"""Statements of SQLAlchemy's expression language and what they compile to: the judge of our writer.

stdin: a list of {"file": …} (one statement a line) or {"seed", "count"} (made at random); stdout:
for each a list of {"source", "dialect", "answer"}, the answer as judge_scripts.py gives it.
"""
import json
import pathlib
import random
import sys
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parent))

from judge_scripts import judge  # noqa: E402

warnings.simplefilter("ignore")

PRELUDE = """import datetime, uuid
from alembic import op
import sqlalchemy as sa
from sqlalchemy import func
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects import sqlite as lite


def upgrade():
    t = sa.table('t', sa.column('i', sa.Integer), sa.column('s', sa.String(20)), sa.column('b', sa.Boolean),
        sa.column('n', sa.Numeric(5, 2)), sa.column('f', sa.Float), sa.column('d', sa.Date),
        sa.column('ts', sa.DateTime), sa.column('u', sa.Uuid), sa.column('x'), sa.column('by', sa.LargeBinary))
    j = sa.table('j', sa.column('i', sa.Integer), sa.column('doc', pg.JSONB), sa.column('js', sa.JSON),
        sa.column('arr', pg.ARRAY(sa.Integer)), sa.column('e', sa.Enum('a', 'b', name='e')))
    m = sa.MetaData()
    user = sa.Table('user', m, sa.Column('id', sa.Integer, primary_key=True), sa.Column('Name', sa.String),
        sa.Column('on', sa.Boolean, default=False), sa.Column('made', sa.DateTime, server_default=func.now()))
    post = sa.Table('post', m, sa.Column('id', sa.Integer, primary_key=True),
        sa.Column('user_id', sa.Integer, sa.ForeignKey('user.id')), sa.Column('title', sa.Text),
        sa.Column('at', sa.DateTime, default=func.now(), onupdate=func.now()), schema='blog')
    op.execute(%s)
"""

NUMBERS = ["t.c.i", "t.c.n", "t.c.f", "j.c.i", "5", "-3", "2.5", "func.length(t.c.s)", "func.count()",
           "sa.literal(7)", "sa.cast(t.c.s, sa.Integer)", "func.coalesce(t.c.i, 0)", "func.max(t.c.i)"]
TEXTS = ["t.c.s", "'a'", "\"it's\"", "func.lower(t.c.s)", "sa.literal('x')", "sa.cast(t.c.i, sa.String)",
         "sa.literal_column('now()')", "func.concat(t.c.s, 'z')", "t.c.x", "'100%'", "'back\\\\slash'"]
COLUMNS = ["t.c.i", "t.c.s", "t.c.b", "t.c.n", "t.c.x", "j.c.i", "user.c.id", "user.c.Name", "post.c.user_id"]
COMPARISONS = ["==", "!=", "<", "<=", ">", ">="]


class Maker:
    """Expressions as Python source, by what they give."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def column(self):
        return self.random.choice(COLUMNS)

    def sql_number(self, depth):
        return self.pick("t.c.i", "t.c.n", "j.c.i", f"(t.c.i {self.pick('+', '-', '*', '/', '%', '//')} {self.number(depth - 1)})",
                         "func.length(t.c.s)", "sa.literal(7)")

    def number(self, depth):
        if depth <= 0:
            return self.random.choice(NUMBERS)
        return self.pick(
            self.random.choice(NUMBERS),
            f"({self.sql_number(depth)} {self.pick('+', '-', '*', '/', '%', '//')} {self.number(depth - 1)})",
            f"({self.pick('3', '2.5')} {self.pick('+', '-', '*', '/')} {self.sql_number(depth)})",
            f"(-{self.sql_number(depth)})",
            f"func.coalesce({self.number(depth - 1)}, {self.number(depth - 1)})",
            f"sa.cast({self.number(depth - 1)}, sa.{self.pick('Integer', 'Numeric(4, 1)', 'Float')})",
            f"sa.case(({self.condition(depth - 1)}, {self.number(depth - 1)}), else_={self.number(depth - 1)})",
            f"sa.extract('{self.pick('year', 'month')}', t.c.ts)",
            f"sa.select(func.count()).select_from(j).where({self.condition(depth - 1)}).scalar_subquery()",
            f"sa.type_coerce({self.number(depth - 1)}, sa.Integer)",
        )

    def text(self, depth):
        if depth <= 0:
            return self.random.choice(TEXTS)
        return self.pick(
            self.random.choice(TEXTS),
            f"(t.c.s + {self.text(depth - 1)})", f"('p' + t.c.s)", f"(t.c.s + {self.text(depth - 1)} + t.c.s)",
            f"t.c.s.concat({self.text(depth - 1)})", f"func.upper({self.text(depth - 1)})",
            f"t.c.s.collate('C')", f"func.substring(t.c.s, 1, 3)", f"func.char_length(t.c.s)",
            f"sa.case({{'a': 'A', 'b': {self.text(0)}}}, value=t.c.s, else_=t.c.s)",
        )

    def condition(self, depth):
        simple = [
            f"t.c.i {self.random.choice(COMPARISONS)} {self.number(depth - 1)}",
            f"t.c.s {self.random.choice(COMPARISONS)} {self.text(depth - 1)}",
            f"t.c.b == {self.pick('True', 'False', 'None', 'sa.true()')}", "t.c.b", "sa.true()", "sa.false()",
            f"t.c.{self.pick('s', 'x', 'i')} {self.pick('==', '!=')} None",
            f"t.c.i.{self.pick('in_', 'notin_')}({self.pick('[1, 2]', '[]', '(3,)', '[j.c.i, 4]')})",
            f"t.c.s.{self.pick('like', 'ilike', 'notlike', 'not_ilike')}('a%'{self.pick('', ', escape=chr(47)')})",
            f"t.c.s.{self.pick('startswith', 'endswith', 'contains', 'icontains')}({self.pick(repr('q'), 't.c.x', repr('5%') + ', autoescape=True')})",
            f"t.c.i.between({self.number(depth - 1)}, {self.number(depth - 1)})",
            f"t.c.{self.pick('b', 's')}.{self.pick('is_', 'is_not')}({self.pick('None', 'True', 'False')})",
            f"t.c.i.{self.pick('is_distinct_from', 'isnot_distinct_from')}({self.number(0)})",
            f"t.c.s.op('{self.pick('~*', '@@', '&&')}')({self.text(depth - 1)})",
            f"t.c.i.in_(sa.select(j.c.i).where(j.c.i > {self.number(0)}))",
            f"sa.exists(sa.select(j.c.i).where(j.c.i == t.c.i))", "sa.exists().where(j.c.i == t.c.i)",
            f"t.c.s.regexp_match('^a'{self.pick('', ', flags=' + repr('i'))})", "sa.text('1 = 1')",
            f"sa.tuple_(t.c.i, t.c.s).in_([(1, 'a'), (2, 'b')])", f"t.c.d {self.pick('<', '>=')} datetime.date(2020, 1, 2)",
            f"t.c.ts {self.pick('<', '>=')} datetime.datetime(2020, 1, 2, 3, 4, 5)",
            f"t.c.i == sa.any_(sa.select(j.c.i).scalar_subquery())", f"{self.number(0)} == t.c.i",
        ]
        if depth <= 0:
            return self.random.choice(simple[:12])
        return self.pick(
            self.random.choice(simple), self.random.choice(simple), self.random.choice(simple),
            f"sa.and_({self.condition(depth - 1)}, {self.condition(depth - 1)})",
            f"sa.or_({self.condition(depth - 1)}, {self.condition(depth - 1)}, {self.condition(0)})",
            f"sa.not_({self.condition(depth - 1)})",
            f"~({self.condition(depth - 1)})",
            f"(({self.condition(depth - 1)}) & ({self.condition(depth - 1)}))",
            f"((t.c.i == 1) | ({self.condition(depth - 1)}))",
        )

    def selected(self):
        return self.pick(self.column(), self.number(1), self.text(1), "func.count()", f"({self.number(1)}).label('l')"
                         if False else "t.c.i.label('l')", "user", f"sa.cast({self.column()}, sa.String)",
                         "func.row_number().over(partition_by=t.c.s, order_by=t.c.i.desc())",
                         "sa.literal('z').label('q')", "t.c.i + 1", "sa.text('1')", "t", f"({self.condition(1)})")

    def query(self, depth=2):
        columns = ", ".join(self.selected() for _ in range(self.random.randint(1, 3)))
        source = f"sa.select({columns})"
        for _ in range(self.random.randint(0, 3)):
            source += self.pick(
                f".where({self.condition(depth)})", f".order_by({self.column()}{self.pick('', '.desc()', '.asc().nulls_last()')})",
                f".group_by({self.column()})", f".having(func.count() > {self.number(0)})", f".limit({self.pick('1', '20')})",
                f".offset(5)", ".distinct()", ".order_by('l')", f".select_from(user)",
                ".select_from(user.join(post, user.c.id == post.c.user_id))", ".select_from(post.outerjoin(user))")
        if depth > 1 and self.random.random() < 0.15:
            return f"sa.{self.pick('union', 'union_all')}({self.query(1)}, {self.query(1)})"
        return source

    def statement(self):
        kind = self.random.random()
        if kind < 0.35:
            return self.query()
        if kind < 0.6:
            values = self.pick(f"i={self.number(1)}", f"s={self.text(1)}", f"b={self.condition(1)}", f"s={self.text(1)}, n=1.5",
                               f"i=sa.select(func.max(j.c.i)).where(j.c.i == t.c.i).scalar_subquery()", "x=None, d=None")
            tail = self.pick("", ".returning(t.c.i)", f".where({self.condition(1)})")
            return f"sa.update(t).where({self.condition(2)}).values({values}){tail}"
        if kind < 0.75:
            return f"t.delete().where({self.condition(2)}){self.pick('', '.returning(t.c.i, t.c.s)')}"
        table = self.pick("t", "user")
        row = self.pick(f"i={self.number(1)}, s={self.text(1)}", f"b={self.pick('True', 'None', 'sa.false()')}, n=2",
                        "d=datetime.date(2020, 2, 3), ts=datetime.datetime(2021, 1, 2, 3, 4)",
                        "u=uuid.UUID('12345678123456781234567812345678')", "by=b'abc'")
        if table == "user":
            row = self.pick("Name='x'", "id=3, Name=func.lower('X')", "Name='y', on=True".replace("on=True", "**{'on': True}"))
        return self.pick(
            f"sa.insert({table}).values({row})", f"{table}.insert().values({row})",
            f"pg.insert({table}).values({row}).on_conflict_do_nothing()",
            f"sa.insert(t).from_select(['i', 's'], sa.select(j.c.i, {self.text(1)}).where({self.condition(1)}))",
            f"t.insert().values([{{'i': 1, 's': 'a'}}, {{'i': {self.number(0)}, 's': {self.text(0)}}}])")


def sources(question):
    if "file" in question:
        path = pathlib.Path(__file__).parent / "statements" / question["file"]
        return [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    maker = Maker(question["seed"])
    return [maker.statement() for _ in range(question["count"])]


def answers(question):
    cases = [{"source": PRELUDE % source, "dialect": dialect, "statement": source}
             for source in sources(question) for dialect in ("postgresql", "sqlite")]
    return [{**case, "answer": judge(case)} for case in cases]


if __name__ == "__main__":
    json.dump([answers(question) for question in json.load(sys.stdin)], sys.stdout)
