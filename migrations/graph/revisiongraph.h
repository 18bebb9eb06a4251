#pragma once

#include "migrations/base/error.h"
#include "migrations/graph/step.h"

#include <QHash>

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

/// The revisions of a project and how they hang together: order, heads, bases, branch points,
/// labels. Knows nothing of files or databases. Immutable; may be shared between threads.
///
/// Nodes are given in Alembic's file order (folders in order, files by name): Alembic's order of
/// steps depends on it (reference: RevisionMap, `_topological_sort`).
///
/// A duplicate id, a missing parent or a cycle is a problem in problems(), never a reason not to
/// have a graph; questions that touch such a revision answer with that error.
class RevisionGraph final
{
public:
    RevisionGraph() = default;
    [[nodiscard]] static RevisionGraph build(const QList<Node> &nodes);

    // what there is
    [[nodiscard]] bool contains(const QString &id) const;
    [[nodiscard]] const Node *node(const QString &id) const;
    [[nodiscard]] QStringList ids() const; ///< in file order
    [[nodiscard]] QList<Error> problems() const;

    // shape; in file order
    [[nodiscard]] QStringList heads() const; ///< nobody's down revision
    [[nodiscard]] QStringList bases() const;
    [[nodiscard]] QStringList children(const QString &id) const; ///< by down_revision
    [[nodiscard]] bool isBranchPoint(const QString &id) const;
    [[nodiscard]] bool isMergePoint(const QString &id) const;
    /// labels of a revision after propagation
    [[nodiscard]] QStringList labels(const QString &id) const;

    /// every revision, newest first, in the order of `alembic history`
    [[nodiscard]] Result<QStringList> history() const;
    /// the revisions that are applied when the version table has these rows
    [[nodiscard]] Result<QSet<QString>> applied(const QStringList &rows) const;

    // plans: the steps from the rows of the version table to a target symbol
    // (`head`, `heads`, `base`, `+1`, `-2`, an id, a part of one, `label@head`…)
    [[nodiscard]] Result<QList<Step>> upgrade(const QStringList &rows, const QString &target) const;
    [[nodiscard]] Result<QList<Step>> downgrade(const QStringList &rows, const QString &target) const;
    /// one id, whole or abbreviated, or a symbol that means exactly one revision
    [[nodiscard]] Result<QString> resolve(const QString &symbol) const;

private:
    struct Entry;
    QHash<QString, std::shared_ptr<const Entry>> m_entries;
    QStringList m_order;
    QList<Error> m_problems;
};

} // namespace Migrations::Graph
