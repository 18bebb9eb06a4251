"""Bodies of upgrade() that judge.py runs in Alembic, each on both dialects."""

CONVENTION = {"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
              "ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s",
              "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"}
TOKENS = {"ix": "ix__%(column_0N_name)s__%(column_0_key)s__%(column_1_name)s", "uq": "uq_%(column_0_label)s",
          "ck": "ck_%(table_name)s_%(column_0_name)s", "pk": "%(table_name)s_pk%%",
          "fk": "fk_%(column_0_N_label)s_%(referred_table_name)s_%(referred_column_0_name)s"}

RESERVED = """add all analyse analyze and any array as asc asymmetric authorization autoincrement before begin between
binary both by cascade case cast check collate column commit conflict constraint create cross current_catalog
current_date current_role current_schema current_time current_timestamp current_user database default deferrable
deferred delete desc detach distinct do drop each else end escape except exclusive exists explain fail false fetch for
foreign freeze from full glob grant group having if ignore ilike immediate in index indexed initially inner insert
instead intersect into is isnull join key leading left like limit localtime localtimestamp match natural new not
notnull null of off offset old on only or order outer over overlaps placing plan pragma primary query raise references
reindex rename replace restrict returning right rollback row select session_user set similar some symmetric table temp
temporary then to trailing transaction trigger true union unique update user using vacuum values variadic verbose view
virtual when where window with nothing generated always filter groups""".split()

