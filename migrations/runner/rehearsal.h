#pragma once

#include "migrations/diff/schemachanges.h"
#include "migrations/runner/runevent.h"

namespace Migrations::Runner {

/// What a dry run found out. Everything in it was rolled back.
struct Rehearsal {
    struct Statement {
        QString revision;
        QString sql;
        SourceLocation at;
        std::chrono::microseconds elapsed {};
        qint64 rows = -1; ///< affected; -1: not told by the database
        std::optional<StatementMeasured> measured = {}; ///< PostgreSQL
        QString skipped = {}; ///< why it was not sent; empty: it was
    };

    QList<Statement> statements;
    QList<Diff::SchemaChange> changes; ///< of the schema, by all steps together
};

} // namespace Migrations::Runner
