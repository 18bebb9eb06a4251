#include "app/cli/rendercommand.h"

#include "app/cli/context.h"
#include "app/cli/eachrevision.h"
#include "app/cli/errorform.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

void addJson(QJsonObject &json, const QString &direction, const Plan::RevisionSql &revision)
{
    if (revision.error)
        json.insert(direction + u"_error"_s, errorJson(*revision.error));
    else
        json.insert(direction + u"_sql"_s, revision.sql());
    json.insert(direction + u"_version_sql"_s, revision.versionSql());
}

QJsonObject toJson(const QList<Plan::RevisionBothWays> &revisions)
{
    QJsonObject json;
    for (const Plan::RevisionBothWays &revision : revisions) {
        QJsonObject both;
        addJson(both, u"upgrade"_s, revision.upgrade);
        if (revision.downgrade)
            addJson(both, u"downgrade"_s, *revision.downgrade);
        json.insert(revision.id(), both);
    }
    return json;
}

void show(Context &context, const Plan::RevisionSql &revision)
{
    context.out() << "-- "_L1 << Plan::runningText(revision.planned.step) << "\n\n"_L1;
    if (!revision.error) {
        context.out() << revision.sql();
        return;
    }
    for (const QString &line : failureText(*revision.error).split(u'\n', Qt::SkipEmptyParts))
        context.out() << "-- "_L1 << line << '\n';
    context.out() << '\n';
}

} // namespace

Command::Description RenderCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"render"_s,
        .summary = Tr::tr("Print the SQL of revisions, each by itself, up and down"),
        .parameters = eachRevisionParameters()
            << Parameter {Flag, u"each"_s, u"--each"_s, {}, Tr::tr("Print all revisions")},
        .notes = Tr::tr("Needs no database. A revision that cannot be rendered shows the reason in its place.\n"
                        "Exit code 3: there was one.")};
}

ExitCode RenderCommand::execute(Context &context) const
{
    if (context.arguments().has(u"each"_s) != context.arguments().texts(u"revision"_s).isEmpty())
        return context.fail({.code = ErrorCode::BadInput,
            .message = Tr::tr("Say which revisions to print, or --each for all of them."),
            .nextStep = Tr::tr("stillroom-cli render --help says more.")});
    const Result<QList<Plan::RevisionBothWays>> revisions = eachRevision(context);
    if (!revisions)
        return context.fail(revisions.error());
    if (context.options().json) {
        context.print(toJson(*revisions));
    } else {
        for (const Plan::RevisionBothWays &revision : *revisions) {
            show(context, revision.upgrade);
            if (revision.downgrade)
                show(context, *revision.downgrade);
        }
        context.out().flush();
    }
    const auto failed = [](const Plan::RevisionBothWays &revision) { return revision.reason().has_value(); };
    return std::ranges::any_of(*revisions, failed) ? ExitCode::Differences : ExitCode::Done;
}

} // namespace Cli
