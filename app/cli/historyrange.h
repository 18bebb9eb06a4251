#pragma once

#include "migrations/graph/revisiongraph.h"

namespace Cli {

/// The revisions of `history -r START:END`, newest first; both ends are included and either may be
/// left out. An end is any symbol of Alembic, `current` (the rows of the database), a start of
/// `-N` counts from the end and an end of `+N` from the start.
/// Source: ScriptDirectory.walk_revisions and RevisionMap._collect_upgrade_revisions of Alembic.
class HistoryRange final
{
public:
    [[nodiscard]] static Migrations::Result<HistoryRange> parse(const QString &text);

    [[nodiscard]] bool needsDatabase() const { return isCurrent(m_start) || isCurrent(m_end); }
    [[nodiscard]] Migrations::Result<QStringList> revisions(
        const Migrations::Graph::RevisionGraph &graph, const QStringList &rows) const;

private:
    [[nodiscard]] static bool isCurrent(const QString &symbol) { return symbol == QStringLiteral("current"); }
    [[nodiscard]] Migrations::Result<QStringList> startOf(
        const Migrations::Graph::RevisionGraph &graph, const QStringList &rows, const QStringList &end) const;
    [[nodiscard]] Migrations::Result<QStringList> endOf(
        const Migrations::Graph::RevisionGraph &graph, const QStringList &rows) const;

    QString m_start;
    QString m_end;
};

} // namespace Cli
