#include "migrations/plan/revisionstep.h"

#include "migrations/alembic/script.h"
#include "migrations/dialects/dialect.h"
#include "migrations/python/parser.h"
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

Result<RevisionBody> readBody(const Scripts::Revision &revision)
{
    Result<QByteArray> source = Scripts::readSource(revision);
    if (!source)
        return failure(source.error());
    if (revision.language == Scripts::Language::Sql)
        return RevisionBody {.revision = &revision, .sql = std::move(*source), .script = {}};
    return Python::parse(*source, revision.path).transform([&](std::shared_ptr<const Python::Module> script) {
        return RevisionBody {.revision = &revision, .sql = {}, .script = std::move(script)};
    });
}

Result<RevisionBody> readBody(const Scripts::ScriptDirectory &scripts, const Graph::Step &step)
{
    if (const Scripts::Revision *revision = scripts.revision(step.revision))
        return readBody(*revision);
    return failure({.code = ErrorCode::NotFound,
        .message = QStringLiteral("Can't locate revision identified by '%1'").arg(step.revision),
        .nextStep = Tr::tr("Bring the revision's file back into the versions folder.")});
}

Result<void> evaluateBody(const RevisionBody &body, Graph::Direction direction, Alembic::Host &host,
    const Alembic::Surroundings &surroundings, const CancelToken &cancel)
{
    const bool up = direction == Graph::Direction::Upgrade;
    if (!body.script)
        return evaluateSql(body.sql, body.revision->path, up, host, cancel);
    const QString function = up ? QStringLiteral("upgrade") : QStringLiteral("downgrade");
    return Alembic::evaluateScript(body.script, function, host, {}, cancel, surroundings);
}

Result<void> evaluateRevision(const Scripts::Revision &revision, Graph::Direction direction, Alembic::Host &host,
    const Alembic::Surroundings &surroundings, const CancelToken &cancel)
{
    return readBody(revision).and_then(
        [&](const RevisionBody &body) { return evaluateBody(body, direction, host, surroundings, cancel); });
}

} // namespace Migrations::Plan
