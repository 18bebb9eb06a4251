#pragma once

#include "migrations/base/error.h"

#include <QStringList>

namespace Migrations::SqlText {

/// One statement of a text.
struct Statement {
    QString text; ///< without surrounding space and terminator, with its comments
    qsizetype offset = 0; ///< of `text` in the whole
    int line = 1; ///< of its first word, behind comments
    friend bool operator==(const Statement &, const Statement &) = default;
};

/// Splits SQL text into statements as the database itself would. Comments and empty statements
/// alone are no statements. Stateless, thread safe.
class StatementSplitter final
{
public:
    /// With PostgreSQL's own parser, which knows BEGIN ATOMIC … END and CREATE RULE … DO (…; …); a
    /// text that it does not accept is split by its scanner, so that a later look at the single
    /// statement can say what is wrong. Fails (Syntax) where not even that works: an unterminated
    /// string, comment or identifier.
    [[nodiscard]] static Result<QList<Statement>> postgresql(const QString &sql);

    /// By SQLite's rules for a complete statement: CREATE TRIGGER ends at its END. Fails (Syntax) at
    /// an unterminated string or identifier.
    [[nodiscard]] static Result<QList<Statement>> sqlite(const QString &sql);

    /// by the name of a dialect; Unsupported for another one
    [[nodiscard]] static Result<QList<Statement>> forDialect(const QString &dialect, const QString &sql);
};

} // namespace Migrations::SqlText
