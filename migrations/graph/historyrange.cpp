#include "migrations/graph/historyrange.h"

#include "migrations/graph/downgradeplan.h"

#include <algorithm>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Trouble> notInRange(const Start &lower)
{
    return trouble(Trouble::Kind::NotInRange, lower.words.join(u", "_s));
}

/// `label@x:y` keeps only those ends that carry the label.
Attempt<std::vector<int>> keepBranch(const Symbols &symbols, const std::vector<int> &targets, const QString &word)
{
    const Structure &graph = symbols.graph();
    QString branch = word.left(word.indexOf(u'@'));
    const Attempt<int> revision = symbols.revision(branch);
    if (!revision)
        return std::unexpected(revision.error());
    int label = graph.byLabel.value(branch, -1);
    if (*revision != AtBase && graph.id(*revision) == branch) {
        // a revision stands for its branch, which only one label can name
        const std::vector<int> &labels = graph.at(*revision).labels;
        if (labels.size() != 1)
            return trouble(Trouble::Kind::NotFound, branch);
        label = labels.front();
    }
    std::vector<int> result;
    std::ranges::copy_if(targets, std::back_inserter(result), [&graph, label](int target) {
        const std::vector<int> &labels = graph.at(target).labels;
        return std::ranges::find(labels, label) != labels.end();
    });
    std::ranges::sort(result);
    return result;
}

Attempt<std::vector<int>> upperEnds(const Symbols &symbols, const Start &lower, const Start &upper)
{
    Attempt<std::vector<int>> targets = upper.kind == Start::Kind::Rows
        ? symbols.revisions(upper)
        : upgradeTargets(symbols, lower, upper.words.front(), Symbols::Overwalk::StopsThere);
    if (targets && lower.kind == Start::Kind::Symbol && lower.words.front().contains(u'@'))
        targets = keepBranch(symbols, *targets, lower.words.front());
    if (!targets)
        return targets;
    if (const Attempt<void> separate = apart(symbols.graph(), *targets, Edges::Below); !separate)
        return std::unexpected(separate.error());
    return targets;
}

/// The lower ends; `-9` that walks past the base counts from the upper end and stops at the base.
Attempt<std::vector<int>> lowerEnds(
    const Symbols &symbols, const Start &lower, const Start &upper, const VertexSet &required)
{
    Attempt<std::vector<int>> ends = symbols.revisions(lower);
    if (!ends)
        return ends;
    const auto outside = [&required](int vertex) {
        return vertex == AtBase || (vertex != TooFar && !required.contains(vertex));
    };
    if (std::ranges::any_of(*ends, outside))
        return notInRange(lower);
    if (!ends->empty() && ends->front() == TooFar) {
        const Attempt<DowngradeTarget> end =
            downgradeTarget(symbols, upper, lower.words.front(), Symbols::Overwalk::StopsThere);
        if (!end)
            return std::unexpected(end.error());
        ends = end->revision == AtBase ? std::vector<int>() : std::vector<int> {end->revision};
    }
    if (const Attempt<void> separate = apart(symbols.graph(), *ends, Edges::Below); !separate)
        return std::unexpected(separate.error());
    // one of several heads is nearer to its base than the others
    if (std::ranges::find(*ends, TooFar) != ends->end())
        return notInRange(lower);
    return ends;
}

} // namespace

Attempt<Selection> selectRange(const Symbols &symbols, const Start &lower, const Start &upper)
{
    const Structure &graph = symbols.graph();
    const Attempt<std::vector<int>> targets = upperEnds(symbols, lower, upper);
    if (!targets)
        return std::unexpected(targets.error());
    Selection selection {.revisions = graph.reachable(*targets, Edges::Below), .heads = *targets};
    const Attempt<std::vector<int>> ends = lowerEnds(symbols, lower, upper, selection.revisions);
    if (!ends)
        return std::unexpected(ends.error());
    selection.revisions.subtract(graph.reachable(*ends, Edges::Below));
    selection.revisions.insert(*ends);
    if (ends->empty())
        return selection;
    if (const Attempt<void> separate = apart(graph, *ends, Edges::Children); !separate)
        return std::unexpected(separate.error());
    selection.revisions.intersect(graph.reachable(*ends, Edges::Children));
    return selection;
}

Attempt<HistoryEnds> historyEnds(const QString &range, const QStringList &rows)
{
    const QStringList parts = range.trimmed().split(u':');
    if (parts.size() != 2)
        return trouble(Trouble::Kind::Other, u"History range requires [start]:[end], [start]:, or :[end]"_s);
    const auto end = [](const QString &word, const QString &otherwise) {
        return Start {.kind = Start::Kind::Symbol, .words = {word.isEmpty() ? otherwise : word}};
    };
    HistoryEnds ends {.lower = end(parts[0], u"base"_s), .upper = end(parts[1], u"heads"_s)};
    const QString current = u"current"_s;
    const Start stands {.kind = Start::Kind::Rows, .words = rows};
    if (parts[1] == current)
        ends.upper = rows.isEmpty() ? end({}, u"heads"_s) : stands;
    else if (parts[0] == current)
        ends.lower = rows.isEmpty() ? end({}, u"base"_s) : stands;
    return ends;
}

QString textOf(const Start &end)
{
    if (end.kind == Start::Kind::Symbol)
        return end.words.join(u", "_s);
    QStringList quoted;
    for (const QString &word : end.words)
        quoted << u'\'' + word + u'\'';
    return u'(' + quoted.join(u", "_s) + (quoted.size() == 1 ? u",)"_s : u")"_s);
}

} // namespace Migrations::Graph
