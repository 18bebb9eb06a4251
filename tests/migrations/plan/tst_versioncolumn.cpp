#include "migrations/plan/versioncolumn.h"

#include "migrations/dialects/dialect.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Plan;
using namespace Qt::StringLiterals;

class TestVersionColumn : public TestCase
{
    Q_OBJECT

private slots:
    void theLongestIdThatDoesNotFitIsFound_data();
    void theLongestIdThatDoesNotFitIsFound();
    void thereIsRoomForIt();
    void theExplanationHasTheNumbers();
};

void TestVersionColumn::theLongestIdThatDoesNotFitIsFound_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<int>("length");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QString>("found");
    const QString fits(32, u'x');
    const QString longer(33, u'y');
    const QString longest(40, u'z');
    const QString wide = QString::fromUcs4(std::u32string(32, U'\U0001F600').c_str());
    QTest::newRow("all fit") << u"postgresql"_s << 32 << QStringList {fits, u"a"_s} << QString();
    QTest::newRow("one does not") << u"postgresql"_s << 32 << QStringList {u"a"_s, longer} << longer;
    QTest::newRow("the longest of two") << u"postgresql"_s << 32 << QStringList {longer, longest, longer} << longest;
    QTest::newRow("a wider column") << u"postgresql"_s << 33 << QStringList {longer, longest} << longest;
    QTest::newRow("no limit") << u"postgresql"_s << 0 << QStringList {longest} << QString();
    QTest::newRow("SQLite has none") << u"sqlite"_s << 32 << QStringList {longest} << QString();
    QTest::newRow("characters, not units") << u"postgresql"_s << 32 << QStringList {wide} << QString();
    QTest::newRow("nothing to write") << u"postgresql"_s << 32 << QStringList() << QString();
}

void TestVersionColumn::theLongestIdThatDoesNotFitIsFound()
{
    QFETCH(const QString, dialect);
    QFETCH(const int, length);
    QFETCH(const QStringList, ids);
    QFETCH(const QString, found);
    QList<Graph::Step> steps;
    for (const QString &id : ids)
        steps << Graph::Step {.revision = id, .rowChanges = {{.to = id}}};
    const Dialects::VersionTableSql sql(*Dialects::Dialect::byName(dialect));
    QCOMPARE(VersionColumn(sql, length).tooLong(steps), found);
}

void TestVersionColumn::thereIsRoomForIt()
{
    QCOMPARE(VersionColumn::roomFor(QString(40, u'x')), 255);
    QCOMPARE(VersionColumn::roomFor(QString(300, u'x')), 300);
}

void TestVersionColumn::theExplanationHasTheNumbers()
{
    const Dialects::VersionTableSql sql(
        *Dialects::Dialect::byName(u"postgresql"_s), {.table = u"versions"_s, .schema = u"Ops"_s});
    const QString text = VersionColumn(sql, 32).explanation(u"007_migrate_data_source_connections"_s);
    for (const QString &part : {u"007_migrate_data_source_connections"_s, u"35"_s, u"\"Ops\".versions"_s, u"32"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestVersionColumn)
#include "tst_versioncolumn.moc"
