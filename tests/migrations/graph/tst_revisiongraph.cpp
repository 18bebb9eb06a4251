#include "migrations/graph/revisiongraph.h"
#include "tests/migrations/graph/graphtext.h"
#include "tests/support/testcase.h"

#include <ctime>

using namespace Migrations;
using namespace Migrations::Graph;
using namespace Qt::StringLiterals;

using GraphText::graph;
using GraphText::words;

namespace {

/// two branches of which one has a merge, and an independent line that the second depends on
const QString Forest = u"a1a1; b2b2:a1a1 [left]; c3c3:a1a1 [right] (z2z2); d4d4:b2b2,c3c3; z1z1 [aside]; z2z2:z1z1; "
                       "z3z3:z2z2"_s;

/// what the process computes, whatever else the machine does meanwhile
class CpuTime final {
public:
    [[nodiscard]] double seconds() const { return double(std::clock() - m_start) / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

/// without optimization and under a sanitizer; what is not linear takes far longer
constexpr double EnoughForLinear = 30.0;

} // namespace

class TestRevisionGraph : public TestCase {
    Q_OBJECT

private slots:
    void shapeIsThatOfTheFiles();
    void labelsReachTheWholeLine_data();
    void labelsReachTheWholeLine();
    void historyIsNewestFirst_data();
    void historyIsNewestFirst();
    void rangesOfHistoryHaveBothEnds_data();
    void rangesOfHistoryHaveBothEnds();
    void rangesThatAreNoneAreErrors_data();
    void rangesThatAreNoneAreErrors();
    void appliedAreTheRowsAndWhatTheyNeed();
    void currentShowsWhatRowsImply();
    void wrongFilesAreProblems_data();
    void wrongFilesAreProblems();
    void theRestStaysUsableBesideAProblem();
    void aCircleIsShownAndNotWalked();
    void aDuplicateTakesThePlaceOfTheFirst();
    void anAmbiguousLabelIsRefused();
    void aHundredThousandRevisionsTakeLinearTime();
    void manyMergesTakeLinearTime();
};

void TestRevisionGraph::shapeIsThatOfTheFiles()
{
    const RevisionGraph it = graph(Forest);
    QCOMPARE(it.ids(), words(u"a1a1 b2b2 c3c3 d4d4 z1z1 z2z2 z3z3"_s));
    QCOMPARE(it.heads(), words(u"d4d4 z3z3"_s));
    QCOMPARE(it.realHeads(), words(u"d4d4 z3z3"_s));
    QCOMPARE(it.effectiveHeads(), QStringList());
    QCOMPARE(it.bases(), words(u"a1a1 z1z1"_s));
    QCOMPARE(it.branchPoints(), words(u"a1a1"_s));
    QCOMPARE(it.mergePoints(), words(u"d4d4"_s));
    QCOMPARE(it.children(u"a1a1"_s), words(u"b2b2 c3c3"_s));
    QCOMPARE(it.children(u"z2z2"_s), words(u"z3z3"_s));
    QCOMPARE(it.dependents(u"z2z2"_s), words(u"c3c3"_s));
    QCOMPARE(it.dependencies(u"c3c3"_s), words(u"z2z2"_s));
    QVERIFY(it.isHead(u"d4d4"_s) && it.isRealHead(u"d4d4"_s) && !it.isHead(u"c3c3"_s) && !it.isHead(u"nope"_s));
    QVERIFY(it.isBranchPoint(u"a1a1"_s) && !it.isBranchPoint(u"z2z2"_s));
    QVERIFY(it.isMergePoint(u"d4d4"_s) && !it.isMergePoint(u"c3c3"_s));
    QVERIFY(it.contains(u"a1a1"_s) && !it.contains(u"left"_s));
    QCOMPARE(it.node(u"c3c3"_s)->at.line, 3);
    QCOMPARE(it.node(u"nope"_s), nullptr);
    QVERIFY(it.problems().isEmpty());

    const RevisionGraph implied = graph(u"a; b:a; x (b)"_s);
    QCOMPARE(implied.heads(), words(u"b x"_s));
    QCOMPARE(implied.realHeads(), words(u"x"_s));
    QCOMPARE(implied.effectiveHeads(), words(u"b"_s));
    QVERIFY(implied.isHead(u"b"_s) && !implied.isRealHead(u"b"_s));

    QVERIFY(RevisionGraph().heads().isEmpty());
    QVERIFY(RevisionGraph().history().value().isEmpty());
}

void TestRevisionGraph::labelsReachTheWholeLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("labels");
    QTest::newRow("line") << u"a; b:a [x]; c:b"_s << u"a=x b=x c=x"_s;
    QTest::newRow("stops at a branch point") << u"a; b:a; c:a [x]; d:c"_s << u"a= b= c=x d=x"_s;
    QTest::newRow("branch above") << u"a; b:a [x]; c:b; d:b"_s << u"a= b=x c=x d=x"_s;
    QTest::newRow("merge gathers") << u"a; b:a [x]; c:a [y]; d:b,c"_s << u"a= b=x c=y d=x,y"_s;
    QTest::newRow("a dependency is a branch too") << u"a; b:a [x]; c:b; z (b)"_s << u"a= b=x c=x z="_s;
    QTest::newRow("two on a line") << u"a; b:a [x]; c:b [y]"_s << u"a=x,y b=x,y c=x,y"_s;
    QTest::newRow("merge below") << u"a; b; c:a,b; d:c [x]"_s << u"a= b= c= d=x"_s;
}

void TestRevisionGraph::labelsReachTheWholeLine()
{
    QFETCH(QString, text);
    QFETCH(QString, labels);
    const RevisionGraph it = graph(text);
    QStringList found;
    for (const QString &id : it.ids())
        found << id + u'=' + it.labels(id).join(u',');
    QCOMPARE(found.join(u' '), labels);
}

void TestRevisionGraph::historyIsNewestFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("history");
    QTest::newRow("line") << u"a; b:a; c:b"_s << u"c b a"_s;
    QTest::newRow("files in another order") << u"c:b; a; b:a"_s << u"c b a"_s;
    QTest::newRow("first head first") << u"r0; l1:r0; l2:l1; m1:r0; m2:m1"_s << u"l2 l1 m2 m1 r0"_s;
    // the order that the reference gives for these files
    QTest::newRow("merge") << u"r0; l1:r0; l2:l1; m1:r0; m2:m1; n1:m2; j1:l2,m2"_s << u"n1 j1 l2 l1 m2 m1 r0"_s;
    QTest::newRow("dependency") << u"a; b:a; x (b); y:x"_s << u"y x b a"_s;
}

