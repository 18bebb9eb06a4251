#include "migrations/plan/revisionstep.h"

#include "migrations/alembic/script.h"
#include "migrations/dialects/dialect.h"
#include "migrations/scripts/sqlsections.h"

namespace Migrations::Plan {

namespace {

Result<void> evaluateSql(
    const Scripts::Revision &revision, Graph::Direction direction, Alembic::Host &host, const CancelToken &cancel)
{
    const Result<QList<Scripts::SqlStatement>> statements = Scripts::sqlStatements(
        revision, direction == Graph::Direction::Upgrade, host.dialect().name());
    if (!statements)
        return failure(statements.error());
    for (const Scripts::SqlStatement &statement : *statements) {
        if (cancel.isCanceled())
            return failure({.code = ErrorCode::Canceled, .message = QStringLiteral("Canceled"), .at = statement.at});
        if (Result<void> done = host.perform(Operations::ExecuteSql {statement.sql}, statement.at); !done)
            return done;
    }
    return {};
}

} // namespace

Result<void> evaluateRevision(
    const Scripts::Revision &revision, Graph::Direction direction, Alembic::Host &host, const CancelToken &cancel)
{
    if (revision.language == Scripts::Language::Sql)
        return evaluateSql(revision, direction, host, cancel);
    const QString function
        = direction == Graph::Direction::Upgrade ? QStringLiteral("upgrade") : QStringLiteral("downgrade");
    return Alembic::evaluateScript(revision.source, revision.path, function, host, {}, cancel);
}

} // namespace Migrations::Plan
