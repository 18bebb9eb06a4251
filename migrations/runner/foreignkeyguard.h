#pragma once

#include "migrations/graph/step.h"
#include "migrations/runner/foreignkeyviolations.h"
#include "migrations/scripts/revision.h"

#include <optional>

namespace Migrations::Runner {

/// Foreign keys of a SQLite connection off around steps that may make a table anew: with them on,
/// DROP TABLE deletes the rows of its children, and inside a transaction the pragma does nothing. On
/// again for other steps, and when it goes, which has to be after the transaction, however that ended.
///
/// Where they were off, or on another database, it does nothing. The connection outlives it.
class ForeignKeyGuard final
{
public:
    explicit ForeignKeyGuard(Database::Connection &connection)
        : m_connection(connection)
    {
    }
    ~ForeignKeyGuard();
    Q_DISABLE_COPY_MOVE(ForeignKeyGuard)

    /// Before BEGIN of a transaction with these steps: off where a script has batch_alter_table() in it,
    /// else on again. Inside a transaction nothing.
    [[nodiscard]] Result<void> beforeBegin(const Scripts::ScriptDirectory &scripts, const QList<Graph::Step> &steps);
    /// Outside of a transaction; which rows have no parent already is kept for check(). Refused when the
    /// connection keeps them on all the same.
    [[nodiscard]] Result<void> turnOff();
    /// before COMMIT: Conflict when the step has left others without one
    [[nodiscard]] Result<void> check();

    /// unset: no SQLite
    [[nodiscard]] static Result<std::optional<bool>> areOn(Database::Connection &connection);

private:
    void turnOn();

    Database::Connection &m_connection;
    bool m_isOff = false; ///< by this
    ForeignKeyViolations m_before;
};

} // namespace Migrations::Runner