TYPES = [
    "sa.String(10)", "sa.String(0)", "sa.Text(collation='C')", "sa.Unicode(3)", "sa.CHAR(3, collation='x')", "sa.NCHAR()",
    "sa.CLOB()", "sa.Numeric(10, 0)", "sa.Numeric(scale=2)", "sa.DECIMAL()", "sa.DECIMAL(4)", "sa.Float(0)", "sa.FLOAT(5)",
    "sa.Double(3)", "sa.REAL()", "sa.DOUBLE_PRECISION()", "sa.DateTime(timezone=True)", "sa.DATETIME()",
    "sa.TIMESTAMP()", "sa.TIME(timezone=True)", "sa.Interval()", "sa.Interval(second_precision=3)", "sa.Interval(native=False)",
    "sa.Interval(day_precision=2)", "sa.PickleType()", "sa.BLOB()", "sa.BINARY()", "sa.VARBINARY(9)", "sa.JSON(none_as_null=True)",
    "sa.Uuid(native_uuid=False)", "sa.Uuid()", "sa.UUID()", "sa.Boolean(create_constraint=True, name='bk')",
    "sa.Enum('a', 'ä€😀', name='e')", "sa.Enum('a', native_enum=False)", "sa.Enum('a', name='E x', schema='S.t')",
    "sa.Enum('a', 'b', native_enum=False, create_constraint=True, name=op.f('ek'))", "sa.Enum('a')",
    "sa.Enum('it\\'s', 'back\\\\slash', '50%', name='odd')", "sa.Enum(name='none')",
    "sa.Enum('a', name='inh', inherit_schema=True)", "sa.Enum('a', name='m', metadata=sa.MetaData())",
    "sa.ARRAY(sa.Integer)", "sa.ARRAY(sa.Enum('a', name='ae'), dimensions=3)",
    "postgresql.ARRAY(sa.String(3, collation='C'))", "postgresql.ARRAY(postgresql.JSONB())",
    "postgresql.ENUM('a', name='pe', create_type=False)", "postgresql.ENUM('a', name='pe', schema='s')",
    "postgresql.BIT()", "postgresql.BIT(3)", "postgresql.BIT(varying=True)", "postgresql.BIT(8, varying=True)",
    "postgresql.INTERVAL(precision=2)", "postgresql.INTERVAL(fields='DAY TO SECOND', precision=2)",
    "postgresql.TIMESTAMP(timezone=True, precision=0)", "postgresql.TIME(precision=6)", "postgresql.UUID(as_uuid=True)",
    "postgresql.JSON()", "postgresql.HSTORE()", "postgresql.TSVECTOR()", "postgresql.TSQUERY()", "postgresql.CITEXT()",
    "postgresql.MACADDR8()", "postgresql.REGCONFIG()", "postgresql.DATERANGE()", "postgresql.NUMMULTIRANGE()",
    "postgresql.INT8MULTIRANGE()", "postgresql.DATEMULTIRANGE()", "postgresql.TSMULTIRANGE()",
    "postgresql.DOMAIN('dom', sa.Integer(), check='VALUE > 0', not_null=True)",
    "sqlite.DATE()", "sqlite.DATETIME()", "sqlite.TIME()", "sqlite.JSON()",
    "sa.String(5).with_variant(postgresql.CITEXT(), 'postgresql')", "postgresql.JSONB().with_variant(sa.JSON(), 'sqlite')",
    "sa.Integer().with_variant(sa.BigInteger(), 'postgresql')",
    "sa.String(9).with_variant(sa.Enum('a', 'b', name='ve'), 'postgresql')",
    "sa.Boolean(create_constraint=True).with_variant(sa.Integer(), 'sqlite')",
]
COLUMNS = [
    "sa.Integer, sa.Identity(always=True, start=10, increment=5, minvalue=1, maxvalue=100, cache=3, cycle=True)",
    "sa.Integer, sa.Identity(nominvalue=True, nomaxvalue=True, cycle=False)", "sa.Integer, sa.Identity(), nullable=True",
    "sa.Integer, nullable=True, primary_key=True", "sa.BigInteger, primary_key=True", "sa.Integer, sa.Sequence('s'), primary_key=True",
    "sa.Integer, sa.Sequence('s', optional=True), primary_key=True", "sa.Float, primary_key=True",
    "sa.Integer, server_default=sa.FetchedValue(), primary_key=True", "sa.Integer, autoincrement=True",
    "sa.Integer, sa.ForeignKey('p.id'), primary_key=True", "sa.Integer, sa.ForeignKey('p.id'), primary_key=True, autoincrement='ignore_fk'",
    "sa.Integer, sa.ForeignKey('p.id'), primary_key=True, autoincrement=True", "sa.Integer, primary_key=True, autoincrement=True, server_default='5'",
    "sa.Integer, primary_key=True, autoincrement=True, default=5", "sa.Integer, unique=True, index=True", "sa.Integer, index=True",
    "sa.Integer, unique=True, comment='it\\'s a \\\\ comment'", "sa.Integer, system=True", "sa.Integer, quote=True",
    "sa.Integer, sa.CheckConstraint('c > 0', name='pos'), sa.ForeignKey('s.p.id', name='fk', ondelete='SET NULL', onupdate='CASCADE', match='FULL', deferrable=False, initially='IMMEDIATE')",
    "sa.Integer, sa.ForeignKey('p.id', ondelete='SET DEFAULT (c)')", "sa.Integer, sa.ForeignKey('p.id', onupdate='BOGUS')",
    "sa.Integer, sa.ForeignKey('p.id', use_alter=True, name='later')", "sa.Integer, sa.Computed('a + 1', persisted=True)",
    "sa.Integer, sa.Computed(sa.func.lower(sa.column('a')))", "sa.Integer, nullable=False, sqlite_on_conflict_not_null='FAIL'",
    "sa.Integer, unique=True, sqlite_on_conflict_unique='IGNORE'", "sa.Integer, primary_key=True, sqlite_on_conflict_primary_key='ROLLBACK'",
    "sa.String, server_default='back\\\\slash'", "sa.String, server_default=sa.text(\"'\\\\\\\\:x'\")", "sa.String, server_default=sa.text(\"':00:'\")",
    "sa.String, server_default=sa.literal_column('x y')", "sa.String, server_default=sa.func.Foo(sa.func.now(), 'a', 1, None, True)",
    "sa.String, server_default=sa.func.pg_catalog.upper('x')", "sa.String, server_default=sa.func.count()", "sa.String, server_default=sa.func.localtime()",
    "sa.String, server_default=sa.func.localtimestamp()", "sa.String, server_default=sa.func.user()",
    "sa.String, server_default=sa.text('-1')", "sa.String, server_default=sa.text('  (1)')", "sa.String, server_default=sa.text('\\n1')", "sa.String, server_default=sa.text('ä')",
    "sa.String, server_default=sa.cast('1', sa.Numeric(5, 2))", "sa.String, server_default=sa.literal('a') + 'b'", "sa.String, server_default=sa.func.now() + sa.text(\"interval '1 day'\")",
    "sa.JSON, server_default=sa.text(\"'{}'\")", "sa.String, server_default=''", "sa.Boolean, server_default=sa.true()", "sa.Boolean(create_constraint=True), unique=True",
    "sa.Integer, sa.CheckConstraint('c > 0', sqlite_on_conflict='FAIL')",
]
CONSTRAINTS = [
    "sa.PrimaryKeyConstraint('a', 'b')", "sa.PrimaryKeyConstraint('b', 'a', name='pkx', deferrable=True, initially='deferred')",
    "sa.PrimaryKeyConstraint()", "sa.UniqueConstraint('a', 'b', sqlite_on_conflict='REPLACE')", "sa.UniqueConstraint()",
    "sa.UniqueConstraint('a', postgresql_nulls_not_distinct=True)", "sa.UniqueConstraint('a', postgresql_nulls_not_distinct=False)",
    "sa.UniqueConstraint('a', initially='SOON')", "sa.CheckConstraint('a > 1', postgresql_not_valid=True)",
    "sa.CheckConstraint(\"a > ':x'\")", "sa.CheckConstraint(sa.column('a').in_(['x', 'y']))", "sa.CheckConstraint(sa.column('A b').is_(None))",
    "sa.CheckConstraint(sa.or_(sa.column('a') == 1, sa.and_(sa.column('b') != 'x', sa.column('a') < 5)))",
    "sa.CheckConstraint(sa.and_(sa.or_(sa.column('a') == 1, sa.column('b') != 'x'), sa.column('a') < 5))",
    "sa.CheckConstraint((sa.column('a') + 1) * 2 > 5)", "sa.CheckConstraint(sa.column('a') + sa.column('b') * 2 >= 5)", "sa.CheckConstraint(sa.column('a').op('@>')('x'))",
    "sa.CheckConstraint(sa.column('a').like('x%'))", "sa.CheckConstraint(sa.column('a').cast(sa.Text) == 'q')", "sa.CheckConstraint(sa.column('a') == sa.true())",
    "sa.CheckConstraint(sa.func.length(sa.column('a')) > 3, name='Len')", "sa.CheckConstraint(sa.column('b').between(1, 5))", "sa.CheckConstraint(sa.not_(sa.column('a') == 1))",
    "sa.ForeignKeyConstraint(['a', 'b'], ['s.p.x', 's.p.y'], ondelete='no action')", "sa.ForeignKeyConstraint(['a'], ['t.b'])", "sa.ForeignKeyConstraint(['a'], ['p.x'], use_alter=True, name='n')",
    "sa.ForeignKeyConstraint(['a'], ['p.x'], postgresql_not_valid=True)", "postgresql.ExcludeConstraint((sa.column('a'), '&&'), ('b', '='), where=sa.text('a > 1'), name='ex', using='GIST', ops={'b': 'int4_ops'})",
]
INDEXES = [
    "['a']", "['a', 'b'], unique=True, schema='S.x'", "['a'], postgresql_using='GIN', postgresql_ops={'a': 'gin_trgm_ops'}", "[sa.text('lower(a)'), 'B']",
    "[sa.func.lower(sa.column('a')), sa.column('b').desc()]", "[sa.column('a').desc().nulls_last(), sa.column('b').asc().nulls_first()]", "[sa.column('a') + sa.column('b')]", "[(sa.column('a') + 1).desc()]",
    "[sa.cast(sa.column('a'), sa.Text)]", "[sa.literal_column('a::text')], postgresql_with={'fillfactor': 50, 'fastupdate': 'off', 'x': True}",
    "['a'], postgresql_where=sa.text('a > 5'), sqlite_where=sa.text('a > 6')", "['a'], postgresql_where=sa.column('a') == 'x'", "['a'], postgresql_where=sa.and_(sa.column('a') == 'x', sa.column('b').is_(None))",
    "['a'], postgresql_include=['B', 'c'], postgresql_tablespace='T s'", "['a'], postgresql_nulls_not_distinct=True", "['a'], postgresql_nulls_not_distinct=False, postgresql_concurrently=True, if_not_exists=True",
    "[sa.func.lower(sa.column('a')).label('low'), 'b'], postgresql_ops={'low': 'text_pattern_ops', 'b': 'x_ops'}", "[sa.column('a').op('->>')('x')]",
    "['a'], postgresql_where='a > 5'", "['a'], postgresql_using='b-ad'", "[sa.func.coalesce(sa.column('a'), 0), sa.text('b DESC')]", "[]",
]
ROWS = [
    ("sa.Integer", ["1", "True", "'7'", "None", "1.9", "'x'"]), ("sa.BigInteger", ["2**40"]), ("sa.String", ["\"o'b\"", "'back\\\\slash'", "'50%'", "':x'", "5", "''"]),
    ("sa.Boolean", ["True", "False", "0", "1", "None"]), ("sa.Numeric(10, 2)", ["decimal.Decimal('1.50')", "1.5", "3"]), ("sa.Float", ["1.5", "1e20", "1e-7", "0.1", "100.0", "1"]),
    ("sa.Date", ["datetime.date(2020, 1, 2)", "'2020-01-02'"]), ("sa.DateTime", ["datetime.datetime(2020, 1, 2, 3, 4, 5)", "datetime.datetime(2020, 1, 2, 3, 4, 5, 120000)"]),
    ("sa.DateTime(timezone=True)", ["datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)", "datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=-5)))"]),
    ("sa.Time", ["datetime.time(3, 4, 5)"]), ("sa.Uuid", ["uuid.UUID('12345678-1234-5678-1234-567812345678')"]), ("postgresql.UUID", ["uuid.UUID('12345678-1234-5678-1234-567812345678')"]),
    ("sa.LargeBinary", ["b'ab'"]), ("sa.Enum('a', 'b', name='e')", ["'a'"]), ("sa.JSON", ["{}", "None"]), ("sa.Text", ["'multi\\nline'", "'ünï'"]),
]


