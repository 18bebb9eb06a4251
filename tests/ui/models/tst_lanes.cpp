#include "ui/models/lanes.h"

#include "tests/support/testcase.h"

#include <algorithm>

using namespace Workbench;

// Nodes as text: "c:b b:a a" is c on b on a, newest first; several parents with commas, what a
// revision depends on after a second colon.
class TestLanes : public TestCase
{
    Q_OBJECT

private slots:
    void everyRevisionHasALane_data();
    void everyRevisionHasALane();
    void linesMeetBetweenRows_data();
    void linesMeetBetweenRows();
    void aMergeDrawsToBothParents();
    void aLineBelongsToTheRevisionThatBuilds();
    void dependenciesHaveLinesOfTheirOwn();
    void unknownParentsAreNotDrawnTo();
    void nothingNeedsNoLanes();
};

namespace {

QList<LaneNode> nodes(const QString &text)
{
    QList<LaneNode> result;
    for (const QString &word : text.split(u' ')) {
        result << LaneNode {.id = word.section(u':', 0, 0),
            .down = word.section(u':', 1, 1).split(u',', Qt::SkipEmptyParts),
            .dependsOn = word.section(u':', 2, 2).split(u',', Qt::SkipEmptyParts)};
    }
    return result;
}

QString lanesText(const QList<LaneRow> &rows)
{
    QStringList text;
    for (const LaneRow &row : rows)
        text << QString::number(row.lane);
    return text.join(u' ');
}

int count(const LaneRow &row, LaneLine::Half half)
{
    return int(std::ranges::count(row.lines, half, &LaneLine::half));
}

void addShapes()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("lanes");
    QTest::newRow("a chain") << QStringLiteral("c:b b:a a") << QStringLiteral("0 0 0");
    QTest::newRow("a diamond") << QStringLiteral("d:b,c c:a b:a a") << QStringLiteral("0 1 0 0");
    QTest::newRow("two heads") << QStringLiteral("c:a b:a a") << QStringLiteral("0 1 0");
    QTest::newRow("two bases") << QStringLiteral("d:c c b:a a") << QStringLiteral("0 0 0 0");
    QTest::newRow("two bases merged") << QStringLiteral("c:a,b b a") << QStringLiteral("0 1 0");
    QTest::newRow("a lane is used again")
        << QStringLiteral("g:e,f f:d e:d d:b,c c:a b:a a") << QStringLiteral("0 1 0 0 1 0 0");
    QTest::newRow("a dependency of another base") << QStringLiteral("b::a a") << QStringLiteral("0 0");
    QTest::newRow("a dependency beside a parent") << QStringLiteral("c:b:a b a") << QStringLiteral("0 0 1");
    QTest::newRow("parent and dependency are the same") << QStringLiteral("b:a:a a") << QStringLiteral("0 0");
    QTest::newRow("a dependency passes a branch")
        << QStringLiteral("e:d:b d:c c:a b:a a") << QStringLiteral("0 0 0 1 0");
    QTest::newRow("three at once") << QStringLiteral("e:b,c,d d:a c:a b:a a") << QStringLiteral("0 2 1 0 0");
}

} // namespace

void TestLanes::everyRevisionHasALane_data()
{
    addShapes();
}

void TestLanes::everyRevisionHasALane()
{
    QFETCH(QString, shape);
    QFETCH(QString, lanes);
    QCOMPARE(lanesText(layOutLanes(nodes(shape))), lanes);
}

void TestLanes::linesMeetBetweenRows_data()
{
    addShapes();
}

void TestLanes::linesMeetBetweenRows()
{
    QFETCH(QString, shape);
    const QList<LaneRow> rows = layOutLanes(nodes(shape));
    QVERIFY(count(rows.first(), LaneLine::Half::Upper) == 0);
    QVERIFY(count(rows.last(), LaneLine::Half::Lower) == 0);
    for (qsizetype row = 1; row < rows.size(); ++row) {
        QList<int> above;
        for (const LaneLine &line : rows.at(row - 1).lines) {
            if (line.half == LaneLine::Half::Lower && !above.contains(line.to))
                above << line.to;
        }
        QList<int> below;
        for (const LaneLine &line : rows.at(row).lines) {
            if (line.half == LaneLine::Half::Upper)
                below << line.from;
        }
        std::ranges::sort(above);
        std::ranges::sort(below);
        QCOMPARE(below, above);
    }
}

void TestLanes::aMergeDrawsToBothParents()
{
    const QList<LaneRow> rows = layOutLanes(nodes(QStringLiteral("d:b,c c:a b:a a")));
    const QList<LaneLine> expected {{0, 0, LaneLine::Half::Lower, QStringLiteral("d")},
        {0, 1, LaneLine::Half::Lower, QStringLiteral("d")}};
    QCOMPARE(rows.first().lines, expected);
    QCOMPARE(laneCount(rows), 2);
}

void TestLanes::aLineBelongsToTheRevisionThatBuilds()
{
    const QList<LaneRow> rows = layOutLanes(nodes(QStringLiteral("c:a b:a a")));
    QStringList children;
    for (const LaneLine &line : rows.last().lines)
        children << line.child;
    children.sort();
    QCOMPARE(children, (QStringList {QStringLiteral("b"), QStringLiteral("c")}));
}

void TestLanes::dependenciesHaveLinesOfTheirOwn()
{
    const QList<LaneRow> rows = layOutLanes(nodes(QStringLiteral("c:a:a b:a a")));
    const auto lower = LaneLine::Half::Lower;
    const auto upper = LaneLine::Half::Upper;
    const QString c = QStringLiteral("c");
    const QString b = QStringLiteral("b");
    const auto dependency = LaneLine::Edge::Dependency;
    QCOMPARE(rows[0].lines, (QList<LaneLine> {{0, 0, lower, c}, {0, 1, lower, c, dependency}}));
    QCOMPARE(rows[1].lines,
        (QList<LaneLine> {{0, 0, upper, c}, {1, 1, upper, c, dependency}, {2, 2, lower, b}, {0, 0, lower, c},
            {1, 1, lower, c, dependency}}));
    QCOMPARE(rows[2].lines, (QList<LaneLine> {{0, 0, upper, c}, {1, 0, upper, c, dependency}, {2, 0, upper, b}}));
}

void TestLanes::unknownParentsAreNotDrawnTo()
{
    const QList<LaneRow> rows = layOutLanes(nodes(QStringLiteral("b:gone:lost a")));
    QVERIFY(rows.at(0).lines.isEmpty());
    QVERIFY(rows.at(1).lines.isEmpty());
}

void TestLanes::nothingNeedsNoLanes()
{
    QVERIFY(layOutLanes({}).isEmpty());
    QCOMPARE(laneCount({}), 0);
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
