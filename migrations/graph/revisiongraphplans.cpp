// The questions to a RevisionGraph that can fail: order, plans, symbols.
#include "migrations/graph/revisiongraph.h"

#include "migrations/graph/downgradeplan.h"
#include "migrations/graph/historyrange.h"
#include "migrations/graph/stampplan.h"
#include "migrations/graph/topologicalorder.h"
#include "migrations/graph/upgradeplan.h"
#include "migrations/graph/versionrows.h"

#include <algorithm>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> refusal(const Trouble &trouble, const Asked &asked, const Structure &graph)
{
    return failure(toError(trouble, asked, graph));
}

Result<QStringList> ordered(const Structure &graph, const Attempt<Selection> &selection, const Asked &asked)
{
    if (!selection)
        return refusal(selection.error(), asked, graph);
    const std::optional<std::vector<int>> order = topologicalOrder(graph, selection->revisions, selection->heads);
    // With dependencies in the range Alembic may fail to reach some of it: an AssertionError
    if (!order)
        return refusal(Trouble {.kind = Trouble::Kind::NotInRange}, asked, graph);
    return graph.ids(*order);
}

Step stepOf(const Structure &graph, int vertex, Direction direction, VersionRows &rows)
{
    const Node &node = graph.at(vertex).node;
    if (direction == Direction::Upgrade) {
        return {.direction = direction,
            .revision = node.id,
            .from = node.down,
            .to = {node.id},
            .rowChanges = rows.upgrade(vertex)};
    }
    return {.direction = direction,
        .revision = node.id,
        .from = {node.id},
        .to = node.down,
        .rowChanges = rows.downgrade(vertex)};
}

Result<QList<Step>> steps(const Structure &graph, const Attempt<Selection> &selection, const QStringList &rows,
    Direction direction, const Asked &asked)
{
    if (!selection)
        return refusal(selection.error(), asked, graph);
    std::optional<std::vector<int>> order = topologicalOrder(graph, selection->revisions, selection->heads);
    if (!order)
        return refusal(Trouble {.kind = Trouble::Kind::NotInRange}, asked, graph);
    if (direction == Direction::Upgrade)
        std::ranges::reverse(*order);
    std::vector<int> stands;
    for (const QString &row : rows)
        stands.push_back(graph.byId.value(row));
    VersionRows versionRows(graph, stands);
    QList<Step> result;
    result.reserve(qsizetype(order->size()));
    for (const int vertex : *order) {
        if (const int problem = graph.at(vertex).problem; problem >= 0)
            return failure(graph.problems.at(problem));
        result << stepOf(graph, vertex, direction, versionRows);
    }
    return result;
}

std::unexpected<Error> rangeNotAllowed()
{
    return failure(ErrorCode::BadInput, u"Range revision not allowed"_s);
}

} // namespace

Result<QStringList> RevisionGraph::history() const
{
    return history(u":"_s);
}

Result<QStringList> RevisionGraph::history(const QString &range, const QStringList &rows) const
{
    Asked asked {.about = Asked::About::History};
    const Attempt<HistoryEnds> ends = historyEnds(range, rows);
    if (!ends)
        return refusal(ends.error(), asked, *m_graph);
    asked.start = textOf(ends->lower);
    asked.end = textOf(ends->upper);
    return ordered(*m_graph, selectRange(Symbols(*m_graph), ends->lower, ends->upper), asked);
}

Result<QSet<QString>> RevisionGraph::applied(const QStringList &rows) const
{
    const Attempt<std::vector<int>> stands = Symbols(*m_graph).revisions(Start {.words = rows});
    if (!stands)
        return refusal(stands.error(), {}, *m_graph);
    const QStringList ids = m_graph->ids(m_graph->reachable(*stands, Edges::Below).inFileOrder());
    return QSet<QString>(ids.cbegin(), ids.cend());
}

Result<QStringList> RevisionGraph::allCurrent(const QStringList &rows) const
{
    const Attempt<std::vector<int>> stands = Symbols(*m_graph).revisions(Start {.words = rows});
    if (!stands)
        return refusal(stands.error(), {}, *m_graph);
    return m_graph->ids(Graph::allCurrent(*m_graph, *stands));
}

