#include "app/cli/newrevision.h"

#include "app/cli/errorform.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QJsonObject toJson(const PlannedRevision &revision)
{
    const Scripts::RevisionDraft &draft = revision.draft;
    return {{u"revision"_s, draft.id}, {u"path"_s, revision.path},
        {u"down"_s, QJsonArray::fromStringList(draft.down)},
        {u"dependsOn"_s, QJsonArray::fromStringList(draft.dependsOn)},
        {u"labels"_s, QJsonArray::fromStringList(draft.branchLabels)}, {u"message"_s, draft.message},
        {u"createDate"_s, draft.createDate.toString()}};
}

void remark(Context &context, const PlannedRevision &revision)
{
    if (!revision.countedAfter.isEmpty())
        context.log(Tr::tr("Numbered after %1, as the revisions before it; --no-numbered does not count.")
                        .arg(revision.countedAfter));
    if (!revision.hooksNotRun.isEmpty())
        context.log(Tr::tr("Not run: post_write_hooks %1 (Stillroom starts no programs; run them yourself).")
                        .arg(revision.hooksNotRun.join(", "_L1)));
}

} // namespace

QString doneText(const QString &what)
{
    return what + u" ...  done\n";
}

ExitCode writeNewRevision(Context &context, const Project &project, const RevisionRequest &request)
{
    const Result<PlannedRevision> revision = planRevision(project, request);
    if (!revision)
        return context.fail(withHistoryHint(revision.error()));
    if (const Result<void> written = writeRevision(*revision); !written)
        return context.fail(written.error());
    if (context.options().json) {
        context.print(toJson(*revision));
    } else if (context.options().verbosity != Verbosity::Quiet) {
        if (!revision->folderToMake.isEmpty())
            context.out() << doneText(u"Creating directory "_s + revision->folderToMake);
        context.out() << doneText(u"Generating "_s + revision->path);
        context.out().flush();
    }
    remark(context, *revision);
    return ExitCode::Done;
}

} // namespace Cli