void TestRevisionGraph::historyIsNewestFirst()
{
    QFETCH(QString, text);
    QFETCH(QString, history);
    QCOMPARE(graph(text).history().value().join(u' '), history);
}

void TestRevisionGraph::rangesOfHistoryHaveBothEnds_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("history");
    QTest::newRow("all") << u":"_s << u""_s << u"e5e5 d4d4 c3c3 b2b2 a1a1"_s;
    QTest::newRow("between") << u"b2b2:d4d4"_s << u""_s << u"d4d4 c3c3 b2b2"_s;
    QTest::newRow("parts of ids") << u"b2:d4"_s << u""_s << u"d4d4 c3c3 b2b2"_s;
    QTest::newRow("from") << u"d4d4:"_s << u""_s << u"e5e5 d4d4"_s;
    QTest::newRow("to") << u":b2b2"_s << u""_s << u"b2b2 a1a1"_s;
    QTest::newRow("one") << u"c3c3:c3c3"_s << u""_s << u"c3c3"_s;
    QTest::newRow("the last ones") << u"-2:"_s << u""_s << u"e5e5 d4d4 c3c3"_s;
    QTest::newRow("to current") << u"b2b2:current"_s << u"c3c3"_s << u"c3c3 b2b2"_s;
    QTest::newRow("from current") << u"current:"_s << u"c3c3"_s << u"e5e5 d4d4 c3c3"_s;
    QTest::newRow("current of nothing") << u"current:b2b2"_s << u""_s << u"b2b2 a1a1"_s;
    QTest::newRow("before current") << u"-3:current"_s << u"d4d4"_s << u"d4d4 c3c3 b2b2"_s;
    QTest::newRow("relative end") << u"b2b2:+1"_s << u""_s << u"c3c3 b2b2"_s;
}

