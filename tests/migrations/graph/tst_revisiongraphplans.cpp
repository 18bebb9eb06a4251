#include "migrations/graph/revisiongraph.h"
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

class TestRevisionGraphPlans : public TestCase {
    Q_OBJECT

private slots:
    void upgradesTakeWhatIsMissing_data();
    void upgradesTakeWhatIsMissing();
    void downgradesTakeWhatComesAfter_data();
    void downgradesTakeWhatComesAfter();
    void targetsThatDoNotFitAreErrors_data();
    void targetsThatDoNotFitAreErrors();
    void stampsMoveRows_data();
    void stampsMoveRows();
    void purgeForgetsUnknownRows();
    void stampToOneOfSeveralHeadsIsAnError();
    void relativeDowngradeOfSeveralRowsWarns();
};

void TestRevisionGraphPlans::upgradesTakeWhatIsMissing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("steps");
    const auto row = [](const char *name, const QString &text, const char *rows, const char *target,
                         const QStringList &steps) {
        QTest::newRow(name) << text << QString::fromLatin1(rows) << QString::fromLatin1(target) << steps;
    };
    const QString line = u"a; b:a; c:b"_s;
    row("from nothing", line, "", "head", {u" -> a: +a"_s, u"a -> b: a>b"_s, u"b -> c: b>c"_s});
    row("from the middle", line, "b", "head", {u"b -> c: b>c"_s});
    row("one", line, "a", "+1", {u"a -> b: a>b"_s});
    row("one from a symbol", line, "", "a+1", {u" -> a: +a"_s, u"a -> b: a>b"_s});
    row("before the head", line, "", "head-1", {u" -> a: +a"_s, u"a -> b: a>b"_s});
    row("already there", line, "c", "b", {});
    row("to the base", line, "b", "base", {});
    row("all heads, the later first", u"r0; l1:r0; m1:r0"_s, "r0", "heads", {u"r0 -> m1: r0>m1"_s, u"r0 -> l1: +l1"_s});
    row("merge", u"a; b:a; c:a; d:b,c"_s, "b", "head", {u"a -> c: +c"_s, u"b,c -> d: -b c>d"_s});
    row("merge of three", u"a; b; c; d:c,a,b"_s, "a b c", "head", {u"c,a,b -> d: -c -a b>d"_s});
    row("merge beside another row", u"a; b; c; z; d:c,a,b"_s, "a b c z", "d", {u"c,a,b -> d: -a -b c>d"_s});
    row("merge of a parent that another parent has", u"a; b:a; c; d:b,c,a"_s, "b c", "d", {u"b,c,a -> d: -b c>d"_s});
    row("dependency", u"a; b:a; x (b)"_s, "", "x", {u" -> a: +a"_s, u"a -> b: a>b"_s, u" -> x: b>x"_s});
    row("dependency that is implied", u"a1; a2:a1; b1 (a2); b2:b1 (a1)"_s, "b1", "b2", {u"b1 -> b2: b1>b2"_s});
    row("beside a dependency", u"a1; a2:a1; a3:a2; b1 (a2)"_s, "b1", "a3", {u"a2 -> a3: +a3"_s});
    row("up a branch", u"a; b:a [l]; c:a [r]; d:c"_s, "a", "r@+2", {u"a -> c: a>c"_s, u"c -> d: c>d"_s});
    row("up a branch that is not begun", u"a; b:a [l]; c:a [r]"_s, "b", "r@+1", {u"a -> c: +c"_s});
    row("head of a branch", u"a; b:a [l]; c:a [r]"_s, "", "l@head", {u" -> a: +a"_s, u"a -> b: a>b"_s});
}

void TestRevisionGraphPlans::upgradesTakeWhatIsMissing()
{
    QFETCH(QString, text);
    QFETCH(QString, rows);
    QFETCH(QString, target);
    QFETCH(QStringList, steps);
    const Result<QList<Step>> found = graph(text).upgrade(words(rows), target);
    QVERIFY2(found, found ? "" : qPrintable(found.error().toText()));
    QCOMPARE(GraphText::toText(*found), steps);
    for (const Step &step : *found) {
        QCOMPARE(step.direction, Direction::Upgrade);
        QCOMPARE(step.to, QStringList {step.revision});
    }
}

