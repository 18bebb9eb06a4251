#include "migrations/alembic/script.h"
#include "tests/migrations/alembic/recordinghost.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// What scripts say in Python becomes operations, questions and log lines of the host.
class TestScript : public TestCase
{
    Q_OBJECT

private slots:
    void directivesBecomeStatements_data();
    void directivesBecomeStatements();
    void operationsCarryTheirLine();
    void inspectorAnswersFromTheHost();
    void rowsAreReadFromTheHost();
    void parametersAreBound();
    void statementsAreSentWithTheirValues();
    void tablesAreReadFromTheHost();
    void tablesAreMadeAndDroppedWhereTheyAreNot();
    void listsAreParametersEach();
    void sessionsSendOverTheConnection();
    void rowsAreUnknownOffline();
    void commandLineIsSeenByScripts();
    void environmentIsNotTheScripts_data();
    void environmentIsNotTheScripts();
    void printAndInputGoToTheHost();
    void serverErrorsAreExceptions();
    void uncaughtServerErrorKeepsItsDetails();
    void refusalsEndTheScript();
    void unknownThingsAreNamed_data();
    void unknownThingsAreNamed();
    void missingFunctionIsAnError();

private:
    [[nodiscard]] static Result<void> run(RecordingHost &host, const QString &body)
    {
        QString source = u"from alembic import op\nimport sqlalchemy as sa\n"
                         "from sqlalchemy.dialects import postgresql\n\ndef upgrade():\n"_s;
        for (const QString &line : body.split(u'\n'))
            source += u"    "_s + line + u'\n';
        return Alembic::evaluateScript(source.toUtf8(), u"a.py"_s, u"upgrade"_s, host);
    }
};

