#include "migrations/graph/upgradeplan.h"

#include <algorithm>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

/// those of `revisions` that nothing else of them comes after
std::vector<int> tips(const Structure &graph, const std::vector<int> &revisions)
{
    VertexSet below(graph.vertices.size());
    for (const int vertex : revisions)
        below.insert(graph.at(vertex).below);
    std::vector<int> result;
    std::ranges::copy_if(
        revisions, std::back_inserter(result), [&below](int vertex) { return !below.contains(vertex); });
    return result;
}

/// Where `label@+N` counts from: the rows on the branch, else the last applied revisions that lead
/// to it, else the base.
Attempt<std::vector<int>> startsOnBranch(const Symbols &symbols, const Start &current, const QString &branch)
{
    const Attempt<std::vector<int>> revisions = symbols.revisions(current);
    if (!revisions)
        return revisions;
    if (const Attempt<std::vector<int>> known = symbols.ofLineage({}, branch); !known)
        return known;
    // `-2:label@+1` of a history that counts to the base or beyond
    if (std::ranges::find(*revisions, AtBase) != revisions->end())
        return trouble(Trouble::Kind::NotFound, u"base"_s);
    if (std::ranges::find(*revisions, TooFar) != revisions->end())
        return trouble(Trouble::Kind::Other, u"Walked too far"_s);
    Attempt<std::vector<int>> starts = symbols.ofLineage(*revisions, branch);
    if (!starts || !starts->empty())
        return starts;
    const Structure &graph = symbols.graph();
    starts = symbols.ofLineage(graph.reachable(*revisions, Edges::Below).inFileOrder(), branch);
    if (!starts)
        return starts;
    const std::vector<int> last = tips(graph, *starts);
    return last.empty() ? std::vector<int> {AtBase} : last;
}

Attempt<std::vector<int>> startsOf(const Symbols &symbols, const Start &current, const RelativeSymbol &relative)
{
    if (relative.branch)
        return startsOnBranch(symbols, current, *relative.branch);
    if (current.words.size() > 1)
        return std::vector<int>(2, AtBase);
    if (current.words.isEmpty())
        return std::vector<int> {AtBase};
    const Attempt<int> start = current.kind == Start::Kind::Rows ? symbols.row(current.words.front())
                                                                 : symbols.revision(current.words.front());
    if (!start)
        return std::unexpected(start.error());
    return std::vector<int> {*start};
}

Attempt<int> aboveCurrent(
    const Symbols &symbols, const Start &current, const RelativeSymbol &relative, Symbols::Overwalk overwalk)
{
    const Attempt<std::vector<int>> starts = startsOf(symbols, current, relative);
    if (!starts)
        return std::unexpected(starts.error());
    if (starts->size() > 1)
        return trouble(Trouble::Kind::Other, u"Ambiguous upgrade from multiple current revisions"_s);
    return symbols.walk(starts->front(), relative.steps, relative.branch, overwalk);
}

Attempt<int> fromSymbol(const Symbols &symbols, const RelativeSymbol &relative, Symbols::Overwalk overwalk)
{
    const bool up = relative.steps > 0;
    const QString symbol = !up && relative.branch ? *relative.branch + u'@' + *relative.symbol : *relative.symbol;
    const Attempt<int> start = symbols.revision(symbol);
    if (!start)
        return start;
    return symbols.walk(*start, relative.steps, up ? relative.branch : std::nullopt, overwalk);
}

} // namespace

Attempt<std::vector<int>> upgradeTargets(
    const Symbols &symbols, const Start &current, const QString &target, Symbols::Overwalk overwalk)
{
    const std::optional<RelativeSymbol> relative = RelativeSymbol::read(target);
    if (!relative) {
        Attempt<std::vector<int>> targets = symbols.revisions(target);
        if (targets && std::ranges::any_of(*targets, [](int vertex) { return vertex < 0; }))
            return trouble(Trouble::Kind::Other, u"Walked too far"_s);
        return targets;
    }
    if (relative->steps <= 0 && !relative->symbol)
        return tooFewRevisions(relative->number, relative->count);
    const Attempt<int> vertex = relative->symbol ? fromSymbol(symbols, *relative, overwalk)
                                                 : aboveCurrent(symbols, current, *relative, overwalk);
    if (!vertex)
        return std::unexpected(vertex.error());
    // Alembic says so for `+9`; for `ae10+9` and for `ae10-9` that ends at the base it dies of an
    // AssertionError.
    if (*vertex < 0)
        return tooFewRevisions(relative->text, relative->count);
    return std::vector<int> {*vertex};
}

Attempt<void> apart(const Structure &graph, const std::vector<int> &revisions, Edges edges)
{
    const std::optional<Structure::Overlap> overlap = graph.overlap(revisions, edges);
    if (!overlap)
        return {};
    return trouble(Trouble::Kind::Other,
        u"Requested revision %1 overlaps with other requested revisions %2"_s.arg(
            graph.id(overlap->above), graph.ids(overlap->others).join(u", "_s)));
}

Attempt<Selection> selectUpgrade(const Symbols &symbols, const QStringList &rows, const QString &target)
{
    const Structure &graph = symbols.graph();
    const Start current {.kind = Start::Kind::Rows, .words = rows};
    const Attempt<std::vector<int>> targets = upgradeTargets(symbols, current, target, Symbols::Overwalk::Fails);
    if (!targets)
        return std::unexpected(targets.error());
    if (const Attempt<void> separate = apart(graph, *targets, Edges::Below); !separate)
        return std::unexpected(separate.error());
    const Attempt<std::vector<int>> applied = symbols.revisions(current);
    if (!applied)
        return std::unexpected(applied.error());
    if (const Attempt<void> separate = apart(graph, *applied, Edges::Below); !separate)
        return std::unexpected(separate.error());
    Selection selection {.revisions = graph.reachable(*targets, Edges::Below), .heads = *targets};
    selection.revisions.subtract(graph.reachable(*applied, Edges::Below));
    return selection;
}

} // namespace Migrations::Graph
