#pragma once

#include "migrations/base/questions.h"
#include "migrations/dialects/sqlite/tablerebuild.h"
#include "migrations/runner/carriedobjects.h"

#include <functional>

namespace Migrations::Database {
class Connection;
struct Rows;
}

namespace Migrations::Runner {

/// Makes a table of a SQLite database anew as Dialects::Sqlite::TableRebuild says, and looks that
/// nothing is lost: every row is copied, no row loses its parent, views and triggers still work. All
/// of it or nothing, in a savepoint of its own. Used once; refers to all of it.
class TableRebuilder final
{
public:
    /// who sends a statement, and tells it
    using Send = std::function<Result<void>(const QString &sql)>;

    TableRebuilder(Database::Connection &connection, Dialects::Compiler &compiler, Questions &questions,
        CarriedObjects &carried, Send send)
        : m_connection(connection), m_compiler(compiler), m_questions(questions), m_carried(carried)
        , m_send(std::move(send))
    {
    }

    /// Errors besides the server's: Refused when foreign keys are on inside a transaction, or when a
    /// table that an earlier run has left shall stay; Conflict when something cannot be kept.
    [[nodiscard]] Result<void> run(const Operations::TableRecreation::Steps &steps);
    /// to tell after it: CHECKs that went with a column
    [[nodiscard]] const QList<Error> &warnings() const { return m_warnings; }

private:
    using Statement = Dialects::Sqlite::RebuildStatement;

    [[nodiscard]] Result<void> rebuild(const Operations::TableRecreation::Steps &steps);
    [[nodiscard]] Result<void> checkForeignKeysAreOff();
    [[nodiscard]] Result<void> removeLeftover();
    [[nodiscard]] Result<QString> leftoverQuestion();
    [[nodiscard]] Result<void> send(const Statement &statement);
    [[nodiscard]] Result<void> createTrigger(const Statement &statement);
    [[nodiscard]] Result<void> countRows(const QString &table);
    [[nodiscard]] Result<Dialects::Sqlite::StoredObjects> stored();
    [[nodiscard]] Result<qint64> number(const QString &query);

    Database::Connection &m_connection;
    Dialects::Compiler &m_compiler;
    Questions &m_questions;
    CarriedObjects &m_carried;
    Send m_send;
    QString m_table;
    QString m_newTable;
    Dependents m_dependents;
    QList<Error> m_warnings;
};

} // namespace Migrations::Runner
