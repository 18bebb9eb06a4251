#include "app/cli/ensureversioncommand.h"

#include "app/cli/context.h"
#include "app/cli/sqloutput.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

Command::Description EnsureVersionCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"ensure_version"_s,
        .summary = Tr::tr("Create the version table, unless it is there"),
        .parameters = {{Flag, u"sql"_s, u"--sql"_s, {}, Tr::tr("Print the SQL and touch no database")}}};
}

ExitCode EnsureVersionCommand::execute(Context &context) const
{
    if (context.arguments().has(u"sql"_s)) {
        const Result<std::unique_ptr<Migrator>> migrator = context.migrator();
        if (!migrator)
            return context.fail(migrator.error());
        const Result<Plan::Preview> preview = (*migrator)->offlineEnsureVersionTable();
        return preview ? printSql(context, *preview) : context.fail(preview.error());
    }
    const Result<std::unique_ptr<Migrator>> migrator = context.connect();
    if (!migrator)
        return context.fail(migrator.error());
    const Result<bool> created = (*migrator)->ensureVersionTable();
    if (!created)
        return context.fail(created.error());
    context.log(*created ? Tr::tr("The version table was created.") : Tr::tr("The version table was there already."));
    if (context.options().json)
        context.print({{u"created"_s, *created}});
    return ExitCode::Done;
}

} // namespace Cli
