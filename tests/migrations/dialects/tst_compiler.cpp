#include "migrations/dialects/dialect.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Dialects;
using namespace Migrations::Operations;
using namespace Qt::StringLiterals;
using Schema::Expression;

Q_DECLARE_METATYPE(Operation)

/// Texts of Alembic 1.19 and SQLAlchemy 2.0.52 that an older Alembic beside the tests does not write,
/// and what only a compiler with a memory shows. The matrix is in tst_compileralembic.
class TestCompiler : public TestCase {
    Q_OBJECT

private slots:
    void operationsBecomeStatements_data();
    void operationsBecomeStatements();
    void refusalsComeAfterWhatWasWritten_data();
    void refusalsComeAfterWhatWasWritten();
    void aTypeIsCreatedOnceInARun();
    void liveExplicitTypesCount();
    void literalsDependOnTheTarget();
    void longConventionNamesAreCut();
    void constraintsOfPostgresql_data();
    void constraintsOfPostgresql();
};

namespace {

Schema::Column column(const QString &name, const QString &type = u"Integer"_s)
{
    return {.name = name, .type = Schema::Type::named(type)};
}

Schema::Column enumColumn()
{
    Schema::Column result = column(u"e"_s, u"Enum"_s);
    result.type.labels = {u"a"_s, u"b\\c"_s};
    result.type.typeName = u"kinds"_s;
    return result;
}

const QString noAlter =
    u"No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode feature "
    "which allows for SQLite migrations using a copy-and-move strategy."_s;

} // namespace

void TestCompiler::operationsBecomeStatements_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QStringList>("postgresql");
    QTest::addColumn<QStringList>("sqlite");
    const auto row = [](const char *name, const Operation &operation, const QStringList &postgresql,
                         const QStringList &sqlite = {}) {
        QTest::newRow(name) << operation << postgresql << (sqlite.isEmpty() ? postgresql : sqlite);
    };
    Schema::Column id = column(u"id"_s);
    id.primaryKey = true;
    Schema::Column name = column(u"name"_s, u"String"_s);
    name.type.length = 50;
    row("the layout of a table", CreateTable {.table = {.name = u"account"_s, .columns = {id, name}}},
        {u"CREATE TABLE account (\n\tid SERIAL NOT NULL, \n\tname VARCHAR(50), \n\tPRIMARY KEY (id)\n)"_s},
        {u"CREATE TABLE account (\n\tid INTEGER NOT NULL, \n\tname VARCHAR(50), \n\tPRIMARY KEY (id)\n)"_s});
    row("if not exists", CreateTable {.table = {.name = u"t"_s, .columns = {name}}, .ifNotExists = true},
        {u"CREATE TABLE IF NOT EXISTS t (\n\tname VARCHAR(50)\n)"_s});
    row("a type of its own",
        CreateTable {.table = {.name = u"t"_s,
                         .columns = {{.name = u"g"_s, .type = Schema::Type::verbatim(u"geometry(POINT,4326)"_s)}}}},
        {u"CREATE TABLE t (\n\tg geometry(POINT,4326)\n)"_s});
    Schema::Column vector = column(u"v"_s, u"Vector"_s);
    vector.type.length = 3;
    row("pgvector, sqlmodel and citext",
        CreateTable {.table = {.name = u"t"_s,
                         .columns = {vector, column(u"s"_s, u"AutoString"_s), column(u"c"_s, u"CIText"_s)}}},
        {u"CREATE TABLE t (\n\tv VECTOR(3), \n\ts VARCHAR, \n\tc CITEXT\n)"_s});
    row("drop table", DropTable {.table = u"t"_s, .schema = u"S.x"_s, .ifExists = true},
        {u"DROP TABLE IF EXISTS \"S.x\".t"_s});
    row("drop column", DropColumn {.table = u"t"_s, .column = u"c"_s, .schema = u"S.x"_s, .ifExists = true},
        {u"ALTER TABLE \"S\".x.t DROP COLUMN IF EXISTS c"_s});
    row("rename a column", AlterColumn {.table = u"t"_s, .column = u"a"_s, .newName = u"Order"_s},
        {u"ALTER TABLE t RENAME a TO \"Order\""_s}, {u"ALTER TABLE t RENAME COLUMN a TO \"Order\""_s});
    row("no comment", CommentTable {.table = u"t"_s, .comment = std::nullopt}, {u"COMMENT ON TABLE t IS NULL"_s});
    row("drop index", DropIndex {.name = {u"ix"_s}, .table = u"t"_s, .schema = u"s"_s, .ifExists = true},
        {u"DROP INDEX IF EXISTS s.ix"_s});
    Schema::Column reference = column(u"p_id"_s);
    reference.foreignKeys = {{.name = {u"fk"_s},
        .columns = {},
        .referredTable = u"p"_s,
        .referredColumns = {u"id"_s},
        .onDelete = u"CASCADE"_s}};
    row("an inline reference",
        AddColumn {.table = u"t"_s, .column = reference, .ifNotExists = true, .inlineReferences = true},
        {u"ALTER TABLE t ADD COLUMN IF NOT EXISTS p_id INTEGER REFERENCES p (id) ON DELETE CASCADE"_s});
    row("an inline primary key", AddColumn {.table = u"t"_s, .column = id, .inlinePrimaryKey = true},
        {u"ALTER TABLE t ADD COLUMN id SERIAL NOT NULL PRIMARY KEY"_s},
        {u"ALTER TABLE t ADD COLUMN id INTEGER NOT NULL PRIMARY KEY"_s});
    row("SQL as it is", ExecuteSql {.sql = u"  SELECT 1;\n"_s}, {u"  SELECT 1;\n"_s});
    row("rows without values", InsertRows {.table = {.name = u"t"_s}, .rows = {{}}},
        {u"INSERT INTO t DEFAULT VALUES"_s});
    row("schemas", CreateSchema {.name = u"My Schema"_s, .ifNotExists = true},
        {u"CREATE SCHEMA IF NOT EXISTS \"My Schema\""_s});
}

