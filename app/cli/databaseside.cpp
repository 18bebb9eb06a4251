#include "app/cli/databaseside.h"

#include "migrations/project/integrity.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

Parameter databaseParameter()
{
    return {Parameter::Kind::Flag, u"database"_s, u"--database"_s, {},
        Tr::tr("Change the version rows of the database, too (so does --url)")};
}

Result<std::unique_ptr<RowsTransaction>> databaseSide(Context &context, const Project &project)
{
    if (!context.arguments().has(u"database"_s) && context.options().url.isEmpty())
        return std::unique_ptr<RowsTransaction>();
    return RowsTransaction::begin(project, context.databaseUrl());
}

void remarkOnChecksums(Context &context, const Project &project, const QStringList &revisions)
{
    const Result<Integrity> integrity = checkIntegrity(project);
    if (integrity && integrity->hasFile)
        context.log(Tr::tr("stillroom.sum has checksums from before; accept the new ones with "
                           "\"stillroom-cli check --write --accept %1\".")
                        .arg(revisions.join(" --accept "_L1)));
}

} // namespace Cli