def both(bodies, convention=None):
    return [{"body": body, "dialect": dialect, "naming_convention": convention}
            for body in bodies for dialect in ("postgresql", "sqlite")]


def names():
    bodies = [f"for name in {RESERVED!r}:\n    op.create_table(name, sa.Column(name, sa.Integer), sa.UniqueConstraint(name, name=name))"]
    for name in ["Abc", "a b", "1a", "$a", "a$", "_a", "é", "a-b", "a.b", 'q"q', "pct%", "a:b", "TABLE"]:
        bodies.append(f"""
op.create_table({name!r}, sa.Column({name!r}, sa.Integer, comment='x'), schema={name!r}, comment='y')
op.add_column({name!r}, sa.Column({name!r}, sa.Integer, comment='x'), schema={name!r})
op.alter_column({name!r}, {name!r}, nullable=False, server_default='1', type_=sa.Text(), schema={name!r})
op.drop_column({name!r}, {name!r}, schema={name!r})
op.rename_table({name!r}, {name!r}, schema={name!r})
op.create_index({name!r}, {name!r}, [{name!r}], schema={name!r})
op.drop_index({name!r}, {name!r}, schema={name!r})
op.drop_table({name!r}, schema={name!r})
op.create_table_comment({name!r}, 'c', schema={name!r})
op.drop_table_comment({name!r}, schema={name!r})""")
    long = "n" * 70
    for call in ("create_unique_constraint({}, 't', ['a'])", "create_index({}, 't', ['a'])", "drop_constraint({}, 't', type_='unique')"):
        bodies += ["op." + call.format(repr(long)), "op." + call.format(f"op.f({long!r})")]
    bodies.append(f"op.create_table({long!r}, sa.Column({long!r}, sa.Integer, index=True))")
    return both(bodies) + both([f"op.create_table({long!r}, sa.Column('ä' * 40, sa.Integer, primary_key=True, unique=True), sa.Column('b', sa.Integer, index=True))"], CONVENTION)