void TestScript::directivesBecomeStatements_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("statements");
    const auto row = [](const char *name, const QString &body, const QStringList &statements) {
        QTest::newRow(name) << body << statements;
    };
    row("table", u"op.create_table('t', sa.Column('id', sa.Integer(), nullable=False), sa.Column('n', sa.String(50), "
                 "server_default='x'), sa.PrimaryKeyConstraint('id', name=op.f('pk_t')), schema='s')"_s,
        {u"CREATE TABLE s.t (\n\tid SERIAL NOT NULL, \n\tn VARCHAR(50) DEFAULT 'x', \n\tCONSTRAINT pk_t PRIMARY KEY (id)\n)"_s});
    row("a type as a class", u"op.add_column('t', sa.Column('c', sa.Integer))"_s,
        {u"ALTER TABLE t ADD COLUMN c INTEGER"_s});
    row("foreign key of a column",
        u"op.create_table('t', sa.Column('a', sa.Integer, sa.ForeignKey('s.p.id', ondelete='CASCADE')))"_s,
        {u"CREATE TABLE t (\n\ta INTEGER, \n\tFOREIGN KEY(a) REFERENCES s.p (id) ON DELETE CASCADE\n)"_s});
    row("drop table", u"op.drop_table('t', schema='s')"_s, {u"DROP TABLE s.t"_s});
    row("rename", u"op.rename_table('a', 'b')"_s, {u"ALTER TABLE a RENAME TO b"_s});
    row("alter", u"op.alter_column('t', 'c', existing_type=sa.Integer(), type_=sa.Text(), nullable=False, "
                 "server_default=None, new_column_name='d')"_s,
        {u"ALTER TABLE t ALTER COLUMN c TYPE TEXT"_s, u"ALTER TABLE t ALTER COLUMN c SET NOT NULL"_s,
            u"ALTER TABLE t ALTER COLUMN c DROP DEFAULT"_s, u"ALTER TABLE t RENAME c TO d"_s});
    row("default of a function", u"op.add_column('t', sa.Column('c', sa.DateTime(), server_default=sa.func.now()))"_s,
        {u"ALTER TABLE t ADD COLUMN c TIMESTAMP WITHOUT TIME ZONE DEFAULT now()"_s});
    row("index", u"op.create_index('ix', 't', ['a', sa.text('lower(b)')], unique=True, postgresql_using='gin', "
                 "postgresql_where=sa.text('a > 5'))"_s,
        {u"CREATE UNIQUE INDEX ix ON t USING gin (a, lower(b)) WHERE a > 5"_s});
    row("drop index", u"op.drop_index(op.f('ix'), table_name='t')"_s, {u"DROP INDEX ix"_s});
    row("constraints",
        u"op.create_foreign_key('fk', 't', 'p', ['a'], ['id'], ondelete='CASCADE')\n"
        "op.create_unique_constraint('uq', 't', ['a', 'b'])\nop.create_check_constraint('ck', 't', 'a > 5')\n"
        "op.create_primary_key(None, 't', ['a'])\nop.drop_constraint('uq', 't', type_='unique')"_s,
        {u"ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY(a) REFERENCES p (id) ON DELETE CASCADE"_s,
            u"ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a, b)"_s, u"ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 5)"_s,
            u"ALTER TABLE t ADD PRIMARY KEY (a)"_s, u"ALTER TABLE t DROP CONSTRAINT uq"_s});
    row("types of PostgreSQL",
        u"op.add_column('t', sa.Column('c', postgresql.ARRAY(sa.String(5)), nullable=True))\n"
        "op.add_column('t', sa.Column('j', postgresql.JSONB(astext_type=sa.Text())))"_s,
        {u"ALTER TABLE t ADD COLUMN c VARCHAR(5)[]"_s, u"ALTER TABLE t ADD COLUMN j JSONB"_s});
    row("text of the package citext", u"from citext import CIText\nop.add_column('t', sa.Column('c', CIText()))"_s,
        {u"ALTER TABLE t ADD COLUMN c CITEXT"_s});
    row("identifier of older versions of sqlmodel",
        u"import sqlmodel\nop.add_column('t', sa.Column('c', sqlmodel.sql.sqltypes.GUID(), nullable=False))"_s,
        {u"ALTER TABLE t ADD COLUMN c UUID NOT NULL"_s});
    row("enum", u"sa.Enum('a', 'b', name='e').create(op.get_bind())"_s, {u"CREATE TYPE e AS ENUM ('a', 'b')"_s});
    row("rows", u"t = sa.table('t', sa.column('id', sa.Integer), sa.column('n', sa.String))\n"
                "op.bulk_insert(t, [{'id': 1, 'n': \"o'b\"}, {'id': 2, 'n': None}])"_s,
        {u"INSERT INTO t (id, n) VALUES (1, 'o''b')"_s, u"INSERT INTO t (id, n) VALUES (2, NULL)"_s});
    row("loop, helper, f-string",
        u"def add(name):\n    op.create_index(f'ix_t_{name}', 't', [name])\nfor column in ('a', 'b'):\n    add(column)"_s,
        {u"CREATE INDEX ix_t_a ON t (a)"_s, u"CREATE INDEX ix_t_b ON t (b)"_s});
    row("dialect's name", u"if op.get_bind().dialect.name == 'postgresql':\n    op.drop_table('p')\nelse:\n"
                          "    op.drop_table('s')"_s,
        {u"DROP TABLE p"_s});
    row("python-side default", u"from datetime import datetime\n"
                               "op.add_column('t', sa.Column('c', sa.DateTime(), default=datetime.utcnow))"_s,
        {u"ALTER TABLE t ADD COLUMN c TIMESTAMP WITHOUT TIME ZONE"_s});
}

void TestScript::directivesBecomeStatements()
{
    QFETCH(QString, body);
    QFETCH(QStringList, statements);
    RecordingHost host;
    const Result<void> done = run(host, body);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.statements, statements);
}

void TestScript::operationsCarryTheirLine()
{
    RecordingHost host;
    QVERIFY(run(host, u"op.drop_table('a')\n\nop.drop_table(\n    'b')"_s));
    QCOMPARE(host.lines, (QList<int> {6, 8}));
}

void TestScript::inspectorAnswersFromTheHost()
{
    RecordingHost host;
    host.database.tables << Schema::Table {.name = u"b"_s,
        .columns = {{.name = u"id"_s, .type = Schema::Type::verbatim(u"INTEGER"_s), .primaryKey = true}},
        .indexes = {{.name = {u"ix"_s}, .parts = {{.expression = Schema::Expression::column(u"id"_s)}}}}};
    host.database.tables << Schema::Table {.name = u"a"_s};
    QVERIFY(run(host, u"inspector = sa.inspect(op.get_bind())\nprint(inspector.get_table_names())\n"
                      "print([c['name'] for c in inspector.get_columns('b')], inspector.has_table('c'))\n"
                      "print([i['column_names'] for i in inspector.get_indexes('b')])\n"
                      "try:\n    inspector.get_columns('c')\nexcept sa.exc.NoSuchTableError as e:\n    print('no', e)"_s));
    QCOMPARE(host.printed, (QStringList {u"['a', 'b']"_s, u"['id'] False"_s, u"[['id']]"_s, u"no c"_s}));
}