void TestRevisionGraph::rangesOfHistoryHaveBothEnds()
{
    QFETCH(QString, range);
    QFETCH(QString, rows);
    QFETCH(QString, history);
    const RevisionGraph it = graph(u"a1a1; b2b2:a1a1; c3c3:b2b2; d4d4:c3c3; e5e5:d4d4"_s);
    const Result<QStringList> found = it.history(range, words(rows));
    QVERIFY2(found, found ? "" : qPrintable(found.error().toText()));
    QCOMPARE(found->join(u' '), history);
}

void TestRevisionGraph::rangesThatAreNoneAreErrors_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("message");
    const QString notInRange =
        u"Requested range %1 does not refer to ancestor/descendant revisions along the same branch"_s;
    QTest::newRow("no colon") << u"a1a1"_s << u"History range requires [start]:[end], [start]:, or :[end]"_s;
    QTest::newRow("two colons") << u"a:b:c"_s << u"History range requires [start]:[end], [start]:, or :[end]"_s;
    QTest::newRow("upside down") << u"d4d4:b2b2"_s << notInRange.arg(u"d4d4:b2b2"_s);
    QTest::newRow("other branch") << u"b2b2:z3z3"_s << notInRange.arg(u"b2b2:z3z3"_s);
    QTest::newRow("rows") << u"current:z3z3"_s << notInRange.arg(u"('b2b2',):z3z3"_s);
    QTest::newRow("unknown") << u"nope:"_s << u"Can't locate revision identified by 'nope'"_s;
    QTest::newRow("two heads")
        << u"a1a1:head"_s
        << u"Multiple head revisions are present for given argument 'head'; please specify a specific target "
           "revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads"_s;
}

void TestRevisionGraph::rangesThatAreNoneAreErrors()
{
    QFETCH(QString, range);
    QFETCH(QString, message);
    const Result<QStringList> found = graph(Forest).history(range, {u"b2b2"_s});
    QVERIFY(!found);
    QCOMPARE(found.error().message, message);
}

void TestRevisionGraph::appliedAreTheRowsAndWhatTheyNeed()
{
    const RevisionGraph it = graph(Forest);
    QCOMPARE(it.applied({}).value(), QSet<QString>());
    QCOMPARE(it.applied({u"b2b2"_s}).value(), (QSet<QString> {u"a1a1"_s, u"b2b2"_s}));
    QCOMPARE(it.applied({u"c3c3"_s}).value(), (QSet<QString> {u"a1a1"_s, u"c3c3"_s, u"z1z1"_s, u"z2z2"_s}));
    QCOMPARE(it.applied({u"gone"_s}).error().code, ErrorCode::NotFound);
}

void TestRevisionGraph::currentShowsWhatRowsImply()
{
    const RevisionGraph it = graph(Forest);
    QCOMPARE(it.allCurrent({u"c3c3"_s}).value(), words(u"c3c3 z2z2"_s));
    QCOMPARE(it.allCurrent({u"b2b2"_s}).value(), words(u"b2b2"_s));
    QCOMPARE(it.allCurrent({}).value(), QStringList());
    QCOMPARE(it.allCurrent({u"gone"_s}).error().message, u"Can't locate revision identified by 'gone'"_s);
}

