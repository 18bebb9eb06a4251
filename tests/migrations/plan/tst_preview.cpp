#include "migrations/plan/preview.h"
#include "tests/support/testcase.h"

using namespace Migrations::Plan;
using namespace Migrations::Graph;
using namespace Qt::StringLiterals;

/// The layout of Alembic's --sql.
class TestPreview : public TestCase
{
    Q_OBJECT

private slots:
    void statementTextIsAlembics();
    void runningTextNamesBothSides();
    void postgresqlIsWrappedInATransaction();
    void sqliteIsNot();
    void nothingToDo();
};

namespace {

PlannedStep firstStep()
{
    return {.step = {.direction = Direction::Upgrade, .revision = u"a"_s, .from = {}, .to = {u"a"_s}, .rowChanges = {}},
        .doc = u"first"_s,
        .statements = {{.sql = u"CREATE TABLE alembic_version ()"_s, .isVersionTable = true},
            {.sql = u"CREATE TABLE t ()"_s},
            {.sql = u"INSERT INTO alembic_version"_s, .isVersionRow = true}}};
}

} // namespace

void TestPreview::statementTextIsAlembics()
{
    QCOMPARE(statementText(u"\nCREATE TABLE t (\n\tid INTEGER\n)\n\n"_s), u"CREATE TABLE t (\n    id INTEGER\n)"_s);
}

void TestPreview::runningTextNamesBothSides()
{
    QCOMPARE(runningText(firstStep().step), u"Running upgrade  -> a"_s);
    QCOMPARE(runningText({.direction = Direction::Downgrade, .revision = u"m"_s, .from = {u"m"_s}, .to = {u"a"_s, u"b"_s},
                 .rowChanges = {}}),
        u"Running downgrade m -> a, b"_s);
}

void TestPreview::postgresqlIsWrappedInATransaction()
{
    const Preview preview {.dialect = u"postgresql"_s, .steps = {firstStep()}, .error = {}};
    QCOMPARE(preview.toSqlScript(),
        u"BEGIN;\n\nCREATE TABLE alembic_version ();\n\n-- Running upgrade  -> a\n\nCREATE TABLE t ();\n\n"
        "INSERT INTO alembic_version;\n\nCOMMIT;\n\n"_s);
}

void TestPreview::sqliteIsNot()
{
    Preview preview {.dialect = u"sqlite"_s, .steps = {firstStep()}, .error = {}};
    preview.steps.first().statements.clear();
    QCOMPARE(preview.toSqlScript(), u"-- Running upgrade  -> a\n\n"_s);
}

void TestPreview::nothingToDo()
{
    QCOMPARE(Preview({.dialect = u"postgresql"_s, .steps = {}, .error = {}}).toSqlScript(), u"BEGIN;\n\nCOMMIT;\n\n"_s);
    QCOMPARE(Preview({.dialect = u"sqlite"_s, .steps = {}, .error = {}}).toSqlScript(), QString());
}

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