void TestScript::rowsAreReadFromTheHost()
{
    RecordingHost host(u"sqlite"_s, false);
    host.rows = {.columns = {u"id"_s, u"name"_s}, .rows = {{1, u"x"_s}, {2, QVariant()}}};
    QVERIFY(run(host, u"bind = op.get_bind()\nprint(bind.execute(sa.text('SELECT 1')).scalar())\n"
                      "for row in bind.execute(sa.text('SELECT 2')):\n    print(row.id, row[1], row._mapping['name'])\n"
                      "print(len(bind.execute(sa.text('SELECT 3')).fetchall()))"_s));
    QCOMPARE(host.printed, (QStringList {u"1"_s, u"1 x x"_s, u"2 None None"_s, u"2"_s}));
    QCOMPARE(host.queries, (QStringList {u"SELECT 1"_s, u"SELECT 2"_s, u"SELECT 3"_s}));
}

void TestScript::parametersAreBound()
{
    RecordingHost host(u"sqlite"_s, false);
    QVERIFY(run(host, u"op.get_bind().execute(sa.text('UPDATE t SET a = :a'), {'a': 5})"_s));
    QCOMPARE(host.queries, QStringList {u"UPDATE t SET a = :a [a=5]"_s});
    const Result<void> unbound = run(host, u"op.execute('UPDATE t SET a = :a')"_s);
    QVERIFY(!unbound);
    QVERIFY2(unbound.error().message.contains(u"A value is required for bind parameter 'a'"_s),
        qPrintable(unbound.error().message));
}

void TestScript::statementsAreSentWithTheirValues()
{
    RecordingHost host(u"postgresql"_s, false);
    host.rows = {.columns = {u"id"_s, u"name"_s}, .rows = {{1, u"a:b"_s}, {2, u"it's"_s}}};
    const Result<void> done = run(host,
        u"t = sa.table('t', sa.column('id', sa.Integer), sa.column('name', sa.String))\n"
        "bind = op.get_bind()\n"
        "for row in bind.execute(sa.select(t.c.id, t.c.name).where(t.c.name != None)).fetchall():\n"
        "    bind.execute(t.update().where(t.c.id == row.id).values(name=row.name + ' :x \\\\'))\n"
        "bind.execute(t.insert(), [{'id': 3, 'name': 'n'}, {'id': 4, 'name': None}])"_s);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.queries,
        (QStringList {u"SELECT t.id, t.name \nFROM t \nWHERE t.name IS NOT NULL"_s,
            u"UPDATE t SET name='a:b :x \\' WHERE t.id = 1"_s, u"UPDATE t SET name='it''s :x \\' WHERE t.id = 2"_s,
            u"INSERT INTO t (id, name) VALUES (3, 'n'), (4, NULL)"_s}));
}

void TestScript::tablesAreReadFromTheHost()
{
    RecordingHost host(u"sqlite"_s, false);
    host.database.tables << Schema::Table {
        .name = u"t"_s, .columns = {{.name = u"id"_s, .type = Schema::Type::verbatim(u"INTEGER"_s)}}};
    const QString table = u"t = sa.Table('%1', sa.MetaData(), autoload_with=op.get_bind())\n"
                          "op.execute(t.delete().where(t.c.id == 5))"_s;
    const Result<void> done = run(host, table.arg(u"t"_s));
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.queries, QStringList {u"DELETE FROM t WHERE t.id = 5"_s});
    const Result<void> missing = run(host, table.arg(u"missing"_s));
    QVERIFY2(missing.error().message.contains(u"NoSuchTableError"_s), qPrintable(missing.error().message));
}

