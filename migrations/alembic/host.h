#pragma once

#include "migrations/base/error.h"
#include "migrations/dialects/dialect.h"
#include "migrations/operations/tablerecreation.h"

#include <QVariant>

namespace Migrations::Alembic {

/// What a query of a script gave.
struct QueryResult {
    QStringList columns;
    QList<QVariantList> rows;
    qint64 affected = -1;
    bool isUnknown = false; ///< the statement was noted, not sent; nobody knows what it gives
};

/// What the command line and the project say to scripts.
struct ScriptSettings {
    QStringList arguments; ///< `-x`, as they were given: "key=value"
    QString tag; ///< `--tag`
    Dialects::NamingConvention convention; ///< of env.py's target_metadata
    QMap<QString, QString> options; ///< of the main section of alembic.ini
};

/// The database side of a script: where its operations go and who answers its questions. An offline
/// host collects statements, a live one sends them; the script cannot tell more than Alembic lets
/// it. Called on the thread that evaluates, in the order of the script.
///
/// How an error reaches the script: Server, Locked, Conflict, NotFound and BadInput become Python
/// exceptions that an `except` may catch (as with Alembic); Unsupported becomes NotImplementedError;
/// every other code (NeedsConnection, Connection, Refused, Canceled…) ends the evaluation.
class Host
{
public:
    virtual ~Host() = default;

    [[nodiscard]] virtual const Dialects::Dialect &dialect() const = 0;
    /// Alembic's `--sql`: context.is_offline_mode()
    [[nodiscard]] virtual bool isOffline() const = 0;
    [[nodiscard]] virtual ScriptSettings settings() const = 0;
    [[nodiscard]] virtual Result<void> perform(
        const Operations::Operation &operation, const SourceLocation &at) = 0;
    /// A batch that makes a table anew. True: done. False: this host has nothing better than Alembic's
    /// own statements, which then come through perform(), one by one.
    [[nodiscard]] virtual Result<bool> recreate(const Operations::TableRecreation::Steps &, const SourceLocation &)
    {
        return false;
    }
    /// op.get_context().autocommit_block(): what was done up to here is committed for good, and the
    /// statements up to endAutocommit(), which always follows, are sent outside of a transaction.
    [[nodiscard]] virtual Result<void> beginAutocommit(const SourceLocation &at) = 0;
    /// the next transaction begins
    [[nodiscard]] virtual Result<void> endAutocommit(const SourceLocation &at) = 0;
    /// connection.execute(): a statement whose rows the script may want
    [[nodiscard]] virtual Result<QueryResult> query(
        const QString &sql, const QVariantMap &parameters, const SourceLocation &at) = 0;
    /// the schema that the inspector shows, as it is at this point of the script
    [[nodiscard]] virtual Result<Schema::Database> schema(const SourceLocation &at) = 0;

    virtual void print(const QString &line, const SourceLocation &at) = 0;
    [[nodiscard]] virtual Result<QString> ask(const QString &prompt, const SourceLocation &at) = 0;
};

} // namespace Migrations::Alembic
