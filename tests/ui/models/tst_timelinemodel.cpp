#include "ui/models/timelinemodel.h"

#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Workbench;

class TestTimelineModel : public TestCase
{
    Q_OBJECT

private slots:
    void readingsAreTold();
    void behavesAsAModelThroughAllChanges();
    void tellsTheStateOfEveryRow();
    void missingRowsStandOnTop();
    void findsARevisionByItsId();
    void sameEntriesDoNotResetTheModel();
    void linesKnowTheStateOfWhatTheyComeFrom();
};

namespace {

TimelineEntry entry(const QString &id, const QStringList &down = {})
{
    return {.id = id, .down = down, .summary = QStringLiteral("make %1 变量").arg(id),
        .created = QStringLiteral("2025-01-30 10:00"), .labels = {}, .isHead = false};
}

QList<TimelineEntry> chain()
{
    return {entry(QStringLiteral("c"), {QStringLiteral("b")}), entry(QStringLiteral("b"), {QStringLiteral("a")}),
        entry(QStringLiteral("a"))};
}

QHash<QString, RevisionState> states()
{
    return {{QStringLiteral("a"), RevisionState::Applied}, {QStringLiteral("b"), RevisionState::Current},
        {QStringLiteral("c"), RevisionState::Pending}};
}

RevisionState stateAt(const TimelineModel &model, int row)
{
    return model.index(row, 0).data(TimelineModel::StateRole).value<RevisionState>();
}

} // namespace

void TestTimelineModel::behavesAsAModelThroughAllChanges()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries(chain());
    model.setStates(states(), {});
    model.setStates(states(), {QStringLiteral("lost")});
    model.setEntries({entry(QStringLiteral("x"))});
    model.setStates({}, {});
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTimelineModel::tellsTheStateOfEveryRow()
{
    TimelineModel model;
    model.setEntries(chain());
    QCOMPARE(stateAt(model, 0), RevisionState::Unread);
    model.setStates(states(), {});
    QCOMPARE(stateAt(model, 0), RevisionState::Pending);
    QCOMPARE(stateAt(model, 1), RevisionState::Current);
    QCOMPARE(stateAt(model, 2), RevisionState::Applied);
    QCOMPARE(model.index(1, TimelineModel::State).data().toString(), stateText(RevisionState::Current));
    QCOMPARE(model.index(0, TimelineModel::Summary).data().toString(), QStringLiteral("make c 变量"));
    QCOMPARE(model.countOf(RevisionState::Pending), 1);
}

void TestTimelineModel::missingRowsStandOnTop()
{
    TimelineModel model;
    model.setEntries(chain());
    model.setStates({}, {QStringLiteral("lost")});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(stateAt(model, 0), RevisionState::Missing);
    QCOMPARE(model.index(0, TimelineModel::Id).data().toString(), QStringLiteral("lost"));
    QVERIFY(model.index(0, 0).data(TimelineModel::LanesRole).value<LaneRow>().lines.isEmpty());
    QCOMPARE(model.indexOf(QStringLiteral("c")).row(), 1);
    QCOMPARE(model.countOf(RevisionState::Missing), 1);
}

void TestTimelineModel::findsARevisionByItsId()
{
    TimelineModel model;
    model.setEntries(chain());
    QCOMPARE(model.indexOf(QStringLiteral("a")).row(), 2);
    QVERIFY(!model.indexOf(QStringLiteral("nobody")).isValid());
}

void TestTimelineModel::sameEntriesDoNotResetTheModel()
{
    TimelineModel model;
    model.setEntries(chain());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setEntries(chain());
    model.setStates(states(), {});
    model.setStates(states(), {});
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
}

void TestTimelineModel::linesKnowTheStateOfWhatTheyComeFrom()
{
    TimelineModel model;
    model.setEntries(chain());
    model.setStates(states(), {});
    const auto lines = model.index(1, 0).data(TimelineModel::LineStatesRole).value<QHash<QString, RevisionState>>();
    QCOMPARE(lines.value(QStringLiteral("c")), RevisionState::Pending);
    QCOMPARE(lines.value(QStringLiteral("b")), RevisionState::Current);
}

void TestTimelineModel::readingsAreTold()
{
    using enum Migrations::Plan::Readability;
    TimelineModel model;
    model.setEntries(chain());
    QSignalSpy changed(&model, &TimelineModel::dataChanged);
    const QHash<QString, RevisionReading> readings {{QStringLiteral("c"), {Opaque, QStringLiteral("app.models\nc.py:3")}},
        {QStringLiteral("b"), {WithConnection, QStringLiteral("rows")}}, {QStringLiteral("a"), {Refuses, {}}}};
    model.setReadings(readings);
    model.setReadings(readings);
    QCOMPARE(changed.size(), 1);
    const auto told = [&model](int row, int role) { return model.index(row, 0).data(role); };
    QCOMPARE(told(0, TimelineModel::ReadingRole).toString(), QStringLiteral("opaque"));
    QVERIFY(told(0, TimelineModel::OpaqueRole).toBool());
    QVERIFY(told(0, Qt::ToolTipRole).toString().endsWith(QStringLiteral("app.models\nc.py:3")));
    QCOMPARE(told(1, TimelineModel::ReadingRole).toString(), QStringLiteral("needs a connection"));
    QVERIFY(!told(1, TimelineModel::OpaqueRole).toBool());
    QCOMPARE(told(2, TimelineModel::ReadingRole).toString(), QString());
}

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
