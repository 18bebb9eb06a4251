#include "migrations/plan/revisionstep.h"

#include "migrations/alembic/script.h"
#include "migrations/dialects/dialect.h"
#include "migrations/scripts/revisionsource.h"
#include "migrations/scripts/sqlsections.h"

#include <QCoreApplication>

namespace Migrations::Plan {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Result<void> evaluateSql(
    const QByteArray &source, const QString &path, bool up, Alembic::Host &host, const CancelToken &cancel)
{
    const Result<QList<Scripts::SqlStatement>> statements
        = Scripts::sqlStatements(source, path, up, host.dialect().name());
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

Result<void> evaluateRevision(const Scripts::Revision &revision, Graph::Direction direction, Alembic::Host &host,
    const Alembic::Surroundings &surroundings, const CancelToken &cancel)
{
    const Result<QByteArray> source = Scripts::readSource(revision);
    if (!source)
        return failure(source.error());
    const bool up = direction == Graph::Direction::Upgrade;
    if (revision.language == Scripts::Language::Sql)
        return evaluateSql(*source, revision.path, up, host, cancel);
    const QString function = up ? QStringLiteral("upgrade") : QStringLiteral("downgrade");
    return Alembic::evaluateScript(*source, revision.path, function, host, {}, cancel, surroundings);
}

Result<void> evaluateStep(const Scripts::ScriptDirectory &scripts, const Graph::Step &step, Alembic::Host &host,
    const Alembic::Surroundings &surroundings, const CancelToken &cancel)
{
    if (const Scripts::Revision *revision = scripts.revision(step.revision))
        return evaluateRevision(*revision, step.direction, host, surroundings, cancel);
    return failure({.code = ErrorCode::NotFound,
        .message = QStringLiteral("Can't locate revision identified by '%1'").arg(step.revision),
        .nextStep = Tr::tr("Bring the revision's file back into the versions folder.")});
}

} // namespace Migrations::Plan
