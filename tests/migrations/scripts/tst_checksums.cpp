#include "migrations/scripts/checksums.h"
#include "tests/support/testcase.h"

#include <QCryptographicHash>

using namespace Migrations;
using Migrations::Scripts::Checksums;
using namespace Qt::StringLiterals;

class TestChecksums : public TestCase
{
    Q_OBJECT

private slots:
    void aSumIsThatOfTheText();
    void lineEndsDoNotCount_data();
    void lineEndsDoNotCount();
    void everythingElseCounts();
    void aFileComesBackAsItWasWritten();
    void newRevisionsComeAtTheEnd();
    void aLineThatIsNoneIsAnError_data();
    void aLineThatIsNoneIsAnError();
};

namespace {

QString digits(char digit)
{
    return u"sha256:"_s + QString(64, QLatin1Char(digit));
}

} // namespace

void TestChecksums::aSumIsThatOfTheText()
{
    // printf 'abc' | sha256sum
    QCOMPARE(Checksums::of("abc"),
        u"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
}

void TestChecksums::lineEndsDoNotCount_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("LF") << QByteArray("a\nb\n\nc");
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n\r\nc");
    QTest::newRow("CR") << QByteArray("a\rb\r\rc");
    QTest::newRow("mixed, with a byte order mark") << QByteArray("\xef\xbb\xbf""a\r\nb\n\rc");
}

void TestChecksums::lineEndsDoNotCount()
{
    QFETCH(const QByteArray, source);
    QCOMPARE(Checksums::of(source), Checksums::of("a\nb\n\nc"));
}

void TestChecksums::everythingElseCounts()
{
    for (const char *other : {"a\nb\n\nc\n", "a\nb\nc", "a\nb\n\n c", "A\nb\n\nc", "a\nb\n\nc "})
        QVERIFY2(Checksums::of(other) != Checksums::of("a\nb\n\nc"), other);
}

void TestChecksums::aFileComesBackAsItWasWritten()
{
    Checksums sums;
    sums.insert(u"b"_s, digits('b'));
    sums.insert(u"an id with blanks"_s, digits('a'));
    const QString text = sums.toText({u"b"_s, u"nobody"_s, u"an id with blanks"_s});
    QCOMPARE(text.split(u'\n').sliced(1),
        (QStringList {digits('b') + u" b", digits('a') + u" an id with blanks", QString()}));
    const Result<Checksums> again = Checksums::parse(QString(text).replace(u"\n"_s, u"\r\n"_s), u"x"_s);
    QVERIFY(again);
    QCOMPARE(again->sum(u"an id with blanks"_s), digits('a'));
    QCOMPARE(again->sum(u"b"_s), digits('b'));
    QCOMPARE(again->revisions().size(), 2);
}

void TestChecksums::newRevisionsComeAtTheEnd()
{
    Checksums sums;
    for (const char letter : {'c', 'a', 'b'})
        sums.insert(QString(QLatin1Char(letter)), digits(letter));
    QStringList ids;
    for (const QString &line : sums.toText({u"c"_s, u"a"_s}).split(u'\n', Qt::SkipEmptyParts).sliced(1))
        ids << line.section(u' ', 1);
    QCOMPARE(ids, (QStringList {u"c"_s, u"a"_s, u"b"_s}));
}

void TestChecksums::aLineThatIsNoneIsAnError_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("no sum") << u"abc"_s;
    QTest::newRow("too short") << u"sha256:12 abc"_s;
    QTest::newRow("no id") << digits('a');
    QTest::newRow("capitals") << digits('A') + u" abc";
    QTest::newRow("a conflict of a merge") << u"<<<<<<< HEAD"_s;
    QTest::newRow("another sum of the same") << digits('b') + u" known";
}

void TestChecksums::aLineThatIsNoneIsAnError()
{
    QFETCH(const QString, line);
    const Result<Checksums> sums
        = Checksums::parse(u"# comment\n%1 known\n%1 known\n\n%2\n"_s.arg(digits('a'), line), u"/p/stillroom.sum"_s);
    QVERIFY(!sums);
    QCOMPARE(sums.error().code, ErrorCode::Syntax);
    QCOMPARE(sums.error().at.file, u"/p/stillroom.sum"_s);
    QCOMPARE(sums.error().at.line, 5);
}

QTEST_GUILESS_MAIN(TestChecksums)
#include "tst_checksums.moc"
