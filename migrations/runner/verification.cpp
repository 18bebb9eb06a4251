#include "migrations/runner/verification.h"

#include "migrations/database/connection.h"
#include "migrations/inspection/inspector.h"
#include "migrations/runner/invalidindexes.h"

#include <QCoreApplication>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Result<QSet<QString>> triggersOf(Database::Connection &connection)
{
    const QString sql = connection.url().isSqlite()
        ? u"SELECT name FROM sqlite_master WHERE type = 'trigger' UNION ALL SELECT name FROM sqlite_temp_master WHERE "
          "type = 'trigger'"_s
        : u"SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal"_s;
    return connection.execute(sql).transform([](const Database::Rows &rows) {
        QSet<QString> names;
        for (const QVariantList &row : rows.rows)
            names << row.front().toString();
        return names;
    });
}

// an inspection is of the first schema of the search path
Result<Schema::Database> inspectSchema(Database::Connection &connection, const QString &schema)
{
    if (schema.isEmpty() || connection.url().isSqlite())
        return Inspection::inspect(connection);
    if (const Result<void> begun = connection.beginReadOnly(); !begun)
        return failure(begun.error());
    Result<Schema::Database> found
        = connection.execute(u"SELECT set_config('search_path', quote_ident(:schema), true)"_s, {{u"schema"_s, schema}})
              .and_then([&](const Database::Rows &) { return Inspection::inspect(connection); });
    connection.rollback();
    if (!found)
        return found;
    for (Schema::Table &table : found->tables)
        table.schema = schema;
    for (Schema::EnumType &type : found->enums)
        type.schema = schema;
    return found;
}

} // namespace

QList<Error> warningsAfterRun(Database::Connection &connection, const Operations::Claims &claims)
{
    QList<Error> warnings = verify(connection, claims).value_or(QList<Error>());
    const QStringList invalid = invalidIndexes(connection).value_or(QStringList());
    for (const QString &index : invalid)
        warnings << invalidIndexWarning(index);
    return warnings;
}

Result<QList<Error>> verify(Database::Connection &connection, const Operations::Claims &claims)
{
    QList<Error> errors;
    if (claims.size() == 0)
        return errors;
    Schema::Database found;
    const QSet<QString> schemas = claims.schemas();
    for (const QString &schema : schemas) {
        const Result<Schema::Database> part = inspectSchema(connection, schema);
        if (!part)
            return failure(part.error());
        found.tables << part->tables;
        found.enums << part->enums;
    }
    const Result<QSet<QString>> triggers
        = claims.hasTriggers() ? triggersOf(connection) : Result<QSet<QString>>(QSet<QString>());
    if (!triggers)
        return failure(triggers.error());
    for (const QString &missing : claims.missing(found, *triggers))
        errors << Error {.code = ErrorCode::Conflict,
            .message = Tr::tr("The steps are done, and yet this is not there: %1.").arg(missing),
            .nextStep = Tr::tr("Look whether it was there before in another form, or is in another schema.")};
    return errors;
}

} // namespace Migrations::Runner
