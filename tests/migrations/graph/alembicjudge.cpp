#include "tests/migrations/graph/alembicjudge.h"

#include <QJsonDocument>
#include <QProcess>

#include <algorithm>
#include <functional>

using namespace Migrations;
using namespace Migrations::Graph;
using namespace Qt::StringLiterals;

namespace AlembicJudge {

namespace {

QJsonArray list(const QStringList &strings)
{
    return QJsonArray::fromStringList(strings);
}

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue &item : value.toArray())
        result << item.toString();
    return result;
}

QJsonArray changesOf(const Step &step)
{
    QJsonArray result;
    for (const RowChange &change : step.rowChanges) {
        const QString kind = change.kind == RowChange::Kind::Insert ? u"insert"_s
            : change.kind == RowChange::Kind::Update                ? u"update"_s
                                                                    : u"delete"_s;
        result << QJsonArray {kind, change.from, change.to};
    }
    return result;
}

QJsonArray stepsOf(const QList<Step> &steps)
{
    QJsonArray result;
    for (const Step &step : steps) {
        result << QJsonObject {{u"revision"_s, step.revision}, {u"from"_s, list(step.from)}, {u"to"_s, list(step.to)},
            {u"up"_s, step.direction == Direction::Upgrade}, {u"changes"_s, changesOf(step)}};
    }
    return result;
}

template <class T, class ToJson>
QJsonObject answer(const Result<T> &result, ToJson toJson)
{
    if (!result)
        return {{u"error"_s, result.error().message}};
    return {{u"is"_s, toJson(*result)}};
}

/// Whether each change finds the rows that it needs; Alembic counts the rows that it hits.
QString misfit(const QJsonObject &question, const QJsonArray &steps)
{
    const QStringList start = strings(question[u"rows"_s]);
    QSet<QString> rows(start.cbegin(), start.cend());
    for (const QJsonValue &step : steps) {
        for (const QJsonValue &change : step[u"changes"_s].toArray()) {
            const QString from = change[1].toString();
            const QString to = change[2].toString();
            if (!from.isEmpty() && !rows.remove(from))
                return u"there is no row %1 any more"_s.arg(from);
            if (!to.isEmpty() && rows.contains(to))
                return u"there is a row %1 already"_s.arg(to);
            if (!to.isEmpty())
                rows.insert(to);
        }
    }
    return {};
}

/// The upper ends of `label@x:y` are a Python set, and Alembic names the first of it that overlaps.
bool overlapOfASet(const QJsonObject &question, const QJsonObject &ours, const QJsonObject &theirs)
{
    const auto isOverlap = [](const QJsonObject &answer) {
        return answer[u"error"_s].toString().contains(u" overlaps with other requested revisions "_s);
    };
    return question[u"range"_s].toString().section(u':', 0, 0).contains(u'@') && isOverlap(ours) && isOverlap(theirs);
}

QStringList revisionsOf(const QJsonArray &steps)
{
    QStringList result;
    for (const QJsonValue &step : steps)
        result << step[u"revision"_s].toString();
    return result;
}

} // namespace

Result<QJsonArray> judge(const QList<Case> &cases)
{
    QJsonArray input;
    for (const Case &it : cases) {
        QJsonArray nodes;
        for (const Node &node : it.nodes) {
            nodes << QJsonObject {{u"id"_s, node.id}, {u"down"_s, list(node.down)},
                {u"dependsOn"_s, list(node.dependsOn)}, {u"labels"_s, list(node.labels)}};
        }
        input << QJsonObject {{u"nodes"_s, nodes}, {u"questions"_s, it.questions}};
    }
    QProcess python;
    python.start(u"python3"_s, {QStringLiteral(STILLROOM_SOURCE_DIR "/tests/migrations/graph/alembicjudge.py")});
    python.write(QJsonDocument(input).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    constexpr int FourMinutes = 240'000;
    if (!python.waitForFinished(FourMinutes) || python.exitStatus() != QProcess::NormalExit || python.exitCode() != 0)
        return failure(ErrorCode::Io, QString::fromUtf8(python.readAllStandardError()));
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

QJsonObject shapeOf(const RevisionGraph &graph)
{
    QJsonArray children;
    QJsonArray labels;
    for (const QString &id : graph.ids()) {
        QStringList sorted = graph.labels(id);
        sorted.sort();
        labels << list(sorted);
        children << list(graph.children(id));
    }
    return {{u"heads"_s, list(graph.heads())}, {u"realHeads"_s, list(graph.realHeads())},
        {u"bases"_s, list(graph.bases())}, {u"branchPoints"_s, list(graph.branchPoints())},
        {u"mergePoints"_s, list(graph.mergePoints())}, {u"children"_s, children}, {u"labels"_s, labels}};
}

QJsonObject answerTo(const QJsonObject &question, const RevisionGraph &graph)
{
    const QStringList rows = strings(question[u"rows"_s]);
    const QString target = question[u"target"_s].toString();
    const QHash<QString, std::function<QJsonObject()>> answers {
        {u"upgrade"_s, [&] { return answer(graph.upgrade(rows, target), stepsOf); }},
        {u"downgrade"_s, [&] { return answer(graph.downgrade(rows, target), stepsOf); }},
        {u"stamp"_s,
            [&] {
                return answer(graph.stamp(rows, strings(question[u"targets"_s])),
                    [](const StampPlan &plan) { return stepsOf(plan.steps); });
            }},
        {u"history"_s, [&] { return answer(graph.history(question[u"range"_s].toString(), rows), list); }},
        {u"current"_s, [&] { return answer(graph.allCurrent(rows), list); }},
        {u"resolve"_s,
            [&] {
                return answer(
                    graph.resolve(question[u"symbol"_s].toString()), [](const QString &id) { return QJsonValue(id); });
            }},
        {u"resolveAll"_s, [&] { return answer(graph.resolveAll(strings(question[u"symbols"_s])), list); }},
    };
    return answers[question[u"kind"_s].toString()]();
}

QString difference(const QJsonObject &question, const QJsonObject &ours, const QJsonObject &theirs)
{
    if (!theirs.contains(u"crash"_s))
        return ours == theirs || overlapOfASet(question, ours, theirs) ? QString() : u"the answer is another"_s;
    if (ours.contains(u"error"_s))
        return {};
    if (!theirs.contains(u"steps"_s))
        return u"Alembic fails and ours does not"_s;
    const QJsonArray steps = ours[u"is"_s].toArray();
    const bool sameSteps = revisionsOf(steps) == revisionsOf(theirs[u"steps"_s].toArray());
    if (question[u"kind"_s] != u"stamp"_s && !sameSteps)
        return u"the steps are others"_s;
    return misfit(question, steps);
}

} // namespace AlembicJudge
