#include "app/cli/eachrevision.h"

#include "app/cli/context.h"
#include "app/cli/errorform.h"
#include "app/cli/interrupt.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace

QList<Parameter> eachRevisionParameters()
{
    using enum Parameter::Kind;
    return {{OptionalArguments, u"revision"_s, {}, u"REVISION"_s, Tr::tr("Only these; all, if nothing is said")},
        {Value, u"dialect"_s, u"--dialect"_s, u"NAME"_s,
            Tr::tr("postgresql or sqlite; that of the database's address, if nothing is said")}};
}

Result<QList<Plan::RevisionBothWays>> eachRevision(Context &context)
{
    const Result<std::unique_ptr<Migrator>> migrator = context.migrator();
    if (!migrator)
        return failure(migrator.error());
    const Result<QStringList> wanted
        = (*migrator)->project().graph().resolveAll(context.arguments().texts(u"revision"_s));
    if (!wanted)
        return failure(withHistoryHint(wanted.error()));
    const Interrupt interrupt(context.cancel());
    Result<QList<Plan::RevisionBothWays>> revisions
        = (*migrator)->renderEach(context.arguments().text(u"dialect"_s), context.cancel());
    if (revisions && !wanted->isEmpty())
        revisions->removeIf(
            [&wanted](const Plan::RevisionBothWays &revision) { return !wanted->contains(revision.id()); });
    return revisions;
}

} // namespace Cli
