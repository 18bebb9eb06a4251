#include "migrations/diff/schemachanges.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Diff;
using namespace Qt::StringLiterals;

/// What is new, gone and changed between two schemas.
class TestSchemaChanges : public TestCase
{
    Q_OBJECT

private slots:
    void sameSchemasHaveNoChanges();
    void tablesIndexesAndEnumsAreCompared();
    void changedLinesAreShown();
    void commasMakeNoDifference();
};

namespace {

Schema::Table table(const QString &name, const QStringList &columns, const QString &schema = {})
{
    Schema::Table result {.name = name, .schema = schema};
    for (const QString &column : columns)
        result.columns << Schema::Column {.name = column, .type = Schema::Type::verbatim(u"INTEGER"_s)};
    return result;
}

Schema::Index index(const QString &name, const QString &column)
{
    Schema::IndexPart part;
    part.expression.kind = Schema::Expression::Kind::Column;
    part.expression.text = column;
    return {.name = {.text = name}, .parts = {part}};
}

const Dialects::Dialect &dialect()
{
    return Dialects::Dialect::postgresql();
}

} // namespace

void TestSchemaChanges::sameSchemasHaveNoChanges()
{
    Schema::Table one = table(u"t"_s, {u"a"_s});
    one.indexes << index(u"ix"_s, u"a"_s);
    const Schema::Database database {.tables = {one}, .enums = {{.name = u"e"_s, .labels = {u"x"_s}}}};
    QVERIFY(schemaChanges(database, database, dialect()).isEmpty());
    QVERIFY(schemaChanges({}, {}, dialect()).isEmpty());
}

void TestSchemaChanges::tablesIndexesAndEnumsAreCompared()
{
    Schema::Table indexed = table(u"t"_s, {u"a"_s});
    indexed.indexes << index(u"ix"_s, u"a"_s);
    const Schema::Database before {.tables = {table(u"gone"_s, {u"a"_s}), table(u"t"_s, {u"a"_s})},
        .enums = {{.name = u"e"_s, .labels = {u"x"_s}}}};
    const Schema::Database after {.tables = {indexed, table(u"new"_s, {u"a"_s}, u"other"_s)},
        .enums = {{.name = u"e"_s, .labels = {u"x"_s, u"y"_s}}}};
    const QList<SchemaChange> changes = schemaChanges(before, after, dialect());
    QStringList found;
    for (const SchemaChange &change : changes)
        found << u"%1 %2 %3"_s.arg(int(change.kind)).arg(change.name,
            change.isAdded() ? u"new"_s : change.isRemoved() ? u"gone"_s : u"changed"_s);
    QCOMPARE(found, (QStringList {u"0 gone gone"_s, u"0 other.new new"_s, u"1 ix new"_s, u"2 e changed"_s}));
    QCOMPARE(changes[2].after, u"CREATE INDEX ix ON t (a)"_s);
    QCOMPARE(changes[3].lines(), (QStringList {u"- CREATE TYPE e AS ENUM ('x')"_s, u"+ CREATE TYPE e AS ENUM ('x', 'y')"_s}));
}

void TestSchemaChanges::changedLinesAreShown()
{
    const QList<SchemaChange> changes = schemaChanges(
        {.tables = {table(u"t"_s, {u"a"_s, u"b"_s})}, .enums = {}}, {.tables = {table(u"t"_s, {u"a"_s, u"c"_s})}, .enums = {}},
        dialect());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.front().lines(), (QStringList {u"- b INTEGER"_s, u"+ c INTEGER"_s}));
}

void TestSchemaChanges::commasMakeNoDifference()
{
    const QList<SchemaChange> changes
        = schemaChanges({.tables = {table(u"t"_s, {u"a"_s})}, .enums = {}},
            {.tables = {table(u"t"_s, {u"a"_s, u"b"_s})}, .enums = {}}, dialect());
    QCOMPARE(changes.front().lines(), QStringList {u"+ b INTEGER"_s});
}

QTEST_GUILESS_MAIN(TestSchemaChanges)
#include "tst_schemachanges.moc"
