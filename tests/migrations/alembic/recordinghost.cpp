#include "tests/migrations/alembic/recordinghost.h"

#include "migrations/dialects/dialect.h"

using namespace Migrations;

const Dialects::Dialect &RecordingHost::dialect() const
{
    return *Dialects::Dialect::byName(m_dialect);
}

Result<void> RecordingHost::beginAutocommit(const SourceLocation &)
{
    if (dialect().hasTransactionalDdl())
        statements << QStringLiteral("COMMIT");
    return {};
}

Result<void> RecordingHost::endAutocommit(const SourceLocation &)
{
    if (dialect().hasTransactionalDdl())
        statements << QStringLiteral("BEGIN");
    return {};
}

Result<void> RecordingHost::perform(const Operations::Operation &operation, const SourceLocation &at)
{
    if (failure)
        return Migrations::failure(*failure);
    operations << operation;
    lines << at.line;
    const Dialects::Rendered rendered = dialect().compiler()->compile(operation);
    statements << rendered.statements;
    return rendered.refusal ? Result<void>(Migrations::failure(*rendered.refusal)) : Result<void>();
}

Result<Alembic::QueryResult> RecordingHost::query(
    const QString &sql, const QVariantMap &parameters, const SourceLocation &)
{
    QString text = sql;
    for (auto parameter = parameters.cbegin(); parameter != parameters.cend(); ++parameter)
        text += QStringLiteral(" [%1=%2]").arg(parameter.key(), parameter.value().toString());
    queries << text;
    if (m_offline)
        statements << text;
    Alembic::QueryResult result = rows;
    result.isUnknown = m_offline;
    return result;
}

Result<QString> RecordingHost::ask(const QString &prompt, const SourceLocation &)
{
    asked << prompt;
    if (answer.isEmpty())
        return Migrations::failure(ErrorCode::Refused, QStringLiteral("nobody is here"));
    return answer;
}
