#include "migrations/scripts/revisionsource.h"

#include "migrations/python/parser.h"
#include "migrations/scripts/revisionfile.h"
#include "migrations/scripts/scriptreader.h"

#include <QCoreApplication>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

bool sameHeader(const Revision &now, const Revision &then)
{
    return now.id == then.id && now.down == then.down && now.dependsOn == then.dependsOn
        && now.branchLabels == then.branchLabels;
}

} // namespace

Result<QByteArray> readSource(const Revision &revision)
{
    Result<QByteArray> bytes = readRevisionFile(revision.path);
    if (!bytes)
        return bytes;
    // what no literal says is as it was
    const EvaluateHeader known = [&revision](const QByteArray &, const QString &, const QString &name) {
        const QHash<QString, QStringList> values {{QStringLiteral("revision"), {revision.id}},
            {QStringLiteral("down_revision"), revision.down}, {QStringLiteral("depends_on"), revision.dependsOn},
            {QStringLiteral("branch_labels"), revision.branchLabels}};
        return Result<QStringList>(values.value(name));
    };
    const Result<std::optional<Revision>> now
        = readRevision(*bytes, revision.path, revision.isEvaluated ? known : EvaluateHeader());
    if (now && *now && sameHeader(**now, revision))
        return bytes;
    return failure({
        .code = ErrorCode::Conflict,
        .message = Tr::tr("The file of revision %1 changed on disk since it was opened.").arg(revision.id),
        .at = now ? SourceLocation {.file = revision.path} : now.error().at,
        .detail = now ? QString() : now.error().message,
        .nextStep = Tr::tr("Read the project again."),
    });
}

Result<QString> readText(const Revision &revision)
{
    const Result<QByteArray> bytes = readRevisionFile(revision.path);
    if (!bytes)
        return failure(bytes.error());
    if (revision.language == Language::Python) {
        if (const Result<QString> text = Python::sourceText(*bytes, revision.path))
            return text;
    }
    return utf8Text(*bytes);
}

} // namespace Migrations::Scripts