void TestRevisionGraphPlans::downgradesTakeWhatComesAfter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("steps");
    const auto row = [](const char *name, const QString &text, const char *rows, const char *target,
                         const QStringList &steps) {
        QTest::newRow(name) << text << QString::fromLatin1(rows) << QString::fromLatin1(target) << steps;
    };
    const QString line = u"a; b:a; c:b"_s;
    const QString diamond = u"a; b:a [l]; c:a [r]; d:b,c"_s;
    row("to base", line, "b", "base", {u"b -> a: b>a"_s, u"a -> : -a"_s});
    row("one", line, "c", "-1", {u"c -> b: c>b"_s});
    row("all, counted", line, "b", "-2", {u"b -> a: b>a"_s, u"a -> : -a"_s});
    row("below a symbol", line, "c", "c-2", {u"c -> b: c>b"_s, u"b -> a: b>a"_s});
    row("there already", line, "b", "b", {});
    row("unmerge", diamond, "d", "a", {u"d -> b,c: +b d>c"_s, u"b -> a: -b"_s, u"c -> a: c>a"_s});
    row("unmerge to one branch", diamond, "d", "b", {u"d -> b,c: +b d>c"_s});
    row("branch to base takes the merge", diamond, "d", "l@base",
        {u"d -> b,c: +b d>c"_s, u"b -> a: -b"_s, u"c -> a: c>a"_s, u"a -> : -a"_s});
    row("one of two rows", diamond, "b c", "l@-1", {u"b -> a: -b"_s});
    row("the first of the rows", diamond, "c b", "-1", {u"c -> a: -c"_s});
    row("what depends on it", u"a; b:a; x; y:x (b)"_s, "y", "a", {u"y -> x: +b y>x"_s, u"b -> a: b>a"_s});
    row("dependency stays", u"a; x; y:x (a)"_s, "y", "x", {u"y -> x: +a y>x"_s});
    row("dependency stays below another row", u"a; b:a; x; y:x (a)"_s, "b y", "x", {u"y -> x: y>x"_s});
}

void TestRevisionGraphPlans::downgradesTakeWhatComesAfter()
{
    QFETCH(QString, text);
    QFETCH(QString, rows);
    QFETCH(QString, target);
    QFETCH(QStringList, steps);
    const Result<QList<Step>> found = graph(text).downgrade(words(rows), target);
    QVERIFY2(found, found ? "" : qPrintable(found.error().toText()));
    QCOMPARE(GraphText::toText(*found), steps);
    for (const Step &step : *found) {
        QCOMPARE(step.direction, Direction::Downgrade);
        QCOMPARE(step.from, QStringList {step.revision});
    }
}

void TestRevisionGraphPlans::targetsThatDoNotFitAreErrors_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("message");
    const auto up = [](const char *rows, const char *target, const char *message) {
        QTest::addRow("up from %s to %s", rows, target) << Direction::Upgrade << QString::fromLatin1(rows)
                                                        << QString::fromLatin1(target) << QString::fromLatin1(message);
    };
    const auto down = [](const char *rows, const char *target, const char *message) {
        QTest::addRow("down from %s to %s", rows, target)
            << Direction::Downgrade << QString::fromLatin1(rows) << QString::fromLatin1(target)
            << QString::fromLatin1(message);
    };
    up("", "", "Can't locate revision identified by ''");
    up("z2z2", "+99", "Relative revision +99 didn't produce 99 migrations");
    up("z2z2", "+1x:", "Range revision not allowed");
    up("z2z2", "-1", "Relative revision -1 didn't produce 1 migrations");
    up("z2z2", "-01", "Relative revision -1 didn't produce 1 migrations");
    up("z2z2", "z3z3+7", "Relative revision +7 didn't produce 7 migrations");
    up("z2z2", "z1z1-1", "Relative revision -1 didn't produce 1 migrations");
    up("", "+1", "Ambiguous walk");
    up("b2b2 z2z2", "+1", "Ambiguous upgrade from multiple current revisions");
    up("a1a1 b2b2", "d4d4", "Requested revision b2b2 overlaps with other requested revisions a1a1");
    up("lost", "heads", "Can't locate revision identified by 'lost'");
    up("head", "heads", "Can't locate revision identified by 'head'");
    up("", "a:b", "Range revision not allowed");
    down("", "-1", "Relative revision -1 didn't produce 1 migrations");
    down("z2z2", "-3", "Relative revision -3 didn't produce 3 migrations");
    down("z2z2", "+1", "Relative revision +1 didn't produce 1 migrations");
    down("z2z2", "z2z2-9", "Walked too far");
    down("d4d4", "-1", "Ambiguous walk");
    down("z1z1", "z2z2", "Destination z2z2 is not a valid downgrade target from current head(s)");
    down("z2z2", "aside@a1a1", "Not a valid downgrade target from current heads");
    down("c3c3", "z2z2", "Destination z2z2 is not a valid downgrade target from current head(s)");
    down("b2b2", "aside@-1", "Relative revision -1 didn't produce 1 migrations");
    down("lost", "base", "Can't locate revision identified by 'lost'");
    down("z2z2", "nope", "Can't locate revision identified by 'nope'");
}

void TestRevisionGraphPlans::targetsThatDoNotFitAreErrors()
{
    QFETCH(Direction, direction);
    QFETCH(QString, rows);
    QFETCH(QString, target);
    QFETCH(QString, message);
    const RevisionGraph it = graph(Forest);
    const Result<QList<Step>> found =
        direction == Direction::Upgrade ? it.upgrade(words(rows), target) : it.downgrade(words(rows), target);
    QVERIFY(!found);
    QCOMPARE(found.error().message, message);
    if (rows == u"lost"_s)
        QVERIFY(found.error().nextStep.contains(u"stamp"_s));
}

