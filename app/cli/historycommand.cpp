#include "app/cli/historycommand.h"

#include "app/cli/context.h"
#include "app/cli/historyrange.h"
#include "app/cli/revisiontext.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Result<QStringList> revisionsOf(const Project &project, const std::optional<HistoryRange> &range, const QStringList &rows)
{
    return range ? range->revisions(project.graph(), rows) : project.graph().history();
}

/// What is asked of the database, if anything is.
struct Request {
    std::optional<HistoryRange> range;
    bool indicateCurrent = false;

    [[nodiscard]] bool needsDatabase() const { return indicateCurrent || (range && range->needsDatabase()); }
};

Result<Request> requestOf(const Arguments &arguments)
{
    Request request {.indicateCurrent = arguments.has(u"indicate-current"_s)};
    if (arguments.has(u"rev-range"_s)) {
        const Result<HistoryRange> range = HistoryRange::parse(arguments.text(u"rev-range"_s));
        if (!range)
            return failure(range.error());
        request.range = *range;
    }
    return request;
}

void show(Context &context, const RevisionText &text, const QStringList &revisions)
{
    const bool isVerbose = context.arguments().has(u"verbose"_s);
    const RevisionText::Parts parts
        = RevisionText::Parents | RevisionText::Branches | RevisionText::Tree | RevisionText::Doc;
    for (const QString &id : revisions)
        context.out() << (isVerbose ? text.entry(id) : text.line(id, parts)) << '\n';
    context.out().flush();
}

} // namespace

Command::Description HistoryCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"history"_s,
        .summary = Tr::tr("List the revisions, newest first"),
        .parameters
        = {{Value, u"rev-range"_s, u"-r,--rev-range"_s, u"START:END"_s, Tr::tr("Only these, both ends included")},
            {Flag, u"verbose"_s, u"-v,--verbose"_s, {}, Tr::tr("Show everything about each revision")},
            {Flag, u"indicate-current"_s, u"-i,--indicate-current"_s, {},
                Tr::tr("Mark the revision of the database (needs a connection)")}}};
}

ExitCode HistoryCommand::execute(Context &context) const
{
    const Result<Request> request = requestOf(context.arguments());
    if (!request)
        return context.fail(request.error());
    Result<std::unique_ptr<Migrator>> migrator = request->needsDatabase() ? context.connect() : context.migrator();
    if (!migrator)
        return context.fail(migrator.error());
    QStringList rows;
    if (request->needsDatabase()) {
        const Result<Status> status = (*migrator)->status();
        if (!status)
            return context.fail(status.error());
        rows = status->rows;
    }
    const Project &project = (*migrator)->project();
    const Result<QStringList> revisions = revisionsOf(project, request->range, rows);
    if (!revisions)
        return context.fail(revisions.error());
    const QSet<QString> current
        = request->indicateCurrent ? QSet<QString>(rows.cbegin(), rows.cend()) : QSet<QString>();
    const RevisionText text(project, current);
    if (!context.options().json) {
        show(context, text, *revisions);
        return ExitCode::Done;
    }
    QJsonArray entries;
    for (const QString &id : *revisions) {
        QJsonObject entry = text.json(id);
        if (request->indicateCurrent)
            entry.insert(u"current"_s, current.contains(id));
        entries << entry;
    }
    context.print({{u"revisions"_s, entries}});
    return ExitCode::Done;
}

} // namespace Cli