// Table.create() and Table.drop() ask first, unless they are told not to
void TestScript::tablesAreMadeAndDroppedWhereTheyAreNot()
{
    RecordingHost host(u"postgresql"_s, false);
    host.database.tables << Schema::Table {.name = u"there"_s};
    const Result<void> done = run(host,
        u"m = sa.MetaData()\nthere, new = (sa.Table(n, m, sa.Column('e', sa.Enum('a', name='en'))) for n in ('there', 'new'))\n"
        "there.create(op.get_bind())\nnew.create(op.get_bind())\nnew.drop(op.get_bind())\n"
        "there.create(op.get_bind(), checkfirst=False)\nthere.drop(op.get_bind())"_s);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
    QCOMPARE(host.operations.size(), 6);
    const auto *type = std::get_if<Operations::CreateEnum>(&host.operations[0]);
    QVERIFY(type && type->checkFirst);
    const auto *table = std::get_if<Operations::CreateTable>(&host.operations[1]);
    QVERIFY(table && table->table.name == u"new" && !table->table.columns.front().type.createType);
    const auto *forced = std::get_if<Operations::CreateEnum>(&host.operations[2]);
    QVERIFY(forced && !forced->checkFirst);
    QVERIFY(std::holds_alternative<Operations::CreateTable>(host.operations[3]));
    const auto *gone = std::get_if<Operations::DropTable>(&host.operations[4]);
    QVERIFY(gone && gone->table == u"there");
    const auto *dropped = std::get_if<Operations::DropEnum>(&host.operations[5]);
    QVERIFY(dropped && dropped->name == u"en" && dropped->checkFirst);
}

void TestScript::listsAreParametersEach()
{
    RecordingHost host(u"sqlite"_s, false);
    const QString statement = u"q = sa.text('DELETE FROM t WHERE a IN :l AND b = :b').bindparams(sa.bindparam('l', expanding=True))\n"_s;
    QVERIFY(run(host, statement + u"op.get_bind().execute(q, {'l': [5, 6], 'b': 7})"_s));
    QCOMPARE(host.queries, QStringList {u"DELETE FROM t WHERE a IN (:l_1, :l_2) AND b = :b [b=7] [l_1=5] [l_2=6]"_s});
    const Result<void> empty = run(host, statement + u"op.get_bind().execute(q, {'l': [], 'b': 7})"_s);
    QVERIFY2(!empty && empty.error().message.contains(u"expanding"_s), qPrintable(empty ? QString() : empty.error().message));
}

void TestScript::sessionsSendOverTheConnection()
{
    RecordingHost host(u"postgresql"_s, false);
    host.rows = {.columns = {u"id"_s}, .rows = {{5}}};
    const QString session = u"from sqlalchemy.orm import Session\ns = Session(op.get_bind())\n"_s;
    QVERIFY(run(host, session + u"print(s.execute(sa.text('SELECT :a'), {'a': 1}).scalar(), s.scalar(sa.text('SELECT 2')))\ns.commit()\ns.close()"_s));
    QCOMPARE(host.printed, QStringList {u"5 5"_s});
    QCOMPARE(host.queries, (QStringList {u"SELECT :a [a=1]"_s, u"SELECT 2"_s}));
    for (const QString &refused : {u"s.rollback()"_s, u"s.query(1)"_s, u"s.add(1)"_s}) {
        const Result<void> done = run(host, session + refused);
        QVERIFY2(!done && done.error().code == ErrorCode::Unsupported, qPrintable(refused));
        QVERIFY2(done.error().message.contains(u"Session."_s), qPrintable(done.error().message));
    }
}

void TestScript::rowsAreUnknownOffline()
{
    RecordingHost host;
    const QString read = u"print(op.get_bind().execute(sa.text('SELECT 1')).scalar())"_s;
    const Result<void> done = run(host, read);
    QCOMPARE(done.error().code, ErrorCode::NeedsConnection);
    QVERIFY2(done.error().message.contains(u"'NoneType' object has no attribute 'scalar'"_s),
        qPrintable(done.error().message));
    QCOMPARE(done.error().at.line, 6);
    // a script that reckons with it goes on, as with Alembic
    QVERIFY(run(host, u"try:\n    "_s + read + u"\nexcept AttributeError:\n    print('none')"_s));
    QCOMPARE(host.printed, QStringList {u"none"_s});
}

void TestScript::commandLineIsSeenByScripts()
{
    RecordingHost host;
    host.scriptSettings = {.arguments = {u"a=1"_s, u"b=2=3"_s, u"flag"_s}, .tag = u"nightly"_s, .convention = {},
        .options = {{u"stage"_s, u"test"_s}}};
    QVERIFY(run(host, u"from alembic import context\n"
                      "print(context.get_x_argument())\n"
                      "print(context.get_x_argument(as_dictionary=True))\n"
                      "print(context.config.get_main_option('Stage'), context.config.get_main_option('other', 'none'))\n"
                      "print(context.get_tag_argument(), op.get_context().opts['tag'], context.is_transactional_ddl())"_s));
    QCOMPARE(host.printed,
        QStringList({u"['a=1', 'b=2=3', 'flag']"_s, u"{'a': '1', 'b': '2=3', 'flag': ''}"_s, u"test none"_s, u"nightly nightly True"_s}));
}