void TestCompiler::operationsBecomeStatements()
{
    QFETCH(Operation, operation);
    const Rendered postgresql = Dialect::postgresql().compiler()->compile(operation);
    QVERIFY(!postgresql.refusal);
    QTEST(postgresql.statements, "postgresql");
    const Rendered sqlite = Dialect::sqlite().compiler()->compile(operation);
    QVERIFY(!sqlite.refusal);
    QTEST(sqlite.statements, "sqlite");
}

void TestCompiler::refusalsComeAfterWhatWasWritten_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("refusal");
    Schema::Column unique = column(u"c"_s);
    unique.unique = true;
    QTest::newRow("a unique column on SQLite")
        << u"sqlite"_s << Operation(AddColumn {.table = u"t"_s, .column = unique})
        << QStringList {u"ALTER TABLE t ADD COLUMN c INTEGER"_s} << noAlter;
    QTest::newRow("a constraint on SQLite")
        << u"sqlite"_s
        << Operation(AddConstraint {.table = u"t"_s, .constraint = Schema::UniqueConstraint {{}, {u"a"_s}}})
        << QStringList() << noAlter;
    QTest::newRow("a type that the table brings along")
        << u"postgresql"_s
        << Operation(CreateTable {.table = {.name = u"t"_s, .columns = {enumColumn(), column(u"n"_s, u"NullType"_s)}}})
        << QStringList {uR"(CREATE TYPE kinds AS ENUM ('a', 'b\\c'))"_s}
        << u"(in table 't', column 'n'): Can't generate DDL for NullType(); did you forget to specify a type on this "
           "Column?"_s;
    QTest::newRow("USING without a type")
        << u"postgresql"_s << Operation(AlterColumn {.table = u"t"_s, .column = u"c"_s, .postgresqlUsing = u"x"_s})
        << QStringList() << u"postgresql_using must be used with the type_ parameter"_s;
}

void TestCompiler::refusalsComeAfterWhatWasWritten()
{
    QFETCH(QString, dialect);
    QFETCH(Operation, operation);
    const Rendered rendered = Dialect::byName(dialect)->compiler()->compile(operation);
    QTEST(rendered.statements, "statements");
    QVERIFY(rendered.refusal);
    QTEST(rendered.refusal->message, "refusal");
}