def conventions():
    bodies = [
        "op.create_table('t', sa.Column('id', sa.Integer, primary_key=True), sa.Column('a', sa.Integer, sa.ForeignKey('t.id'), unique=True), sa.Column('b', sa.Integer, index=True), sa.CheckConstraint('a > 1', name='pos'), sa.CheckConstraint('b > 1', name=op.f('exact')), sa.UniqueConstraint('a', 'b'), sa.Index(None, 'a', 'b'), schema='s.x')",
        "op.create_table('t', sa.Column('a', sa.Integer, sa.CheckConstraint('a > 1', name='pos')))",
        "op.create_table('t', sa.Column('a', sa.Integer, sa.CheckConstraint('a > 1')))",
        "op.create_table('t', sa.Column('a', sa.Boolean(create_constraint=True)))",
        "op.create_table('t', sa.Column('a', sa.Boolean(create_constraint=True, name='given')))",
        "op.create_table('t', sa.Column('e', sa.Enum('a', name='e')), sa.Column('a', sa.Integer), sa.CheckConstraint(sa.column('a') > 1))",
        "op.create_unique_constraint(None, 't', ['a', 'b'], schema='s')", "op.create_unique_constraint('given', 't', ['a'])", "op.create_unique_constraint(op.f('given'), 't', ['a'])",
        "op.create_primary_key(None, 't', ['a'])", "op.create_primary_key('given', 't', ['a'])", "op.create_check_constraint('c', 't', 'a > 1')", "op.create_check_constraint(None, 't', sa.column('a') > 1)",
        "op.create_foreign_key(None, 't', 'p', ['a', 'b'], ['x', 'y'], referent_schema='r')", "op.create_foreign_key(None, 't', 't', ['a'], ['x'], source_schema='s', referent_schema='s')",
        "op.create_index(None, 't', ['a', 'b'])", "op.create_index(None, 't', [sa.text('lower(a)')])", "op.create_index(None, 't', ['a'], schema='s.x')",
        "op.drop_constraint('c', 't', type_='check')", "op.drop_constraint('c', 't')", "op.drop_constraint('c', 't', type_='unique', schema='s')", "op.drop_constraint(None, 't', type_='primary')", "op.drop_constraint(None, 't', type_='foreignkey')", "op.drop_constraint(None, 't', type_='unique')", "op.drop_constraint(None, 't', type_='check')",
        "op.add_column('t', sa.Column('a', sa.Integer, unique=True))", "op.add_column('t', sa.Column('a', sa.Integer, index=True))", "op.add_column('t', sa.Column('a', sa.Integer, sa.ForeignKey('p.id')))",
        "op.add_column('t', sa.Column('a', sa.Integer, sa.CheckConstraint('a > 1', name='pos')))",
    ]
    return both(bodies) + both(bodies, CONVENTION) + both(bodies, TOKENS)