void TestRevisionGraph::wrongFilesAreProblems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("messages");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QString &text, int line, const QStringList &messages) {
        QTest::newRow(name) << text << messages << line;
    };
    row("parent", u"a; b:zz"_s, 2, {u"Revision zz referenced from b is not present"_s});
    row("dependency", u"a; b:a (zz)"_s, 2, {u"Revision zz referenced from b is not present"_s});
    row("label as a parent", u"a [x]; b:x"_s, 2, {u"Revision x referenced from b is not present"_s});
    row("part of an id as a dependency", u"abcdef; b (abcd)"_s, 2,
        {u"Revision abcd referenced from b is not present"_s});
    row("twice", u"a; b:a; b:a"_s, 3, {u"Revision b is present more than once"_s});
    row("loop", u"a; b:a,b"_s, 2, {u"Self-loop is detected in revisions (b)"_s});
    row("dependency loop", u"a; b:a (b)"_s, 2, {u"Dependency self-loop is detected in revisions (b)"_s});
    row("circle", u"a; b:a,c; c:b; d:c"_s, 2, {u"Cycle is detected in revisions (b, c)"_s});
    row("circle above a base", u"a; b:a,c; c:b"_s, 2, {u"Cycle is detected in revisions (a, b, c)"_s});
    row("circle below a head", u"a; b:c; c:b; d:c"_s, 2, {u"Cycle is detected in revisions (b, c, d)"_s});
    row("nothing but a circle", u"a:b; b:a"_s, 1, {u"Cycle is detected in revisions (a, b)"_s});
    row("dependency circle", u"a; b:a (y); x; y:x (b)"_s, 2,
        {u"Dependency cycle is detected in revisions (a, b, x, y)"_s});
    row("letters", u"a; b-@+c:a"_s, 2, {u"Character(s) '+, -, @' not allowed in revision identifier 'b-@+c'"_s});
    row("label of a label", u"a [x]; b:a [x]"_s, 2, {u"Branch name 'x' in revision b already used by revision a"_s});
    row("label of an id", u"a; b:a [a]"_s, 2, {u"Branch name 'a' in revision b already used by revision a"_s});
    row("several", u"a:zz; b:yy"_s, 1,
        {u"Revision zz referenced from a is not present"_s, u"Revision yy referenced from b is not present"_s});
}

void TestRevisionGraph::wrongFilesAreProblems()
{
    QFETCH(QString, text);
    QFETCH(QStringList, messages);
    QFETCH(int, line);
    QStringList found;
    const RevisionGraph it = graph(text);
    for (const Error &problem : it.problems())
        found << problem.message;
    QCOMPARE(found, messages);
    QCOMPARE(it.problems().front().at.line, line);
    QVERIFY(!it.problems().front().nextStep.isEmpty());
    const QStringList everything = it.history().value();
    QCOMPARE(QSet<QString>(everything.cbegin(), everything.cend()).size(), it.ids().size());
}

void TestRevisionGraph::theRestStaysUsableBesideAProblem()
{
    const RevisionGraph it = graph(u"a; b:a; lost1:zzz1; lost2:lost1"_s);
    QCOMPARE(it.history().value(), words(u"b a lost2 lost1"_s));
    QCOMPARE(it.heads(), words(u"b lost2"_s));
    QCOMPARE(it.bases(), words(u"a"_s));
    QCOMPARE(GraphText::toText(it.upgrade({}, u"b"_s).value()), (QStringList {u" -> a: +a"_s, u"a -> b: a>b"_s}));
    QCOMPARE(it.upgrade({u"a"_s}, u"lost2"_s).error().message, u"Revision zzz1 referenced from lost1 is not present"_s);
    QCOMPARE(it.upgrade({u"a"_s}, u"lost2"_s).error().at.file, u"versions/lost1.py"_s);
    QCOMPARE(GraphText::toText(it.upgrade({u"lost1"_s}, u"lost2"_s).value()),
        QStringList {u"lost1 -> lost2: lost1>lost2"_s});
    QCOMPARE(it.problem(u"lost1"_s).value().code, ErrorCode::NotFound);
    QVERIFY(!it.problem(u"lost2"_s));
    QVERIFY(!it.problem(u"nope"_s));
    QCOMPARE(it.stamp({}, {u"lost1"_s}).error().code, ErrorCode::NotFound);
    QCOMPARE(graph(u"abcd1234; b:abcd1243"_s).problems().front().nextStep, u"Did you mean abcd1234?"_s);
}

void TestRevisionGraph::aCircleIsShownAndNotWalked()
{
    const RevisionGraph it = graph(u"a; b:a,d; c:b; d:c; e:d; z:a"_s);
    QCOMPARE(it.problems().size(), 1);
    QCOMPARE(it.problems().front().nextStep,
        u"Break the circle b → d → c → b at the down_revision or depends_on that is wrong."_s);
    for (const QString &id : {u"b"_s, u"c"_s, u"d"_s})
        QCOMPARE(it.problem(id).value().message, u"Cycle is detected in revisions (b, c, d)"_s);
    QVERIFY(!it.problem(u"e"_s));
    QCOMPARE(it.history().value().size(), 6);
    QCOMPARE(it.upgrade({}, u"e"_s).error().message, u"Cycle is detected in revisions (b, c, d)"_s);
    QCOMPARE(GraphText::toText(it.upgrade({}, u"z"_s).value()), (QStringList {u" -> a: +a"_s, u"a -> z: a>z"_s}));
}

