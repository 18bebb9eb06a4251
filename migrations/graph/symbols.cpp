#include "migrations/graph/symbols.h"

#include <QRegularExpression>

#include <algorithm>

namespace Migrations::Graph {

using namespace Qt::StringLiterals;

namespace {

/// farther than any walk goes, and safe to negate
constexpr int Farthest = 1'000'000'000;

/// Python's int(): digits of any script, here without a sign
int boundedNumber(QStringView digits)
{
    qint64 result = 0;
    for (const QChar digit : digits)
        result = std::min<qint64>(result * 10 + digit.digitValue(), Farthest);
    return int(result);
}

QString withoutLeadingZeros(QStringView digits)
{
    QString result;
    for (const QChar digit : digits) {
        if (!result.isEmpty() || digit.digitValue() != 0)
            result += QString::number(digit.digitValue());
    }
    return result.isEmpty() ? u"0"_s : result;
}

/// the value of a text that Python's int() takes and that is below zero
std::optional<int> negativeNumber(const QString &text)
{
    static const QRegularExpression pattern(
        u"^\\s*-(\\d+(?:_\\d+)*)\\s*$"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int number = boundedNumber(match.captured(1).remove(u'_'));
    return number == 0 ? std::nullopt : std::optional(-number);
}

std::optional<QString> captured(const QRegularExpressionMatch &match, int group)
{
    return match.hasCaptured(group) ? std::optional(match.captured(group)) : std::nullopt;
}

} // namespace

std::optional<RelativeSymbol> RelativeSymbol::read(const QString &target)
{
    static const QRegularExpression pattern(
        u"(?:(.+?)@)?(\\w+)?([+-])(\\d+)"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match =
        pattern.match(target, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return std::nullopt;
    const QString sign = match.captured(3);
    const QString digits = match.captured(4);
    RelativeSymbol result {.branch = captured(match, 1), .symbol = captured(match, 2), .text = sign + digits};
    result.count = withoutLeadingZeros(digits);
    const bool down = sign == u"-"_s && result.count != u"0"_s;
    result.number = down ? u'-' + result.count : result.count;
    result.steps = down ? -boundedNumber(digits) : boundedNumber(digits);
    return result;
}

Attempt<std::vector<int>> Symbols::revisions(const QString &symbol) const
{
    const Attempt<Words> meant = words(symbol);
    if (!meant)
        return std::unexpected(meant.error());
    if (meant->ids.size() == 1) {
        if (const std::optional<int> steps = negativeNumber(meant->ids.front()))
            return belowHeads(*steps, meant->branch);
    }
    std::vector<int> result;
    for (const QString &id : meant->ids) {
        const Attempt<int> vertex = named(id, meant->branch);
        if (!vertex)
            return std::unexpected(vertex.error());
        result.push_back(*vertex);
    }
    return result;
}

Attempt<std::vector<int>> Symbols::revisions(const QStringList &symbols) const
{
    std::vector<int> result;
    for (const QString &symbol : symbols) {
        const Attempt<std::vector<int>> some = revisions(symbol);
        if (!some)
            return some;
        result.insert(result.end(), some->begin(), some->end());
    }
    return result;
}

Attempt<std::vector<int>> Symbols::revisions(const Start &start) const
{
    if (start.kind == Start::Kind::Symbol)
        return revisions(start.words);
    std::vector<int> result;
    for (const QString &id : start.words) {
        const Attempt<int> vertex = row(id);
        if (!vertex)
            return std::unexpected(vertex.error());
        result.push_back(*vertex);
    }
    return result;
}

Attempt<int> Symbols::revision(const QString &symbol) const
{
    const Attempt<Words> meant = words(symbol);
    if (!meant)
        return std::unexpected(meant.error());
    if (meant->ids.size() > 1)
        return trouble(Trouble::Kind::SeveralHeads, symbol, meant->ids);
    if (meant->ids.isEmpty()) {
        if (const QString branch = meant->branch.value_or(QString()); !branch.isEmpty()) {
            if (const Attempt<int> known = this->branch(branch); !known)
                return known;
        }
        return AtBase;
    }
    return named(meant->ids.front(), meant->branch);
}

Attempt<int> Symbols::row(const QString &id) const
{
    const auto found = m_graph.byId.constFind(id);
    if (found == m_graph.byId.cend())
        return trouble(Trouble::Kind::UnknownRow, id);
    return *found;
}

Attempt<int> Symbols::named(const QString &word, const std::optional<QString> &branch) const
{
    const bool inBranch = branch && !branch->isEmpty();
    int branchRevision = AtBase;
    if (inBranch) {
        const Attempt<int> resolved = this->branch(*branch);
        if (!resolved)
            return resolved;
        branchRevision = *resolved;
    }
    Attempt<int> vertex = AtBase;
    if (const auto id = m_graph.byId.constFind(word); id != m_graph.byId.cend())
        vertex = *id;
    else if (const auto number = m_graph.byLabel.constFind(word); number != m_graph.byLabel.cend())
        vertex = label(*number);
    else
        vertex = byBeginning(word, inBranch ? branch : std::nullopt);
    if (!vertex || !inBranch)
        return vertex;
    const std::vector<int> test {branchRevision};
    const bool member = m_graph.reachable(test, Edges::Down).contains(*vertex)
        || m_graph.reachable(test, Edges::Children).contains(*vertex);
    if (!member)
        return trouble(Trouble::Kind::NotInBranch, word, {m_graph.id(*vertex), *branch});
    return vertex;
}

Attempt<int> Symbols::branch(const QString &label) const
{
    // Alembic looks for the exact word first and then for an abbreviation, as named() does
    return named(label);
}

Attempt<int> Symbols::byBeginning(const QString &word, const std::optional<QString> &branch) const
{
    constexpr qsizetype ShortestKey = 4;
    if (word.isEmpty())
        return trouble(Trouble::Kind::NotFound, word);
    std::vector<int> found;
    QStringList names;
    const auto consider = [&](const QString &name, int vertex) {
        if (name.size() >= ShortestKey && name.startsWith(word)) {
            found.push_back(vertex);
            names << name;
        }
    };
    for (std::size_t i = 0; i < m_graph.vertices.size(); ++i)
        consider(m_graph.vertices[i].node.id, int(i));
    for (const Structure::Label &label : m_graph.labels)
        consider(label.name, label.owner);
    if (branch) {
        const Attempt<std::vector<int>> inBranch = ofLineage(found, *branch);
        if (!inBranch)
            return std::unexpected(inBranch.error());
        found = *inBranch;
    }
    // A label counts beside the id of its own revision, as a key of Alembic's map.
    if (found.size() != 1)
        return trouble(Trouble::Kind::NotFound, word, found.empty() ? QStringList() : names.mid(0, 3));
    return found.front();
}

Attempt<int> Symbols::label(int number) const
{
    const Structure::Label &label = m_graph.labels[std::size_t(number)];
    if (label.problem >= 0) {
        return std::unexpected(
            Trouble {.kind = Trouble::Kind::Broken, .argument = label.name, .problem = label.problem});
    }
    return label.owner;
}

Attempt<Symbols::Words> Symbols::words(const QString &symbol) const
{
    Words result;
    QString word = symbol;
    if (const qsizetype at = symbol.indexOf(u'@'); at >= 0) {
        result.branch = symbol.left(at);
        word = symbol.mid(at + 1);
    }
    const QString branch = result.branch.value_or(QString());
    if (word == u"heads"_s) {
        Attempt<std::vector<int>> heads = branch.isEmpty() ? m_graph.realHeads : ofLineage(m_graph.heads, branch);
        if (!heads)
            return std::unexpected(heads.error());
        result.ids = m_graph.ids(*heads);
    } else if (word == u"head"_s) {
        const Attempt<QStringList> head = currentHead(branch);
        if (!head)
            return std::unexpected(head.error());
        result.ids = *head;
    } else if (word != u"base"_s) {
        result.ids = {word};
    }
    return result;
}

Attempt<QStringList> Symbols::currentHead(const QString &branch) const
{
    Attempt<std::vector<int>> heads = branch.isEmpty() ? m_graph.heads : ofLineage(m_graph.heads, branch);
    if (!heads)
        return std::unexpected(heads.error());
    if (heads->size() > 1) {
        return trouble(
            Trouble::Kind::SeveralHeads, branch.isEmpty() ? u"head"_s : branch + u"@head"_s, m_graph.ids(*heads));
    }
    return m_graph.ids(*heads);
}

Attempt<std::vector<int>> Symbols::belowHeads(int steps, const std::optional<QString> &branch) const
{
    const auto label = branch ? m_graph.byLabel.constFind(*branch) : m_graph.byLabel.cend();
    std::vector<int> result;
    for (const int head : m_graph.realHeads) {
        const std::vector<int> &labels = m_graph.at(head).labels;
        const bool wanted =
            !branch || (label != m_graph.byLabel.cend() && std::ranges::find(labels, *label) != labels.end());
        if (!wanted)
            continue;
        const Attempt<int> vertex = walk(head, steps, std::nullopt, Overwalk::Fails);
        if (!vertex)
            return std::unexpected(vertex.error());
        result.push_back(*vertex);
    }
    return result;
}

Attempt<std::optional<VertexSet>> Symbols::lineage(const Words &words, Edges downwards) const
{
    QStringList tests = words.ids;
    if (words.branch && !words.branch->isEmpty())
        tests.prepend(*words.branch);
    if (tests.isEmpty())
        return std::nullopt;
    std::vector<int> vertices;
    for (const QString &test : std::as_const(tests)) {
        const Attempt<int> vertex = named(test);
        if (!vertex)
            return std::unexpected(vertex.error());
        vertices.push_back(*vertex);
    }
    VertexSet result = m_graph.reachable(vertices, downwards);
    result.insert(
        m_graph.reachable(vertices, downwards == Edges::Down ? Edges::Children : Edges::Dependents).inFileOrder());
    return result;
}

Attempt<std::vector<int>> Symbols::ofLineage(
    const std::vector<int> &vertices, const QString &branch, Edges downwards) const
{
    const Attempt<Words> meant = words(branch);
    if (!meant)
        return std::unexpected(meant.error());
    // As in Alembic an unknown branch is found out only when there is something to test.
    if (vertices.empty())
        return vertices;
    const Attempt<std::optional<VertexSet>> members = lineage(*meant, downwards);
    if (!members)
        return std::unexpected(members.error());
    std::vector<int> result;
    std::ranges::copy_if(vertices, std::back_inserter(result),
        [&members](int vertex) { return !members->has_value() || (*members)->contains(vertex); });
    return result;
}

Attempt<int> Symbols::walk(int start, int steps, const std::optional<QString> &branch, Overwalk overwalk) const
{
    const bool filtered = steps > 0 && branch && !branch->isEmpty();
    Attempt<Words> meant;
    if (filtered) {
        meant = words(*branch);
        if (!meant)
            return std::unexpected(meant.error());
    }
    std::optional<std::optional<VertexSet>> members;
    bool started = start != AtBase;
    int vertex = start;
    for (int i = 0; i < qAbs(steps); ++i) {
        std::vector<int> next;
        if (!started)
            next = steps > 0 ? m_graph.bases : m_graph.heads;
        else if (steps > 0)
            next = m_graph.at(vertex).children;
        else if (vertex != AtBase)
            next = m_graph.at(vertex).down.empty() ? std::vector<int> {AtBase} : m_graph.at(vertex).down;
        if (filtered && !next.empty()) {
            if (!members) {
                const Attempt<std::optional<VertexSet>> found = lineage(*meant, Edges::Down);
                if (!found)
                    return std::unexpected(found.error());
                members = *found;
            }
            std::erase_if(next, [&](int other) { return members->has_value() && !(*members)->contains(other); });
        }
        if (next.empty())
            return overwalk == Overwalk::Fails || !started ? TooFar : vertex;
        if (next.size() > 1)
            return trouble(Trouble::Kind::Other, u"Ambiguous walk"_s);
        vertex = next.front();
        started = true;
    }
    return started ? vertex : TooFar;
}

} // namespace Migrations::Graph
