#include "migrations/graph/downgradeplan.h"

#include <algorithm>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

Attempt<DowngradeTarget> upFromSymbol(
    const Symbols &symbols, const RelativeSymbol &relative, Symbols::Overwalk overwalk)
{
    if (!relative.symbol)
        return tooFewRevisions(relative.text, relative.count);
    const Attempt<int> start = symbols.revision(*relative.symbol);
    if (!start)
        return std::unexpected(start.error());
    const Attempt<int> end = symbols.walk(*start, relative.steps, relative.branch, overwalk);
    if (!end)
        return std::unexpected(end.error());
    if (*end == TooFar)
        return trouble(Trouble::Kind::Other, u"Walked too far"_s);
    return DowngradeTarget {.branch = relative.branch, .revision = *end};
}

/// the one current revision on a branch, which `label@-N` counts from
Attempt<QString> currentOnBranch(const Symbols &symbols, const Start &current, const RelativeSymbol &relative)
{
    const Structure &graph = symbols.graph();
    std::vector<int> revisions;
    Attempt<std::vector<int>> onBranch;
    for (const QString &word : current.words) {
        const Attempt<int> vertex = current.kind == Start::Kind::Rows ? symbols.row(word) : symbols.named(word);
        if (!vertex)
            return std::unexpected(vertex.error());
        revisions.push_back(*vertex);
        const Attempt<std::vector<int>> member = symbols.ofLineage({*vertex}, *relative.branch);
        if (!member)
            return std::unexpected(member.error());
        onBranch->insert(onBranch->end(), member->begin(), member->end());
    }
    if (onBranch->empty())
        onBranch = symbols.ofLineage(allCurrent(graph, revisions), *relative.branch);
    if (!onBranch)
        return std::unexpected(onBranch.error());
    // Alembic has no words for these two: an AssertionError
    if (onBranch->empty())
        return tooFewRevisions(relative.text, relative.count);
    if (onBranch->size() > 1)
        return trouble(Trouble::Kind::Other, u"Ambiguous walk"_s);
    return graph.id(onBranch->front());
}

Attempt<DowngradeTarget> down(
    const Symbols &symbols, const Start &current, const RelativeSymbol &relative, Symbols::Overwalk overwalk)
{
    DowngradeTarget result {.branch = relative.branch};
    QString symbol = relative.symbol.value_or(QString());
    if (!relative.symbol && relative.branch) {
        const Attempt<QString> found = currentOnBranch(symbols, current, relative);
        if (!found)
            return std::unexpected(found.error());
        symbol = *found;
    } else if (!relative.symbol) {
        if (current.words.isEmpty())
            return tooFewRevisions(relative.text, relative.count);
        symbol = current.words.front();
        if (current.kind == Start::Kind::Rows) {
            if (const Attempt<int> row = symbols.row(symbol); !row)
                return std::unexpected(row.error());
        }
        result.branch = symbol;
    }
    const Attempt<int> start = symbols.revision(result.branch ? *result.branch + u'@' + symbol : symbol);
    if (!start)
        return std::unexpected(start.error());
    const Attempt<int> end = symbols.walk(*start, relative.steps, std::nullopt, overwalk);
    if (!end)
        return std::unexpected(end.error());
    if (*end == TooFar && !relative.symbol)
        return tooFewRevisions(relative.text, relative.count);
    if (*end == TooFar)
        return trouble(Trouble::Kind::Other, u"Walked too far"_s);
    result.revision = *end;
    return result;
}

/// The revisions that a downgrade to `target` takes away first of each branch.
std::vector<int> firstToGo(const Structure &graph, int target)
{
    return target == AtBase ? graph.bases : graph.at(target).children;
}

/// In Alembic's map a base is there once more for each of its labels, which is enough to make it
/// look at the branch.
bool isSeveral(const Structure &graph, int target, const std::vector<int> &first)
{
    if (first.size() > 1 || target != AtBase)
        return first.size() > 1;
    return std::ranges::any_of(graph.labels,
        [&first](const Structure::Label &label) { return std::ranges::find(first, label.owner) != first.end(); });
}

} // namespace

Attempt<DowngradeTarget> downgradeTarget(
    const Symbols &symbols, const Start &current, const QString &target, Symbols::Overwalk overwalk)
{
    if (const std::optional<RelativeSymbol> relative = RelativeSymbol::read(target)) {
        return relative->steps >= 0 ? upFromSymbol(symbols, *relative, overwalk)
                                    : down(symbols, current, *relative, overwalk);
    }
    // Unlike an upgrade, a downgrade splits at the last `@` and asks for the symbol alone.
    DowngradeTarget result;
    const qsizetype at = target.lastIndexOf(u'@');
    if (at > 0)
        result.branch = target.left(at);
    const Attempt<int> vertex = symbols.revision(target.mid(at + 1));
    if (!vertex)
        return std::unexpected(vertex.error());
    result.revision = *vertex;
    return result;
}

std::vector<int> allCurrent(const Structure &graph, const std::vector<int> &rows)
{
    const VertexSet applied = graph.reachable(rows, Edges::Below);
    std::vector<int> result = applied.inFileOrder();
    std::erase_if(result, [&](int vertex) {
        return std::ranges::any_of(
            graph.at(vertex).children, [&applied](int child) { return applied.contains(child); });
    });
    return result;
}

Attempt<Selection> selectDowngrade(const Symbols &symbols, const QStringList &rows, const QString &target)
{
    const Structure &graph = symbols.graph();
    const Start current {.kind = Start::Kind::Rows, .words = rows};
    const Attempt<DowngradeTarget> end = downgradeTarget(symbols, current, target, Symbols::Overwalk::Fails);
    if (!end)
        return std::unexpected(end.error());
    std::vector<int> first = firstToGo(graph, end->revision);
    if (end->branch && isSeveral(graph, end->revision, first)) {
        const Attempt<int> branch = symbols.branch(*end->branch);
        if (!branch)
            return std::unexpected(branch.error());
        const VertexSet line = graph.reachable(std::vector<int> {*branch}, Edges::Down);
        std::erase_if(first, [&line](int vertex) { return !line.contains(vertex); });
        if (first.empty())
            return trouble(Trouble::Kind::Other, u"Not a valid downgrade target from current heads"_s);
    }
    Attempt<std::vector<int>> heads = symbols.revisions(current);
    if (!heads)
        return std::unexpected(heads.error());
    Selection selection {.revisions = graph.reachable(first, Edges::Dependents), .heads = std::move(*heads)};
    selection.revisions.intersect(graph.reachable(selection.heads, Edges::Below));
    const bool standsThere = std::ranges::find(selection.heads, end->revision) != selection.heads.end();
    if (end->revision != AtBase && selection.revisions.isEmpty() && !standsThere)
        return trouble(Trouble::Kind::NotInRange, target);
    return selection;
}

} // namespace Migrations::Graph