void TestRevisionGraph::aDuplicateTakesThePlaceOfTheFirst()
{
    QList<Node> nodes = GraphText::nodes(u"a; b:a; c:b; b"_s);
    nodes[3].at.file = u"versions/copy.py"_s;
    const RevisionGraph it = RevisionGraph::build(nodes);
    QCOMPARE(it.ids(), words(u"a b c"_s));
    QCOMPARE(it.heads(), words(u"a c"_s));
    QCOMPARE(it.node(u"b"_s)->at.file, u"versions/copy.py"_s);
    QCOMPARE(it.problems().front().at.file, u"versions/copy.py"_s);
    QCOMPARE(it.problems().front().nextStep, u"Give this revision, or the one in versions/b.py:2, another id."_s);
    QCOMPARE(it.upgrade({}, u"c"_s).error().message, u"Revision b is present more than once"_s);
    QCOMPARE(it.upgrade({u"b"_s}, u"c"_s).value().size(), 1);
}

void TestRevisionGraph::anAmbiguousLabelIsRefused()
{
    const RevisionGraph it = graph(u"a [x]; b [x]; c (x)"_s);
    const QString message = u"Branch name 'x' in revision b already used by revision a"_s;
    QCOMPARE(it.upgrade({}, u"x@head"_s).error().message, message);
    QCOMPARE(it.resolve(u"x"_s).error().message, message);
    QCOMPARE(it.upgrade({}, u"c"_s).error().message, message);
    QCOMPARE(it.upgrade({}, u"b"_s).value().size(), 1);
}

void TestRevisionGraph::aHundredThousandRevisionsTakeLinearTime()
{
    constexpr int Count = 100'000;
    QList<Node> nodes;
    for (int i = 0; i < Count; ++i) {
        Node node {.id = u"rev%1"_s.arg(i)};
        if (i > 0)
            node.down = {u"rev%1"_s.arg(i - 1)};
        if (i == 50'000)
            node.labels = {u"middle"_s};
        nodes << node;
    }
    const CpuTime time;
    const RevisionGraph it = RevisionGraph::build(nodes);
    const QList<Step> up = it.upgrade({}, u"head"_s).value();
    QCOMPARE(up.size(), Count);
    QCOMPARE(up.back().revision, u"rev99999"_s);
    const QList<Step> down = it.downgrade({u"rev99999"_s}, u"base"_s).value();
    QCOMPARE(down.size(), Count);
    QCOMPARE(down.back().revision, u"rev0"_s);
    QCOMPARE(it.upgrade({u"rev5"_s}, u"middle@+3"_s).value().size(), 3);
    QCOMPARE(it.labels(u"rev0"_s), words(u"middle"_s));
    QCOMPARE(it.history().value().size(), Count);
    QVERIFY2(time.seconds() < EnoughForLinear, qPrintable(u"%1 s"_s.arg(time.seconds())));
}

void TestRevisionGraph::manyMergesTakeLinearTime()
{
    // a line that splits in two and merges again, over and over
    constexpr int Diamonds = 10'000;
    QList<Node> nodes {{.id = u"m0"_s}};
    for (int i = 1; i <= Diamonds; ++i) {
        const QString below = u"m%1"_s.arg(i - 1);
        const QString left = u"l%1"_s.arg(i);
        const QString right = u"r%1"_s.arg(i);
        nodes << Node {.id = left, .down = {below}} << Node {.id = right, .down = {below}}
              << Node {.id = u"m%1"_s.arg(i), .down = {left, right}};
    }
    const CpuTime time;
    const RevisionGraph it = RevisionGraph::build(nodes);
    const QList<Step> up = it.upgrade({}, u"head"_s).value();
    QCOMPARE(up.size(), 3 * Diamonds + 1);
    QCOMPARE(up.back().rowChanges.size(), 2);
    QCOMPARE(it.downgrade({u"m10000"_s}, u"base"_s).value().size(), 3 * Diamonds + 1);
    QVERIFY2(time.seconds() < EnoughForLinear, qPrintable(u"%1 s"_s.arg(time.seconds())));
}

QTEST_GUILESS_MAIN(TestRevisionGraph)
#include "tst_revisiongraph.moc"