void TestCompiler::aTypeIsCreatedOnceInARun()
{
    const CreateTable first {.table = {.name = u"t"_s, .columns = {enumColumn()}}};
    const CreateTable second {.table = {.name = u"u"_s, .columns = {enumColumn()}}};
    const auto run = Dialect::postgresql().compiler();
    QCOMPARE(run->compile(first).statements.size(), 2);
    QCOMPARE(run->compile(second).statements, QStringList {u"CREATE TABLE u (\n\te kinds\n)"_s});
    QCOMPARE(Dialect::postgresql().compiler()->compile(second).statements.size(), 2);
}

void TestCompiler::liveExplicitTypesCount()
{
    const CreateEnum create {.type = {.name = u"kinds"_s, .labels = {u"a"_s}}};
    const CreateTable table {.table = {.name = u"t"_s, .columns = {enumColumn()}}};
    for (const Target target : {Target::Offline, Target::Live}) {
        const auto run = Dialect::postgresql().compiler({}, target);
        QCOMPARE(run->compile(create).statements, QStringList {u"CREATE TYPE kinds AS ENUM ('a')"_s});
        QCOMPARE(run->compile(table).statements.size(), target == Target::Live ? 1 : 2);
        QCOMPARE(run->compile(DropEnum {.name = u"kinds"_s}).statements, QStringList {u"DROP TYPE kinds"_s});
        QCOMPARE(run->compile(table).statements.size(), target == Target::Live ? 2 : 1);
    }
}

void TestCompiler::literalsDependOnTheTarget()
{
    const CommentTable comment {.table = u"t"_s, .comment = uR"(C:\x)"_s};
    QCOMPARE(Dialect::postgresql().compiler()->compile(comment).statements,
        QStringList {uR"(COMMENT ON TABLE t IS 'C:\\x')"_s});
    QCOMPARE(Dialect::postgresql().compiler({}, Target::Live)->compile(comment).statements,
        QStringList {uR"(COMMENT ON TABLE t IS 'C:\x')"_s});
}

void TestCompiler::longConventionNamesAreCut()
{
    const NamingConvention convention {{u"uq"_s, u"uq_%(table_name)s_%(column_0_N_name)s"_s}};
    const AddConstraint add {.table = QString(60, u't'), .constraint = Schema::UniqueConstraint {{}, {u"a"_s, u"b"_s}}};
    const Rendered rendered = Dialect::postgresql().compiler(convention)->compile(add);
    QCOMPARE(rendered.statements,
        QStringList {u"ALTER TABLE "_s + QString(60, u't') + u" ADD CONSTRAINT uq_"_s + QString(52, u't')
            + u"_76b5 UNIQUE (a, b)"_s});
}

void TestCompiler::constraintsOfPostgresql_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("text");
    const Schema::DialectOptions include {{u"postgresql_include"_s, Expression::list({u"z"_s, u"Y"_s})}};
    const Schema::Deferrability deferred {.deferrable = true, .initially = u"DEFERRED"_s};
    QTest::newRow("unique with columns beside")
        << Operation(AddConstraint {
               .table = u"t"_s, .constraint = Schema::UniqueConstraint {{u"uq"_s}, {u"a"_s}, deferred, include}})
        << u"ALTER TABLE t ADD CONSTRAINT uq UNIQUE (a) INCLUDE (z, \"Y\") DEFERRABLE INITIALLY DEFERRED"_s;
    QTest::newRow("a key with columns beside")
        << Operation(AddConstraint {.table = u"t"_s, .constraint = Schema::PrimaryKey {{}, {u"a"_s}, {}, include}})
        << u"ALTER TABLE t ADD PRIMARY KEY (a) INCLUDE (z, \"Y\")"_s;
    QTest::newRow("drop if exists") << Operation(
        DropConstraint {.name = {u"c"_s}, .table = u"t"_s, .schema = u"s.x"_s, .ifExists = true})
                                    << u"ALTER TABLE \"s.x\".t DROP CONSTRAINT IF EXISTS c"_s;
}

void TestCompiler::constraintsOfPostgresql()
{
    QFETCH(Operation, operation);
    QFETCH(QString, text);
    QCOMPARE(Dialect::postgresql().compiler()->compile(operation).statements, QStringList {text});
}

QTEST_GUILESS_MAIN(TestCompiler)
#include "tst_compiler.moc"
