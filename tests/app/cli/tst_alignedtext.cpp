#include "app/cli/alignedtext.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;

class TestAlignedText : public TestCase
{
    Q_OBJECT

private slots:
    void wideCharactersTakeTwoCells_data();
    void wideCharactersTakeTwoCells();
    void columnsBeginBelowEachOther();
    void linesHaveNoSpacesAtTheEnd();
    void rowsMayBeShort();
    void nothingIsNoLine();
};

void TestAlignedText::wideCharactersTakeTwoCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("latin") << u"naïve"_s << 5;
    QTest::newRow("combining") << u"nai\u0308ve"_s << 5;
    QTest::newRow("chinese") << u"变量表"_s << 6;
    QTest::newRow("full width") << u"Ａ，"_s << 4;
    QTest::newRow("emoji") << u"😀x"_s << 3;
    QTest::newRow("zero width") << u"a\u200db"_s << 2;
    QTest::newRow("empty") << QString() << 0;
}

void TestAlignedText::wideCharactersTakeTwoCells()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(Cli::displayWidth(text), width);
}

void TestAlignedText::columnsBeginBelowEachOther()
{
    QCOMPARE(
        Cli::alignedLines({{u"名称"_s, u"x"_s, u"1"_s}, {u"a"_s, u"类型类"_s, u"2"_s}, {u"abcdef"_s, u"y"_s, u"3"_s}}),
        (QStringList {u"名称    x       1"_s, u"a       类型类  2"_s, u"abcdef  y       3"_s}));
}

void TestAlignedText::linesHaveNoSpacesAtTheEnd()
{
    QCOMPARE(Cli::alignedLines({{u"a"_s, u"bb"_s, QString()}, {u"c"_s, QString(), QString()}}),
        (QStringList {u"a  bb"_s, u"c"_s}));
}

void TestAlignedText::rowsMayBeShort()
{
    QCOMPARE(Cli::alignedLines({{u"a"_s}, {u"bb"_s, u"c"_s}}), (QStringList {u"a"_s, u"bb  c"_s}));
}

void TestAlignedText::nothingIsNoLine()
{
    QCOMPARE(Cli::alignedLines({}), QStringList());
}

QTEST_GUILESS_MAIN(TestAlignedText)
#include "tst_alignedtext.moc"
