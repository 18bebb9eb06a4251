#pragma once

#include "migrations/base/error.h"
#include "migrations/graph/step.h"

#include <functional>
#include <optional>

namespace Migrations::Plan {

/// One SQL statement that a step sends, and where it comes from.
struct Statement {
    QString sql; ///< as Alembic prints it, without the terminator
    SourceLocation at = {}; ///< the line of the script; no file for version rows
    QString operation = {}; ///< for people: "create table account", "version row"
    bool isVersionRow = false; ///< a change of the rows of the version table
    bool isVersionTable = false; ///< its CREATE TABLE, which stands before everything of the step
};

/// A step with everything that it would send.
struct PlannedStep {
    Graph::Step step;
    QString doc;
    QList<Statement> statements;
    QStringList output; ///< lines that the script printed
    QStringList questions; ///< what the script asks; the preview took the answer "yes"
};

/// The statements from the current rows to a target; nothing of it was sent. Steps stop before the
/// first one that cannot be previewed, which `error` then explains.
struct Preview {
    QString dialect;
    QList<Statement> before = {}; ///< outside of any step: the version table, rows that a stamp purges
    QList<PlannedStep> steps = {};
    std::optional<Error> error = {};
    QList<Error> warnings = {}; ///< what should be known before it is applied; nothing stops for it
    bool isTransactionPerStep = false; ///< else one around all of them, where the dialect has one

    [[nodiscard]] bool isEmpty() const { return before.isEmpty() && steps.isEmpty() && !error; }
    /// The text of Alembic's `--sql`, byte for byte (reference §4).
    [[nodiscard]] QString toSqlScript() const;
};

/// Looks at steps before they are run and says what should be known about them.
using Review = std::function<QList<Error>(const QList<Graph::Step> &steps)>;

/// A compiled statement as Alembic prints and we send it: tabs are four spaces, nothing around it.
[[nodiscard]] QString statementText(const QString &compiled);

/// "Running upgrade a -> b", or stamp_revision: base is nothing, so that two blanks stand before the
/// arrow.
[[nodiscard]] QString runningText(const Graph::Step &step);

} // namespace Migrations::Plan