void TestRevisionGraphPlans::stampsMoveRows_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("targets");
    QTest::addColumn<QStringList>("steps");
    QTest::newRow("new") << u""_s << u"b2b2"_s << QStringList {u" -> b2b2: +b2b2"_s};
    QTest::newRow("there") << u"b2b2"_s << u"b2b2"_s << QStringList();
    QTest::newRow("up") << u"a1a1"_s << u"b2b2"_s << QStringList {u"a1a1 -> b2b2: a1a1>b2b2"_s};
    QTest::newRow("down") << u"b2b2"_s << u"a1a1"_s << QStringList {u"b2b2 -> a1a1: b2b2>a1a1"_s};
    QTest::newRow("several down") << u"b2b2 c3c3"_s << u"a1a1"_s
                                  << QStringList {u"b2b2,c3c3 -> a1a1: -b2b2 c3c3>a1a1"_s};
    QTest::newRow("beside") << u"b2b2"_s << u"z3z3"_s << QStringList {u" -> z3z3: +z3z3"_s};
    QTest::newRow("base") << u"b2b2 z3z3"_s << u"base"_s << QStringList {u"b2b2 -> : -b2b2"_s, u"z3z3 -> : -z3z3"_s};
    QTest::newRow("nothing is the base") << u"b2b2"_s << u""_s << QStringList {u"b2b2 -> : -b2b2"_s};
    QTest::newRow("base of a branch") << u"b2b2 z3z3"_s << u"left@base"_s << QStringList {u"b2b2 -> : -b2b2"_s};
    QTest::newRow("heads") << u"a1a1"_s << u"heads"_s
                           << QStringList {u"a1a1 -> d4d4: a1a1>d4d4"_s, u" -> z3z3: +z3z3"_s};
    QTest::newRow("one row to two") << u"a1a1"_s << u"b2b2 c3c3"_s
                                    << QStringList {u"a1a1 -> b2b2: a1a1>b2b2"_s, u"a1a1 -> c3c3: +c3c3"_s};
    QTest::newRow("one row down to two") << u"d4d4"_s << u"b2b2 c3c3"_s
                                         << QStringList {u"d4d4 -> b2b2: d4d4>b2b2"_s, u"d4d4 -> c3c3: +c3c3"_s};
    QTest::newRow("twice the same") << u""_s << u"b2b2 b2b2"_s << QStringList {u" -> b2b2: +b2b2"_s};
}

void TestRevisionGraphPlans::stampsMoveRows()
{
    QFETCH(QString, rows);
    QFETCH(QString, targets);
    QFETCH(QStringList, steps);
    const Result<StampPlan> found = graph(Forest).stamp(words(rows), words(targets));
    QVERIFY2(found, found ? "" : qPrintable(found.error().toText()));
    QCOMPARE(GraphText::toText(found->steps), steps);
    QVERIFY(!found->clearFirst);
}

void TestRevisionGraphPlans::purgeForgetsUnknownRows()
{
    const RevisionGraph it = graph(Forest);
    const QStringList rows {u"gone"_s, u"b2b2"_s};
    QCOMPARE(it.stamp(rows, {u"b2b2"_s}).error().message, u"Can't locate revision identified by 'gone'"_s);
    const StampPlan plan = it.stamp(rows, {u"b2b2"_s}, true).value();
    QVERIFY(plan.clearFirst);
    QCOMPARE(GraphText::toText(plan.steps), QStringList {u" -> b2b2: +b2b2"_s});
    QVERIFY(it.stamp(rows, {u"base"_s}, true).value().steps.isEmpty());
}

void TestRevisionGraphPlans::stampToOneOfSeveralHeadsIsAnError()
{
    const Result<StampPlan> found = graph(Forest).stamp({}, {u"head"_s});
    QVERIFY(!found);
    QCOMPARE(found.error().message, u"Multiple heads are present; please specify a single target revision"_s);
    QCOMPARE(found.error().nextStep, u"The heads are d4d4, z3z3. Merge them, or name one."_s);
}

void TestRevisionGraphPlans::relativeDowngradeOfSeveralRowsWarns()
{
    const RevisionGraph it = graph(Forest);
    QCOMPARE(it.downgradeWarning({u"b2b2"_s, u"z3z3"_s}, u"-1"_s),
        u"downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future release."_s);
    QVERIFY(it.downgradeWarning({u"b2b2"_s}, u"-1"_s).isEmpty());
    QVERIFY(it.downgradeWarning({u"b2b2"_s, u"b2b2"_s}, u"-1"_s).isEmpty());
    QVERIFY(it.downgradeWarning({u"b2b2"_s, u"z3z3"_s}, u"left@-1"_s).isEmpty());
    QVERIFY(it.downgradeWarning({u"b2b2"_s, u"z3z3"_s}, u"base"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestRevisionGraphPlans)
#include "tst_revisiongraphplans.moc"
