#pragma once

#include "migrations/base/error.h"
#include "migrations/graph/step.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace Migrations::Graph {

/// A revision as the graph sees it: its id and what it names.
struct Node {
    QString id;
    QStringList down; ///< down_revision; empty: a base
    QStringList dependsOn = {}; ///< ids or branch labels
    QStringList labels = {}; ///< branch_labels of its own
    SourceLocation at = {}; ///< for problems
    friend bool operator==(const Node &, const Node &) = default;
};

struct Structure;

/// The revisions of a project and how they hang together: order, heads, bases, branch points,
/// labels. Knows nothing of files or databases. Immutable; may be shared between threads; a copy is
/// cheap.
///
/// Nodes are given in Alembic's file order (folders in order, files by name): Alembic's order of
/// steps depends on it (reference: RevisionMap, `_topological_sort`). Where Alembic's order is that
/// of a Python set, and so differs from process to process, ours is file order.
///
/// A duplicate id, a missing parent or a cycle is a problem in problems(), never a reason not to
/// have a graph; questions that touch such a revision answer with that error. An edge that would
/// close a cycle is left out. Messages are Alembic's own (reference: exact error messages); the next
/// step is ours.
///
/// Rows of the version table are whole ids. Unlike Alembic, which reads a row such as `head` or
/// `ae1` as a symbol, any other row is "Can't locate revision identified by".
class RevisionGraph final {
public:
    RevisionGraph();
    [[nodiscard]] static RevisionGraph build(const QList<Node> &nodes);

    // what there is
    [[nodiscard]] bool contains(const QString &id) const;
    [[nodiscard]] const Node *node(const QString &id) const; ///< lives as long as a copy of the graph
    [[nodiscard]] QStringList ids() const; ///< in file order
    [[nodiscard]] QList<Error> problems() const;
    /// what keeps steps from touching a revision
    [[nodiscard]] std::optional<Error> problem(const QString &id) const;

    // shape; in file order
    [[nodiscard]] QStringList heads() const; ///< nobody's down revision
    [[nodiscard]] QStringList realHeads() const; ///< nor a dependency of anybody: what `heads` means
    [[nodiscard]] QStringList effectiveHeads() const; ///< heads that somebody depends on
    [[nodiscard]] QStringList bases() const;
    [[nodiscard]] QStringList branchPoints() const;
    [[nodiscard]] QStringList mergePoints() const;
    [[nodiscard]] QStringList children(const QString &id) const; ///< by down_revision
    [[nodiscard]] QStringList dependents(const QString &id) const; ///< by depends_on alone
    [[nodiscard]] QStringList dependencies(const QString &id) const; ///< depends_on, labels resolved
    [[nodiscard]] bool isHead(const QString &id) const;
    [[nodiscard]] bool isRealHead(const QString &id) const;
    [[nodiscard]] bool isBranchPoint(const QString &id) const;
    [[nodiscard]] bool isMergePoint(const QString &id) const;
    /// labels of a revision after propagation
    [[nodiscard]] QStringList labels(const QString &id) const;

    /// every revision, newest first, in the order of `alembic history`
    [[nodiscard]] Result<QStringList> history() const;
    /// `alembic history -r [start]:[end]`, both ends included; the rows are what `current` means
    [[nodiscard]] Result<QStringList> history(const QString &range, const QStringList &rows = {}) const;
    /// the revisions that are applied when the version table has these rows
    [[nodiscard]] Result<QSet<QString>> applied(const QStringList &rows) const;
    /// what `alembic current` shows: the rows, and heads of branches that are applied only because
    /// a row depends on them
    [[nodiscard]] Result<QStringList> allCurrent(const QStringList &rows) const;

    // plans: the steps from the rows of the version table to a target symbol
    // (`head`, `heads`, `base`, `+1`, `-2`, an id, a part of one, `label@head`…)
    [[nodiscard]] Result<QList<Step>> upgrade(const QStringList &rows, const QString &target) const;
    [[nodiscard]] Result<QList<Step>> downgrade(const QStringList &rows, const QString &target) const;
    /// Several targets, as `alembic stamp` takes them. With `purge` the rows do not matter, not even
    /// unknown ones.
    [[nodiscard]] Result<StampPlan> stamp(
        const QStringList &rows, const QStringList &targets, bool purge = false) const;
    /// Alembic's warning about a `-N` that has several rows to start from, otherwise empty; the
    /// downgrade starts at the first row.
    [[nodiscard]] QString downgradeWarning(const QStringList &rows, const QString &target) const;

    /// Why a row of the version table that no revision has is a failure: the ids that are near, and
    /// what can be done.
    [[nodiscard]] Error unknownRow(const QString &row) const;

    // symbols
    /// One id, whole or abbreviated, or a symbol that means exactly one revision. Empty for `base`.
    [[nodiscard]] Result<QString> resolve(const QString &symbol) const;
    /// All revisions that the symbols mean, in their order (`get_revisions`); `base` adds none.
    [[nodiscard]] Result<QStringList> resolveAll(const QStringList &symbols) const;
    /// `from:to` of an offline upgrade or downgrade; an upgrade may leave out the start.
    [[nodiscard]] Result<OfflineRange> offlineRange(Direction direction, const QString &range) const;
    /// `from:to` words of an offline stamp, with one start at most
    [[nodiscard]] Result<OfflineRange> offlineStamp(const QStringList &words) const;

private:
    [[nodiscard]] int numberOf(const QString &id) const;
    [[nodiscard]] Result<QStringList> startingRows(const QString &start) const;

    std::shared_ptr<const Structure> m_graph;
};

} // namespace Migrations::Graph
