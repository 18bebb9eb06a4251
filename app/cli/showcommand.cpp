#include "app/cli/showcommand.h"

#include "app/cli/context.h"
#include "app/cli/errorform.h"
#include "app/cli/revisiontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// Alembic's rule: `current` is a symbol here, and needs a connection
Result<QStringList> revisionsOf(Migrator &migrator, const QString &symbol)
{
    const Graph::RevisionGraph &graph = migrator.project().graph();
    if (symbol != "current"_L1)
        return graph.resolveAll({symbol});
    return migrator.connect().and_then([&] { return migrator.status(); }).and_then(
        [&](const Status &status) -> Result<QStringList> {
            if (!status.unknownRows.isEmpty())
                return failure(graph.unknownRow(status.unknownRows.constFirst()));
            return status.rows;
        });
}

} // namespace

Command::Description ShowCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"show"_s,
        .summary = Tr::tr("Show everything about a revision"),
        .parameters = {{Argument, u"revision"_s, {}, u"REVISION"_s,
            Tr::tr("An id, head, heads, label@head…; current needs a connection")}}};
}

ExitCode ShowCommand::execute(Context &context) const
{
    const Result<std::unique_ptr<Migrator>> migrator = context.migrator();
    if (!migrator)
        return context.fail(migrator.error());
    const Result<QStringList> revisions = revisionsOf(**migrator, context.arguments().text(u"revision"_s));
    if (!revisions)
        return context.fail(withHistoryHint(revisions.error()));
    const RevisionText text((*migrator)->project());
    if (context.options().json) {
        context.print({{u"revisions"_s, text.json(*revisions)}});
        return ExitCode::Done;
    }
    for (const QString &id : *revisions)
        context.out() << text.entry(id) << '\n';
    context.out().flush();
    return ExitCode::Done;
}

} // namespace Cli
