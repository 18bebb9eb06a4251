#pragma once

#include "tests/migrations/graph/randomgraphs.h"

/// A project of random revisions and command lines to run in it one after the other, the same for
/// the same seed on every machine.
struct CommandCase {
    QList<Migrations::Graph::Node> nodes;
    QList<QStringList> commands;

    /// every command of ours that Alembic has too
    [[nodiscard]] static CommandCase random(unsigned seed);
    /// Writes the project: alembic.ini, env.py and revisions whose files have the order of the nodes.
    [[nodiscard]] bool write(const QString &folder) const;
};
