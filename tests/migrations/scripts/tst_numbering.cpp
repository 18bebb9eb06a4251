#include "migrations/scripts/numbering.h"
#include "tests/support/testcase.h"

using namespace Migrations::Scripts;
using namespace Qt::StringLiterals;

namespace {

// "id" or "id:file", the nearest first
QList<Numbering::Name> names(const QString &text)
{
    QList<Numbering::Name> all;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        all << Numbering::Name {word.section(u':', 0, 0), word.section(u':', -1) + u".py"};
    return all;
}

} // namespace

class TestNumbering : public TestCase
{
    Q_OBJECT

private slots:
    void findsTheSchemeAndTheNextName_data();
    void findsTheSchemeAndTheNextName();
    void leavesOtherProjectsAlone_data();
    void leavesOtherProjectsAlone();
    void fitsIntoTheVersionTable_data();
    void fitsIntoTheVersionTable();
};

void TestNumbering::findsTheSchemeAndTheNextName_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("file");
    QTest::newRow("sqlbot") << u"058_c 057_b 056_a"_s << u""_s << u"059_new"_s << u"059_new"_s;
    QTest::newRow("two only") << u"002_b 001_a"_s << u""_s << u"003_new"_s << u"003_new"_s;
    QTest::newRow("one, the first") << u"001_initial_schema"_s << u""_s << u"002_new"_s << u"002_new"_s;
    QTest::newRow("one, zero") << u"000_start"_s << u""_s << u"001_new"_s << u"001_new"_s;
    QTest::newRow("more than looked at") << u"004_d 003_c 002_b ae12"_s << u""_s << u"005_new"_s << u"005_new"_s;
    QTest::newRow("another digit") << u"099_b 098_a"_s << u""_s << u"100_new"_s << u"100_new"_s;
    QTest::newRow("width grows") << u"99_b 98_a"_s << u""_s << u"100_new"_s << u"100_new"_s;
    QTest::newRow("taken") << u"002_b 001_a"_s << u"003_other 004_other"_s << u"005_new"_s << u"005_new"_s;
    QTest::newRow("taken of another kind") << u"002_b 001_a"_s << u"ae10:003_x"_s << u"003_new"_s << u"003_new"_s;
    QTest::newRow("ids with files of their own") << u"002_b:x_b 001_a:x_a"_s << u""_s << u"003_new"_s << u""_s;
    QTest::newRow("files of the same number") << u"002_b:002_y 001_a:001_x"_s << u""_s << u"003_new"_s << u"003_new"_s;
    QTest::newRow("bare numbers") << u"002:002_b 001:001_a"_s << u""_s << u"003"_s << u""_s;
    QTest::newRow("bare numbers, bare files") << u"002 001"_s << u""_s << u"003"_s << u"003"_s;
    QTest::newRow("files") << u"ae02:002_b ae01:001_a"_s << u""_s << u""_s << u"003_new"_s;
    QTest::newRow("Chinese") << u"002_添加 001_开始"_s << u""_s << u"003_new"_s << u"003_new"_s;
}

void TestNumbering::findsTheSchemeAndTheNextName()
{
    QFETCH(QString, line);
    QFETCH(QString, taken);
    QFETCH(QString, id);
    QFETCH(QString, file);
    const std::optional<Numbering> numbering = Numbering::of(names(line));
    QVERIFY(numbering);
    const QString number = numbering->next(names(taken));
    QCOMPARE(numbering->id(number, u"new"_s), id);
    QCOMPARE(numbering->fileName(number, id, u"new"_s), file);
}

void TestNumbering::leavesOtherProjectsAlone_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("random") << u"e2412789c190:e2412789c190_a 9c0a54914c78:9c0a54914c78_b"_s;
    QTest::newRow("random that is digits") << u"241278919012 934054914278"_s;
    QTest::newRow("a gap") << u"003_b 001_a"_s;
    QTest::newRow("backwards") << u"001_b 002_a"_s;
    QTest::newRow("one, late") << u"017_a"_s;
    QTest::newRow("one digit once") << u"1_a"_s;
    QTest::newRow("mixed") << u"003_c ae12 001_a"_s;
    QTest::newRow("mixed places") << u"003_c 002:002_b 001_a"_s;
    QTest::newRow("dates") << u"ae12:2025_01_30_x ae11:2025_01_29_y"_s;
    QTest::newRow("moments") << u"20250130101500_x 20250130101501_y"_s;
    QTest::newRow("numbers with letters") << u"002b 001a"_s;
}

void TestNumbering::leavesOtherProjectsAlone()
{
    QFETCH(QString, line);
    QVERIFY(!Numbering::of(names(line)));
}

void TestNumbering::fitsIntoTheVersionTable_data()
{
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("id");
    QTest::newRow("short") << u"add_log"_s << u"003_add_log"_s;
    QTest::newRow("none") << u""_s << u"003"_s;
    QTest::newRow("just fits") << QString(28, u'x') << u"003_"_s + QString(28, u'x');
    QTest::newRow("one word too long") << QString(40, u'x') << u"003_"_s + QString(28, u'x');
    QTest::newRow("words") << u"add_data_source_connections_table"_s << u"003_add_data_source_connections"_s;
    QTest::newRow("truncated slug") << u"add_something_"_s << u"003_add_something"_s;
}

void TestNumbering::fitsIntoTheVersionTable()
{
    QFETCH(QString, slug);
    QFETCH(QString, id);
    const std::optional<Numbering> numbering = Numbering::of(names(u"002_b 001_a"_s));
    QVERIFY(numbering);
    QCOMPARE(numbering->id(u"003"_s, slug), id);
    QVERIFY(id.size() <= 32);
}

QTEST_GUILESS_MAIN(TestNumbering)
#include "tst_numbering.moc"