def alters():
    bodies = []
    for new in ("None", "sa.Identity()", "sa.Identity(always=True, start=5, cycle=True)", "sa.Computed('a')", "'x'", "sa.func.now()"):
        for old in ("", ", existing_server_default=None", ", existing_server_default=sa.Identity(increment=2)", ", existing_server_default='x'"):
            bodies.append(f"op.alter_column('t', 'c', server_default={new}{old})")
    enum, other, flag = "sa.Enum('a', native_enum=False, create_constraint=True, name='e1')", "sa.Enum('b', native_enum=False, create_constraint=True, name='e2')", "sa.Boolean(create_constraint=True, name='f')"
    for old in ("None", enum, flag, "sa.Integer()"):
        for new in (other, flag, "sa.Integer()", "postgresql.ENUM('a', name='pe')"):
            bodies.append(f"op.alter_column('t', 'c', existing_type={old}, type_={new}, schema='s')")
    bodies += ["op.alter_column('t', 'c', type_=sa.Integer(), postgresql_using='c::int', nullable=True, comment='it\\'s', server_default=sa.text('5'))" + suffix for suffix in ("",)]
    bodies += ["op.alter_column('t', 'c', nullable=False, comment=None, existing_comment='x')", "op.alter_column('t', 'c')", "op.alter_column('t', 'c', existing_type=sa.Integer(), existing_nullable=False)", "op.alter_column('t', 'c', type_=sa.types.NullType())",
               "op.alter_column('a.b', 'c.d', nullable=True, schema='e.f')"]
    return both(bodies)