Result<QList<Step>> RevisionGraph::upgrade(const QStringList &rows, const QString &target) const
{
    if (target.contains(u':'))
        return rangeNotAllowed();
    return steps(*m_graph, selectUpgrade(Symbols(*m_graph), rows, target), rows, Direction::Upgrade,
        {.about = Asked::About::Upgrade, .end = target});
}

Result<QList<Step>> RevisionGraph::downgrade(const QStringList &rows, const QString &target) const
{
    if (target.contains(u':'))
        return rangeNotAllowed();
    return steps(*m_graph, selectDowngrade(Symbols(*m_graph), rows, target), rows, Direction::Downgrade,
        {.about = Asked::About::Downgrade, .end = target});
}

Result<StampPlan> RevisionGraph::stamp(const QStringList &rows, const QStringList &targets, bool purge) const
{
    const Attempt<QList<Step>> steps = stampSteps(Symbols(*m_graph), purge ? QStringList() : rows, targets);
    if (!steps)
        return refusal(steps.error(), {.about = Asked::About::Stamp}, *m_graph);
    return StampPlan {.clearFirst = purge, .steps = *steps};
}

Error RevisionGraph::unknownRow(const QString &row) const
{
    return toError({.kind = Trouble::Kind::UnknownRow, .argument = row}, {}, *m_graph);
}

QString RevisionGraph::downgradeWarning(const QStringList &rows, const QString &target) const
{
    const std::optional<RelativeSymbol> relative = RelativeSymbol::read(target);
    const bool ambiguous = relative && relative->steps < 0 && !relative->symbol && !relative->branch
        && QSet<QString>(rows.cbegin(), rows.cend()).size() > 1;
    if (!ambiguous)
        return {};
    return u"downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future release."_s;
}

Result<QString> RevisionGraph::resolve(const QString &symbol) const
{
    const Attempt<int> vertex = Symbols(*m_graph).revision(symbol);
    if (!vertex)
        return refusal(vertex.error(), {}, *m_graph);
    return *vertex == AtBase ? QString() : m_graph->id(*vertex);
}

Result<QStringList> RevisionGraph::resolveAll(const QStringList &symbols) const
{
    Attempt<std::vector<int>> vertices = Symbols(*m_graph).revisions(symbols);
    if (!vertices)
        return refusal(vertices.error(), {}, *m_graph);
    if (std::ranges::find(*vertices, TooFar) != vertices->end())
        return failure(ErrorCode::BadInput, u"Walked too far"_s);
    std::erase(*vertices, AtBase);
    return m_graph->ids(*vertices);
}

Result<QStringList> RevisionGraph::startingRows(const QString &start) const
{
    if (start.isEmpty())
        return QStringList();
    const Result<QString> row = resolve(start);
    if (!row)
        return std::unexpected(row.error());
    return row->isEmpty() ? QStringList() : QStringList {*row};
}

Result<OfflineRange> RevisionGraph::offlineRange(Direction direction, const QString &range) const
{
    const QStringList parts = range.split(u':');
    if (direction == Direction::Downgrade && parts.size() == 1)
        return failure(ErrorCode::BadInput, u"downgrade with --sql requires <fromrev>:<torev>"_s);
    if (parts.size() > 2)
        return rangeNotAllowed();
    const Result<QStringList> rows = startingRows(parts.size() == 2 ? parts.front() : QString());
    if (!rows)
        return std::unexpected(rows.error());
    return OfflineRange {.rows = *rows, .targets = {parts.back()}};
}

Result<OfflineRange> RevisionGraph::offlineStamp(const QStringList &words) const
{
    std::optional<QString> start;
    QStringList targets;
    for (const QString &word : words) {
        const QStringList parts = word.split(u':');
        if (parts.size() > 2)
            return rangeNotAllowed();
        if (parts.size() == 2 && start && *start != parts.front()) {
            return failure(ErrorCode::BadInput,
                u"Stamp operation with --sql only supports a single starting revision at a time"_s);
        }
        if (parts.size() == 2)
            start = parts.front();
        targets << parts.back();
    }
    const Result<QStringList> rows = startingRows(start.value_or(QString()));
    if (!rows)
        return std::unexpected(rows.error());
    return OfflineRange {.rows = *rows, .targets = targets};
}

} // namespace Migrations::Graph
