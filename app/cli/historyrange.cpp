#include "app/cli/historyrange.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace Migrations;
using Graph::RevisionGraph;

namespace Cli {

namespace {

/// What `heads`, `label@head`, an id… mean: several for `heads`, none for `base`.
Result<QStringList> resolved(const RevisionGraph &graph, const QString &symbol)
{
    if (symbol == "base"_L1)
        return QStringList();
    if (symbol == "heads"_L1)
        return graph.heads();
    const Result<QString> id = graph.resolve(symbol);
    if (!id)
        return failure(id.error());
    return id->isEmpty() ? QStringList() : QStringList {*id};
}

bool isRelative(const QString &symbol, QChar sign)
{
    static const QRegularExpression number(u"^[+-]\\d+$"_s);
    return symbol.startsWith(sign) && number.match(symbol).hasMatch();
}

QSet<QString> descendants(const RevisionGraph &graph, QStringList pending)
{
    QSet<QString> found;
    while (!pending.isEmpty()) {
        const QString id = pending.takeLast();
        if (found.contains(id))
            continue;
        found.insert(id);
        pending << graph.children(id);
    }
    return found;
}

} // namespace

Result<HistoryRange> HistoryRange::parse(const QString &text)
{
    const QStringList ends = text.trimmed().split(u':');
    if (ends.size() != 2)
        return failure(
            ErrorCode::BadInput, u"History range requires [start]:[end], [start]:, or :[end]"_s);
    HistoryRange range;
    range.m_start = ends.at(0).isEmpty() ? u"base"_s : ends.at(0);
    range.m_end = ends.at(1).isEmpty() ? u"heads"_s : ends.at(1);
    return range;
}

Result<QStringList> HistoryRange::endOf(const RevisionGraph &graph, const QStringList &rows) const
{
    if (isCurrent(m_end))
        return rows;
    if (!isRelative(m_end, u'+'))
        return resolved(graph, m_end);
    const Result<QStringList> start = startOf(graph, rows, {});
    if (!start)
        return start;
    const Result<QList<Graph::Step>> steps = graph.upgrade(*start, m_end);
    if (!steps)
        return failure(steps.error());
    return steps->isEmpty() ? *start : QStringList {steps->constLast().revision};
}

Result<QStringList> HistoryRange::startOf(
    const RevisionGraph &graph, const QStringList &rows, const QStringList &end) const
{
    if (isCurrent(m_start))
        return rows;
    if (!isRelative(m_start, u'-'))
        return resolved(graph, m_start);
    const Result<QList<Graph::Step>> steps = graph.downgrade(end, m_start);
    if (!steps)
        return failure(steps.error());
    return steps->isEmpty() ? end : steps->constLast().to;
}

Result<QStringList> HistoryRange::revisions(const RevisionGraph &graph, const QStringList &rows) const
{
    const Result<QStringList> end = endOf(graph, rows);
    if (!end)
        return end;
    const Result<QStringList> start = startOf(graph, rows, *end);
    if (!start)
        return start;
    const Result<QSet<QString>> upTo = graph.applied(*end);
    if (!upTo)
        return failure(upTo.error());
    if (!upTo->contains(QSet<QString>(start->cbegin(), start->cend())))
        return failure(ErrorCode::BadInput,
            u"Requested range %1:%2 does not refer to ancestor/descendant revisions along the same branch"_s.arg(
                m_start, m_end));
    const Result<QStringList> history = graph.history();
    if (!history)
        return history;
    const QSet<QString> from = descendants(graph, *start);
    QStringList revisions;
    for (const QString &id : *history) {
        if (upTo->contains(id) && (start->isEmpty() || from.contains(id)))
            revisions << id;
    }
    return revisions;
}

} // namespace Cli
