#include "app/cli/editcommand.h"

#include "app/cli/context.h"
#include "app/cli/errorform.h"
#include "app/cli/externaleditor.h"
#include "app/cli/interrupt.h"
#include "migrations/scripts/scriptreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// with Alembic's messages
Result<QStringList> revisionsOf(Migrator &migrator, const QString &symbol)
{
    const Graph::RevisionGraph &graph = migrator.project().graph();
    if (symbol == "current"_L1) {
        return migrator.connect().and_then([&] { return migrator.status(); }).and_then(
            [&](const Status &status) -> Result<QStringList> {
                if (status.rows.isEmpty())
                    return failure(ErrorCode::NotFound, u"No current revisions"_s,
                        Tr::tr("Name a revision by its id."));
                return graph.resolveAll(status.rows);
            });
    }
    return graph.resolveAll({symbol}).and_then([&](const QStringList &ids) -> Result<QStringList> {
        if (ids.isEmpty())
            return failure(ErrorCode::NotFound, u"No revision files indicated by symbol '%1'"_s.arg(symbol));
        return ids;
    });
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// what an edit can break that nobody sees at once
std::optional<Error> findingOn(const Scripts::Revision &before, const QByteArray &content)
{
    const Result<std::optional<Scripts::Revision>> after = Scripts::readRevision(content, before.path);
    if (!after)
        return after.error();
    const QString id = *after ? (*after)->id : QString();
    if (id == before.id)
        return std::nullopt;
    return Error {.code = ErrorCode::Conflict,
        .message = id.isEmpty() ? Tr::tr("The file is no revision any more.")
                                : Tr::tr("The revision was %1 and is %2 now.").arg(before.id, id),
        .at = {.file = before.path},
        .detail = Tr::tr("Databases and other revisions know it as %1.").arg(before.id),
        .nextStep = Tr::tr("Write the old id again, unless nobody has applied it.")};
}

} // namespace

Command::Description EditCommand::description() const
{
    using enum Parameter::Kind;
    return {.name = u"edit"_s,
        .summary = Tr::tr("Open the file of a revision in your editor"),
        .parameters = {{Argument, u"revision"_s, {}, u"REVISION"_s,
            Tr::tr("An id, head, heads, label@head…; current needs a connection")}},
        .notes = Tr::tr("The editor is $VISUAL, $EDITOR, or one that is installed. Afterwards the header of the\n"
                        "file is read, and what is wrong with it is said.")};
}

ExitCode EditCommand::execute(Context &context) const
{
    const Result<std::unique_ptr<Migrator>> migrator = context.migrator();
    if (!migrator)
        return context.fail(migrator.error());
    const Result<QStringList> ids = revisionsOf(**migrator, context.arguments().text(u"revision"_s));
    if (!ids)
        return context.fail(withHistoryHint(ids.error()));
    QJsonArray edited;
    for (const QString &id : *ids) {
        const Scripts::Revision *revision = (*migrator)->project().scripts().revision(id);
        const QByteArray before = contentOf(revision->path);
        const Interrupt interrupt(context.cancel()); // Ctrl+C is the editor's
        const Result<void> done = ExternalEditor::find()
                                      .transform_error([revision](Error error) {
                                          error.at.file = revision->path;
                                          return error;
                                      })
                                      .and_then([revision](const ExternalEditor &editor) {
                                          return editor.open(revision->path);
                                      });
        if (!done)
            return context.fail(done.error());
        const QByteArray after = contentOf(revision->path);
        if (const std::optional<Error> finding = findingOn(*revision, after))
            context.err() << warningText(*finding) << Qt::flush;
        edited << QJsonObject {
            {u"revision"_s, id}, {u"path"_s, revision->path}, {u"changed"_s, before != after}};
    }
    if (context.options().json)
        context.print({{u"edited"_s, edited}});
    return ExitCode::Done;
}

} // namespace Cli