def tables():
    options = ["postgresql_inherits='base'", "postgresql_inherits=('a', 'B')", "postgresql_partition_by='RANGE (a)'", "postgresql_using='heap', postgresql_tablespace='T', postgresql_on_commit='preserve_rows'",
               "postgresql_with_oids=True", "postgresql_with_oids=False", "sqlite_with_rowid=False", "sqlite_with_rowid=False, sqlite_strict=True", "sqlite_strict=True", "prefixes=['TEMPORARY', 'X']", "comment='c'", "comment=''", "sqlite_autoincrement=True", "schema='s'", "mysql_engine='x'"]
    bodies = [f"op.create_table('t', sa.Column('id', sa.Integer, primary_key=True, sqlite_on_conflict_primary_key='FAIL'), {o})" for o in options]
    bodies += ["op.create_table('t', sa.Column('id', sa.BigInteger, primary_key=True), sqlite_autoincrement=True)", "op.create_table('t', sa.Column('id', sa.Integer, sa.ForeignKey('p.id'), primary_key=True), sqlite_autoincrement=True)", "op.create_table('t', sa.Column('id', sa.Integer), sa.PrimaryKeyConstraint('id', name='x'), sqlite_autoincrement=True)",
               "op.create_table('t', sa.Column('a', sa.Integer, primary_key=True), sa.Column('b', sa.Integer, primary_key=True, autoincrement=True), sa.Column('c', sa.BigInteger, primary_key=True))",
               "op.create_table('t', sa.Column('a', sa.Integer, primary_key=True, autoincrement=True), sa.Column('b', sa.Integer, primary_key=True, autoincrement=True))",
               "op.create_table('t', sa.Column('a', sa.Integer), sa.Column('b', sa.Integer), sa.PrimaryKeyConstraint('a'), sa.ForeignKeyConstraint(['a'], ['p.x']))",
               "op.create_table('t', sa.Column('a', sa.Integer, primary_key=True), sa.Column('b', sa.Integer), sa.PrimaryKeyConstraint('b'))",
               "op.create_table('t', sa.Column('a', sa.Integer, primary_key=True), sa.PrimaryKeyConstraint(name='given'))",
               "op.create_table('t', sa.Column('e', sa.Enum('a', name='x')), sa.Column('f', sa.Enum('a', name='x')), sa.Column('n', sa.types.NullType()))",
               "sa.Enum('a', name='x').create(op.get_bind())\nop.create_table('t', sa.Column('e', sa.Enum('a', name='x')))\nsa.Enum('a', name='x').drop(op.get_bind())\nop.create_table('u', sa.Column('e', sa.Enum('a', name='x')))",
               "postgresql.ENUM('a', name='x', schema='S').create(op.get_bind(), checkfirst=False)\npostgresql.ENUM(name='x', schema='S').drop(op.get_bind())",
               "op.create_table('t', sa.Column('e', sa.Enum('a', name='x', schema='s')), sa.Column('f', sa.Enum('b', name='x')))",
               "op.execute(sa.schema.CreateSequence(sa.Sequence('S q', schema='s', minvalue=1, cache=5, cycle=True)))\nop.execute(sa.schema.DropSequence(sa.Sequence('q')))\nop.execute(sa.schema.DropSchema('s', cascade=True))",
               "op.create_table_comment('t', 'back\\\\slash', schema='s')", "op.drop_table_comment('t', existing_comment='x')", "op.rename_table('a', 'b', schema='s.t')", "op.execute('  a :b \\\\:c d::e \\':f\\'  ;  ')",
               "op.create_exclude_constraint('ex', 't', ('a', '&&'), (sa.column('B'), '='), where=sa.text('a > 1'), using='Gist', schema='s', deferrable=True, initially='DEFERRED')", "op.create_exclude_constraint('ex', 't', ('a', '&&'), where=sa.column('g') != 'some')"]
    return both(bodies)


