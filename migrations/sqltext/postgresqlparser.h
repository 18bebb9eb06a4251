#pragma once

#include "migrations/base/error.h"

#include <QList>

namespace Migrations::SqlText {

enum class StatementKind {
    Query, ///< SELECT, VALUES, SHOW, EXPLAIN
    Dml, ///< INSERT, UPDATE, DELETE, MERGE, COPY, TRUNCATE
    Ddl,
    Transaction, ///< BEGIN, COMMIT, SAVEPOINT…
    Utility, ///< SET, VACUUM, LOCK, GRANT, DO…
};

/// What a statement is, as PostgreSQL's own parser sees it.
struct StatementClass {
    StatementKind kind = StatementKind::Utility;
    QString node; ///< PostgreSQL's name of the statement: "CreateStmt", "IndexStmt"…
    /// "cannot run inside a transaction block": CREATE INDEX CONCURRENTLY, VACUUM, CREATE DATABASE…
    bool needsAutocommit = false;
    /// ALTER TYPE … ADD VALUE: a value that cannot be used before the transaction has ended
    bool addsEnumValue = false;
    friend bool operator==(const StatementClass &, const StatementClass &) = default;
};

/// PostgreSQL 17's parser (libpg_query). It knows the grammar, not the database: whether a table
/// exists is not its question. Stateless, thread safe.
class PostgresqlParser final
{
public:
    /// Fails with Syntax, the server's message, and line, column and excerpt in `sql`.
    [[nodiscard]] static Result<void> check(const QString &sql);

    /// One entry for each statement of the text; fails as check() does.
    [[nodiscard]] static Result<QList<StatementClass>> classify(const QString &sql);
};

} // namespace Migrations::SqlText
