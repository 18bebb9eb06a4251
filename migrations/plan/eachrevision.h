#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/plan/planner.h"

namespace Migrations::Plan {

/// One revision by itself, in one direction.
struct RevisionSql {
    PlannedStep planned; ///< with what came before the error, when there is one
    std::optional<Error> error = {};

    /// As Alembic prints the step, without its version rows and the line that announces it.
    [[nodiscard]] QString sql() const;
    /// The version rows in the same way.
    [[nodiscard]] QString versionSql() const;
};

/// How far a revision can be read without running it.
enum class Readability {
    Readable, ///< all its SQL is known
    Refuses, ///< all of it was read, and it ends in an exception of its own or of the dialect
    WithConnection, ///< it asks the database
    Opaque, ///< it uses what is not read
};

/// One revision by itself, both ways.
struct RevisionBothWays {
    RevisionSql upgrade;
    std::optional<RevisionSql> downgrade = {}; ///< unset: no way back leads over it

    [[nodiscard]] const QString &id() const { return upgrade.planned.step.revision; }
    [[nodiscard]] Readability readability() const; ///< of the worse direction
    /// why it is not Readable, of the direction that readability() is about
    [[nodiscard]] std::optional<Error> reason() const;
};

/// Every revision from base to the heads and back, in Alembic's order, as in one offline run each
/// way. One that cannot be rendered has its error and does not end the run: the next ones are rendered
/// as though it had been applied, which for questions about the schema means that nobody knows the
/// answer from there on. Of the request, rows, direction and target do not count.
[[nodiscard]] Result<QList<RevisionBothWays>> renderEach(PreviewRequest request, const CancelToken &cancel = {});

} // namespace Migrations::Plan