def rows():
    bodies = [f"op.bulk_insert(sa.table('a t', sa.column('id', sa.Integer), sa.column('Va l', {type_}), schema='s'), [{{'Va l': {value}, 'id': 1}}, {{'Va l': {value}}}])" for type_, values in ROWS for value in values]
    bodies += ["op.bulk_insert(sa.table('t', sa.column('id')), [{'id': 1}])", "op.bulk_insert(sa.table('t', sa.column('id')), [{'id': None}])", "op.bulk_insert(sa.table('t', sa.column('id')), [])", "op.bulk_insert(sa.table('t', sa.column('id', sa.Integer)), [{'no': 1}])",
               "op.bulk_insert(sa.table('t', sa.column('a', postgresql.ARRAY(sa.Integer))), [{'a': [1, 2]}])"]
    return both(bodies)


def cases():
    bodies = [f"op.create_table('t', sa.Column('c', {t}), schema='sc')" for t in TYPES] + [f"op.add_column('t', sa.Column('c', {t}))" for t in TYPES] + [f"op.alter_column('t', 'c', type_={t})" for t in TYPES]
    for c in COLUMNS:
        bodies += [f"op.create_table('t', sa.Column('a', sa.Text), sa.Column('c', {c}))", f"op.add_column('t', sa.Column('c', {c}), schema='s')"]
    bodies += [f"op.create_table('t', sa.Column('a', sa.Integer), sa.Column('b', sa.Integer), {c})" for c in CONSTRAINTS]
    bodies += [f"op.create_index('ix', 't', {i})" for i in INDEXES]
    constraints = ["unique_constraint('u', 't', ['a', 'B'], deferrable=False, postgresql_nulls_not_distinct=True)", "primary_key('p', 't', ['a', 'b'], schema='s.x')", "check_constraint('c', 't', \"a = 'it''s' AND b > ':x'\", postgresql_not_valid=True, deferrable=True)",
                   "foreign_key('f', 't', 'p', ['a', 'b'], ['x', 'y'], onupdate='CASCADE', ondelete='SET NULL (a)', match='SIMPLE', deferrable=True, initially='DEFERRED', source_schema='s.1', referent_schema='r', use_alter=True)"]
    bodies += ["op.create_" + c for c in constraints] + ["op.drop_constraint('X y', 't', schema='s.t')", "op.drop_constraint('x', 't', type_='foreignkey')"]
    return both(bodies) + names() + conventions() + alters() + tables() + rows()
