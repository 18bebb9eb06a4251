#pragma once

#include "migrations/graph/revisiongraph.h"

#include <QByteArray>

namespace Migrations {

class Project;

// What commands need that change several revisions at once.

/// the revisions of a graph, in its order
[[nodiscard]] QList<Graph::Node> nodesOf(const Graph::RevisionGraph &graph);

/// The graph of the changed nodes. BadInput when they have a problem that the graph has not: a cycle,
/// a parent that is gone.
[[nodiscard]] Result<Graph::RevisionGraph> changedGraph(
    const Graph::RevisionGraph &before, const QList<Graph::Node> &nodes);

/// A revision's file as it is on disk now. Errors: NotFound, Io.
[[nodiscard]] Result<QByteArray> fileOf(const Project &project, const QString &revision);

} // namespace Migrations
