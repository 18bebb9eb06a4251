#pragma once

#include "migrations/graph/trouble.h"

#include <optional>

namespace Migrations::Graph {

/// `+2`, `-1`, `ae10+1`, `label@+1`, `label@ae10-3`
struct RelativeSymbol {
    std::optional<QString> branch;
    std::optional<QString> symbol;
    QString text; ///< as written, such as `+02`
    QString number; ///< as Python prints it: `2`, `-1`
    QString count; ///< without the sign
    int steps = 0; ///< bounded; no graph has so many revisions

    /// Only the beginning counts, as in Alembic: `+1x` is `+1`.
    [[nodiscard]] static std::optional<RelativeSymbol> read(const QString &target);
};

/// Where a question starts from: the rows of the version table (whole ids, nothing else), or a
/// symbol that the user wrote.
struct Start {
    enum class Kind { Rows, Symbol };

    Kind kind = Kind::Rows;
    QStringList words;
};

/// The grammar of revision symbols (reference: revision-symbol grammar; Alembic's
/// `_resolve_revision_number` and `_revision_for_ident`), over one graph, which must outlive it.
class Symbols final {
public:
    explicit Symbols(const Structure &graph)
        : m_graph(graph)
    {
    }

    [[nodiscard]] const Structure &graph() const { return m_graph; }

    /// what a symbol means; AtBase and TooFar only for `-2` and `label@-2`, counted from the heads
    [[nodiscard]] Attempt<std::vector<int>> revisions(const QString &symbol) const;
    [[nodiscard]] Attempt<std::vector<int>> revisions(const QStringList &symbols) const;
    [[nodiscard]] Attempt<std::vector<int>> revisions(const Start &start) const;
    /// the one revision that a symbol means, or AtBase
    [[nodiscard]] Attempt<int> revision(const QString &symbol) const;
    [[nodiscard]] Attempt<int> row(const QString &id) const;
    /// a whole or abbreviated id or a label; no other symbol
    [[nodiscard]] Attempt<int> named(const QString &word, const std::optional<QString> &branch = {}) const;
    [[nodiscard]] Attempt<int> branch(const QString &label) const;

    /// those that are ancestors or descendants of what `branch` means
    [[nodiscard]] Attempt<std::vector<int>> ofLineage(
        const std::vector<int> &vertices, const QString &branch, Edges downwards = Edges::Down) const;

    enum class Overwalk { Fails, StopsThere };
    /// `steps` up (along `branch`) or down from a revision; AtBase starts below the bases when it
    /// goes up and, as in Alembic, above the heads when it goes down.
    [[nodiscard]] Attempt<int> walk(
        int start, int steps, const std::optional<QString> &branch, Overwalk overwalk) const;

private:
    struct Words {
        QStringList ids; ///< ids, parts of ids, labels
        std::optional<QString> branch;
    };
    [[nodiscard]] Attempt<Words> words(const QString &symbol) const;
    [[nodiscard]] Attempt<QStringList> currentHead(const QString &branch) const;
    [[nodiscard]] Attempt<std::vector<int>> belowHeads(int steps, const std::optional<QString> &branch) const;
    /// the tests of ofLineage; nothing when everything passes
    [[nodiscard]] Attempt<std::optional<VertexSet>> lineage(const Words &words, Edges downwards) const;
    [[nodiscard]] Attempt<int> byBeginning(const QString &word, const std::optional<QString> &branch) const;
    [[nodiscard]] Attempt<int> label(int number) const;

    const Structure &m_graph;
};

} // namespace Migrations::Graph
