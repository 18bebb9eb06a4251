#include "migrations/graph/nearwords.h"
#include "migrations/graph/symbols.h"
#include "tests/migrations/graph/graphtext.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Graph;
using namespace Qt::StringLiterals;

using GraphText::graph;
using GraphText::words;

namespace {

/// two branches of which one has a merge, and an independent line that the second depends on
const QString Forest = u"a1a1; b2b2:a1a1 [left]; c3c3:a1a1 [right] (z2z2); d4d4:b2b2,c3c3; z1z1 [aside]; z2z2:z1z1; "
                       "z3z3:z2z2"_s;

} // namespace

class TestSymbols : public TestCase {
    Q_OBJECT

private slots:
    void symbolsMeanRevisions_data();
    void symbolsMeanRevisions();
    void symbolsThatMeanNothingAreErrors_data();
    void symbolsThatMeanNothingAreErrors();
    void offlineRangesAreSplit_data();
    void offlineRangesAreSplit();
    void offlineRangesThatAreNoneAreErrors_data();
    void offlineRangesThatAreNoneAreErrors();
    void relativeSymbolsAreRead_data();
    void relativeSymbolsAreRead();
    void otherSymbolsAreNotRelative();
    void nearWordsAreTheNearestFirst();
};

void TestSymbols::symbolsMeanRevisions_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("id") << u"c3c3"_s << words(u"c3c3"_s);
    QTest::newRow("beginning") << u"c"_s << words(u"c3c3"_s);
    QTest::newRow("label") << u"left"_s << words(u"b2b2"_s);
    QTest::newRow("beginning of a label") << u"ri"_s << words(u"c3c3"_s);
    QTest::newRow("heads") << u"heads"_s << words(u"d4d4 z3z3"_s);
    QTest::newRow("base") << u"base"_s << QStringList();
    QTest::newRow("head of a branch") << u"left@head"_s << words(u"d4d4"_s);
    QTest::newRow("heads of a branch") << u"aside@heads"_s << words(u"z3z3"_s);
    QTest::newRow("base of a branch") << u"aside@base"_s << QStringList();
    QTest::newRow("revision as a branch") << u"z1z1@head"_s << words(u"z3z3"_s);
    QTest::newRow("in a branch") << u"aside@z"_s << QStringList();
    QTest::newRow("below the heads") << u"aside@-1"_s << words(u"z2z2"_s);
}

void TestSymbols::symbolsMeanRevisions()
{
    QFETCH(QString, symbol);
    QFETCH(QStringList, ids);
    const RevisionGraph it = graph(Forest);
    const Result<QStringList> found = it.resolveAll({symbol});
    if (symbol == u"aside@z"_s) {
        QVERIFY(!found);
        QCOMPARE(found.error().message, u"Can't locate revision identified by 'z'"_s);
        QCOMPARE(found.error().nextStep, u"Several names begin with it: z1z1, z2z2, z3z3. Write more of it."_s);
        return;
    }
    QVERIFY2(found, found ? "" : qPrintable(found.error().toText()));
    QCOMPARE(*found, ids);
    if (ids.size() < 2 && !symbol.contains(u'-'))
        QCOMPARE(it.resolve(symbol).value(), ids.value(0));
}

void TestSymbols::symbolsThatMeanNothingAreErrors_data()
{
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("nextStep");
    const QString several =
        u"Multiple head revisions are present for given argument '%1'; please specify a specific "
        "target revision, '<branchname>@%1' to narrow to a specific head, or 'heads' for all heads"_s;
    const QString unknown = u"Can't locate revision identified by '%1'"_s;
    const QString heads = u"The heads are d4d4, z3z3. Merge them, or name one."_s;
    QTest::newRow("several heads") << u"head"_s << ErrorCode::BadInput << several.arg(u"head"_s) << heads;
    QTest::newRow("all heads") << u"heads"_s << ErrorCode::BadInput << several.arg(u"heads"_s) << heads;
    QTest::newRow("misspelt") << u"c3d3"_s << ErrorCode::NotFound << unknown.arg(u"c3d3"_s) << u"Did you mean c3c3?"_s;
    QTest::newRow("unlike anything") << u"nope"_s << ErrorCode::NotFound << unknown.arg(u"nope"_s) << u""_s;
    QTest::newRow("unknown branch") << u"nope@head"_s << ErrorCode::NotFound << unknown.arg(u"nope"_s) << u""_s;
    QTest::newRow("another branch") << u"aside@b2b2"_s << ErrorCode::NotFound << unknown.arg(u"b2b2"_s)
                                    << u"Revision b2b2 is not a member of branch 'aside'."_s;
    QTest::newRow("relative") << u"+1"_s << ErrorCode::NotFound << unknown.arg(u"+1"_s) << u""_s;
    QTest::newRow("empty") << u""_s << ErrorCode::NotFound << unknown.arg(QString()) << u""_s;
}

void TestSymbols::symbolsThatMeanNothingAreErrors()
{
    QFETCH(QString, symbol);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    QFETCH(QString, nextStep);
    const Result<QString> found = graph(Forest).resolve(symbol);
    QVERIFY(!found);
    QCOMPARE(found.error().code, code);
    QCOMPARE(found.error().message, message);
    QCOMPARE(found.error().nextStep, nextStep);
}