void TestScript::environmentIsNotTheScripts_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("configure") << u"context.configure(url='x')"_s;
    QTest::newRow("run_migrations") << u"context.run_migrations()"_s;
    QTest::newRow("config") << u"context.config.attributes"_s;
    QTest::newRow("sqlalchemy.url") << u"context.config.get_main_option('sqlalchemy.url')"_s;
    QTest::newRow("invoke") << u"op.invoke(None)"_s;
    QTest::newRow("run_async") << u"op.run_async(None)"_s;
}

void TestScript::environmentIsNotTheScripts()
{
    QFETCH(QString, body);
    RecordingHost host;
    const Result<void> done = run(host, u"from alembic import context\n"_s + body);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, ErrorCode::Unsupported);
    QVERIFY2(done.error().message.contains(QString::fromLatin1(QTest::currentDataTag())), qPrintable(done.error().message));
}

void TestScript::printAndInputGoToTheHost()
{
    RecordingHost host;
    host.answer = u"YES"_s;
    QVERIFY(run(host, u"print('✓', 1, sep='-')\nif input('sure? (yes/no) ').lower() == 'yes':\n    op.drop_table('t')"_s));
    QCOMPARE(host.printed, QStringList {u"✓-1"_s});
    QCOMPARE(host.asked, QStringList {u"sure? (yes/no) "_s});
    QCOMPARE(host.statements, QStringList {u"DROP TABLE t"_s});
}

void TestScript::serverErrorsAreExceptions()
{
    RecordingHost host(u"sqlite"_s, false);
    host.failure = {.code = ErrorCode::Server, .message = u"no such table: t"_s, .statement = u"DROP TABLE t"_s};
    QVERIFY(run(host, u"try:\n    op.drop_table('t')\nexcept sa.exc.OperationalError as e:\n    print(e)"_s));
    QCOMPARE(host.printed, QStringList {u"no such table: t\n[SQL: DROP TABLE t]"_s});
}

void TestScript::uncaughtServerErrorKeepsItsDetails()
{
    RecordingHost host(u"sqlite"_s, false);
    host.failure = {.code = ErrorCode::Server,
        .message = u"no such table: t"_s,
        .statement = u"DROP TABLE t"_s,
        .nextStep = u"look"_s};
    const Result<void> done = run(host, u"\nop.drop_table('t')"_s);
    QCOMPARE(done.error().code, ErrorCode::Server);
    QCOMPARE(done.error().message, u"no such table: t"_s);
    QCOMPARE(done.error().statement, u"DROP TABLE t"_s);
    QCOMPARE(done.error().nextStep, u"look"_s);
    QCOMPARE(done.error().at.line, 7);
    QVERIFY(done.error().excerpt.contains(u"op.drop_table"_s));
}

void TestScript::refusalsEndTheScript()
{
    RecordingHost host;
    const Result<void> done
        = run(host, u"try:\n    input('name? ')\nexcept Exception:\n    pass\nop.drop_table('t')"_s);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QVERIFY(host.statements.isEmpty());
}

void TestScript::unknownThingsAreNamed_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("name");
    QTest::newRow("directive") << u"op.no_such_directive('t')"_s << u"alembic.op.no_such_directive"_s;
    QTest::newRow("module") << u"from app.models import User\nUser.__table__.create()"_s << u"app.models.User"_s;
    QTest::newRow("hidden in try") << u"try:\n    op.no_such_directive()\nexcept Exception:\n    pass"_s
                                   << u"alembic.op.no_such_directive"_s;
}

void TestScript::unknownThingsAreNamed()
{
    QFETCH(QString, body);
    QFETCH(QString, name);
    RecordingHost host;
    const Result<void> done = run(host, body);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Unsupported);
    QVERIFY2(done.error().message.contains(name), qPrintable(done.error().message));
    QVERIFY(done.error().at.line >= 6);
    QVERIFY(!done.error().nextStep.isEmpty());
}

void TestScript::missingFunctionIsAnError()
{
    RecordingHost host;
    const Result<void> done = Alembic::evaluateScript("x = 1\n", u"a.py"_s, u"downgrade"_s, host);
    QCOMPARE(done.error().code, ErrorCode::Script);
    QCOMPARE(done.error().at.file, u"a.py"_s);
}

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"
