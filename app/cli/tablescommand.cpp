#include "app/cli/tablescommand.h"

#include "app/cli/context.h"
#include "app/cli/schemajson.h"
#include "app/cli/schematext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// Only the table of that name ("name" or "schema.name"), or everything when no name is given.
Result<Schema::Database> chosen(const Schema::Database &database, const QString &name)
{
    if (name.isEmpty())
        return database;
    Schema::Database one;
    QStringList names;
    for (const Schema::Table &table : database.tables) {
        names << qualifiedName(table);
        if (table.name == name || names.constLast() == name)
            one.tables << table;
    }
    if (!one.tables.isEmpty())
        return one;
    return failure(ErrorCode::NotFound, Tr::tr("The database has no table %1.").arg(name),
        names.isEmpty() ? Tr::tr("It has no tables at all.") : Tr::tr("It has: %1.").arg(names.join(", "_L1)));
}

} // namespace

Command::Description TablesCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"tables"_s,
        .summary = Tr::tr("Show tables with columns, keys and indexes"),
        .parameters = {{OptionalArgument, u"table"_s, {}, u"TABLE"_s, Tr::tr("Only this one")}}};
}

ExitCode TablesCommand::execute(Context &context) const
{
    const Result<std::unique_ptr<Migrator>> migrator = context.connect();
    if (!migrator)
        return context.fail(migrator.error());
    const Result<Schema::Database> everything = (*migrator)->inspect();
    if (!everything)
        return context.fail(everything.error());
    const Result<Schema::Database> database = chosen(*everything, context.arguments().text(u"table"_s));
    if (!database)
        return context.fail(database.error());
    if (context.options().json) {
        context.print(schemaJson(*database));
        return ExitCode::Done;
    }
    context.out() << schemaText(*database);
    context.out().flush();
    if (database->tables.isEmpty())
        context.log(Tr::tr("The database has no tables."));
    return ExitCode::Done;
}

} // namespace Cli