void TestSymbols::offlineRangesAreSplit_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QString>("range");
    QTest::addColumn<OfflineRange>("expected");
    const auto range = [](const char *rows, const char *target) {
        return OfflineRange {.rows = words(QString::fromLatin1(rows)), .targets = {QString::fromLatin1(target)}};
    };
    QTest::newRow("target") << Direction::Upgrade << u"head"_s << range("", "head");
    QTest::newRow("from the base") << Direction::Upgrade << u"base:b2b2"_s << range("", "b2b2");
    QTest::newRow("from a part") << Direction::Upgrade << u"a1:b2b2"_s << range("a1a1", "b2b2");
    QTest::newRow("from a branch's head") << Direction::Downgrade << u"aside@head:base"_s << range("z3z3", "base");
    QTest::newRow("from nothing") << Direction::Upgrade << u":b2b2"_s << range("", "b2b2");
}

void TestSymbols::offlineRangesAreSplit()
{
    QFETCH(Direction, direction);
    QFETCH(QString, range);
    QFETCH(OfflineRange, expected);
    QCOMPARE(graph(Forest).offlineRange(direction, range).value(), expected);
    QCOMPARE(graph(Forest).offlineStamp({u"a1a1:b2b2"_s, u"a1a1:z3z3"_s}).value(),
        (OfflineRange {.rows = {u"a1a1"_s}, .targets = {u"b2b2"_s, u"z3z3"_s}}));
}

void TestSymbols::offlineRangesThatAreNoneAreErrors_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("message");
    QTest::newRow("no start") << Direction::Downgrade << u"base"_s
                              << u"downgrade with --sql requires <fromrev>:<torev>"_s;
    QTest::newRow("three") << Direction::Upgrade << u"a:b:c"_s << u"Range revision not allowed"_s;
    QTest::newRow("unknown") << Direction::Upgrade << u"nope:head"_s << u"Can't locate revision identified by 'nope'"_s;
}

void TestSymbols::offlineRangesThatAreNoneAreErrors()
{
    QFETCH(Direction, direction);
    QFETCH(QString, range);
    QFETCH(QString, message);
    const Result<OfflineRange> found = graph(Forest).offlineRange(direction, range);
    QVERIFY(!found);
    QCOMPARE(found.error().message, message);
    QCOMPARE(graph(Forest).offlineStamp({u"a1a1:b2b2"_s, u"z1z1:z3z3"_s}).error().message,
        u"Stamp operation with --sql only supports a single starting revision at a time"_s);
}

void TestSymbols::relativeSymbolsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("branch");
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("steps");
    QTest::newRow("up") << u"+2"_s << u""_s << u""_s << u"2"_s << 2;
    QTest::newRow("down") << u"-1"_s << u""_s << u""_s << u"-1"_s << -1;
    QTest::newRow("zeros") << u"-007"_s << u""_s << u""_s << u"-7"_s << -7;
    QTest::newRow("nothing") << u"-0"_s << u""_s << u""_s << u"0"_s << 0;
    QTest::newRow("symbol") << u"ae10+1"_s << u""_s << u"ae10"_s << u"1"_s << 1;
    QTest::newRow("branch") << u"my-branch@+1"_s << u"my-branch"_s << u""_s << u"1"_s << 1;
    QTest::newRow("branch and symbol") << u"b@head-2"_s << u"b"_s << u"head"_s << u"-2"_s << -2;
    QTest::newRow("branch with an at") << u"a@b@c+1"_s << u"a@b"_s << u"c"_s << u"1"_s << 1;
    QTest::newRow("the rest does not matter") << u"+1x"_s << u""_s << u""_s << u"1"_s << 1;
    QTest::newRow("another script") << u"ревизия+٣"_s << u""_s << u"ревизия"_s << u"3"_s << 3;
    QTest::newRow("too many to walk") << u"+99999999999999999999"_s << u""_s << u""_s << u"99999999999999999999"_s
                                      << 1'000'000'000;
}

void TestSymbols::relativeSymbolsAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, branch);
    QFETCH(QString, symbol);
    QFETCH(QString, number);
    QFETCH(int, steps);
    const std::optional<RelativeSymbol> found = RelativeSymbol::read(text);
    QVERIFY(found);
    QCOMPARE(found->branch.value_or(QString()), branch);
    QCOMPARE(found->symbol.value_or(QString()), symbol);
    QCOMPARE(found->number, number);
    QCOMPARE(found->steps, steps);
}

void TestSymbols::otherSymbolsAreNotRelative()
{
    for (const QString &text : {u""_s, u"head"_s, u"my-branch@head"_s, u"+"_s, u"a b+1"_s, u"@+1"_s})
        QVERIFY2(!RelativeSymbol::read(text), qPrintable(text));
}

void TestSymbols::nearWordsAreTheNearestFirst()
{
    const QStringList ids = words(u"058_add_user_avatar 057_update_sys_log 058_add_users ae1027a6acf"_s);
    QCOMPARE(nearWords(u"ae1027a6acg"_s, ids), words(u"ae1027a6acf"_s));
    QCOMPARE(nearWords(u"AE1027A6ACF"_s, ids), words(u"ae1027a6acf"_s));
    QCOMPARE(nearWords(u"058_add_usr_avatar"_s, ids), words(u"058_add_user_avatar 058_add_users"_s).mid(0, 1));
    QCOMPARE(nearWords(u"something"_s, ids), QStringList());
    QCOMPARE(nearWords(u""_s, ids), QStringList());
    QCOMPARE(nearWords(u"r5"_s, words(u"r1 r2 r3 r4"_s)), words(u"r1 r2 r3"_s));
}

QTEST_GUILESS_MAIN(TestSymbols)
#include "tst_symbols.moc"
