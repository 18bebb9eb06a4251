#include "ui/preview/sqldocument.h"

#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Workbench;

class TestSqlDocument : public TestCase
{
    Q_OBJECT

private slots:
    void groupsStatementsByRevision();
    void everyLineThatIsNotSqlIsAComment();
    void aStatementKnowsItsSourceLineOnce();
    void aStatementIsTerminatedOnce();
    void nothingGivesNoLines();
};

namespace {

Plan::Preview preview()
{
    Plan::PlannedStep first;
    first.step.revision = QStringLiteral("001_tables");
    first.doc = QStringLiteral("添加变量管理相关表\nsecond line");
    first.statements << Plan::Statement {.sql = QStringLiteral("CREATE TABLE a (\n\tid INTEGER\n)\n\n"),
        .at = {QStringLiteral("/p/001.py"), 12, 5}, .operation = {}};
    first.statements << Plan::Statement {
        .sql = QStringLiteral("INSERT INTO alembic_version (version_num) VALUES ('001_tables')"),
        .at = {}, .operation = {}, .isVersionRow = true};
    first.output << QStringLiteral("✓ 创建成功\nzwei");
    Plan::PlannedStep second;
    second.step.revision = QStringLiteral("002");
    second.questions << QStringLiteral("Sure (yes/no)? ");
    second.statements << Plan::Statement {.sql = QStringLiteral("DROP TABLE a;"), .at = {}, .operation = {}};
    return {.dialect = QStringLiteral("sqlite"), .steps = {first, second}, .error = {}};
}

QStringList texts(SqlLine::Kind kind)
{
    QStringList result;
    for (const SqlLine &line : sqlLines(preview())) {
        if (line.kind == kind)
            result << line.text;
    }
    return result;
}

} // namespace

void TestSqlDocument::groupsStatementsByRevision()
{
    QCOMPARE(texts(SqlLine::Kind::Revision),
        (QStringList {QStringLiteral("-- 001_tables  添加变量管理相关表 second line"), QStringLiteral("-- 002")}));
    QCOMPARE(texts(SqlLine::Kind::Statement),
        (QStringList {QStringLiteral("CREATE TABLE a ("), QStringLiteral("    id INTEGER"), QStringLiteral(");"),
            QStringLiteral("DROP TABLE a;")}));
    QCOMPARE(texts(SqlLine::Kind::VersionRow).size(), 1);
}

void TestSqlDocument::everyLineThatIsNotSqlIsAComment()
{
    QCOMPARE(texts(SqlLine::Kind::Output), (QStringList {QStringLiteral("-- ✓ 创建成功"), QStringLiteral("-- zwei")}));
    QCOMPARE(texts(SqlLine::Kind::Question), QStringList {QStringLiteral("-- Sure (yes/no)?")});
    for (const QString &blank : texts(SqlLine::Kind::Blank))
        QVERIFY(blank.isEmpty());
}

void TestSqlDocument::aStatementKnowsItsSourceLineOnce()
{
    QList<int> lines;
    for (const SqlLine &line : sqlLines(preview())) {
        if (line.at.line > 0) {
            QCOMPARE(line.text, QStringLiteral("CREATE TABLE a ("));
            lines << line.at.line;
        }
    }
    QCOMPARE(lines, QList<int> {12});
}

void TestSqlDocument::aStatementIsTerminatedOnce()
{
    for (const QString &line : texts(SqlLine::Kind::Statement))
        QVERIFY(line.count(u';') <= 1);
}

void TestSqlDocument::nothingGivesNoLines()
{
    QVERIFY(sqlLines({}).isEmpty());
}

QTEST_GUILESS_MAIN(TestSqlDocument)
#include "tst_sqldocument.moc"
