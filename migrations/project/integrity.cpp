#include "migrations/project/integrity.h"

#include "migrations/project/project.h"
#include "migrations/scripts/checksums.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using Scripts::Checksums;

QString pathFor(const Project &project)
{
    return QFileInfo(project.configFile()).dir().filePath(Checksums::fileName());
}

std::unexpected<Error> ioFailure(const QString &path, const QString &reason)
{
    return failure(Error {.code = ErrorCode::Io,
        .message = reason,
        .at = {.file = path},
        .nextStep = Tr::tr("Check that the file is there and what you may do with it.")});
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ioFailure(path, file.errorString());
    return file.readAll();
}

Result<Checksums> readChecksums(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Checksums();
    return contentOf(path).and_then(
        [&path](const QByteArray &text) { return Checksums::parse(QString::fromUtf8(text), path); });
}

Result<Integrity> compare(const Project &project, const Checksums &sums)
{
    const QString path = pathFor(project);
    Integrity integrity {.file = path, .hasFile = QFileInfo::exists(path)};
    for (const Scripts::Revision &revision : project.scripts().revisions) {
        const QString known = sums.sum(revision.id);
        if (known.isEmpty()) {
            integrity.added << revision.id;
            continue;
        }
        const Result<QByteArray> source = contentOf(revision.path);
        if (!source)
            return failure(source.error());
        if (Checksums::of(*source) != known)
            integrity.changed << revision.id;
    }
    for (const QString &id : sums.revisions()) {
        if (!project.scripts().revision(id))
            integrity.missing << id;
    }
    return integrity;
}

Result<void> save(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return ioFailure(path, file.errorString());
    return {};
}

Result<void> takeAsItIs(const Project &project, const QString &id, Checksums &sums)
{
    const Scripts::Revision *revision = project.scripts().revision(id);
    if (!revision) {
        sums.remove(id);
        return {};
    }
    return contentOf(revision->path).transform(
        [&](const QByteArray &source) { sums.insert(id, Checksums::of(source)); });
}

Error edited(const Scripts::Revision &revision)
{
    return {.code = ErrorCode::Conflict,
        .message = Tr::tr("Revision %1 was edited after its checksum was written.").arg(revision.id),
        .at = {.file = revision.path},
        .nextStep = Tr::tr("A database may have run it as it was before. Take the file back from version control, and "
                           "write a new revision for the change; or accept it with \"stillroom-cli check --accept %1\".")
                        .arg(revision.id)};
}

} // namespace

Result<Integrity> checkIntegrity(const Project &project)
{
    return readChecksums(pathFor(project)).and_then([&](const Checksums &sums) { return compare(project, sums); });
}

QList<Error> editedRevisions(const Project &project, const QStringList &revisions)
{
    QList<Error> found;
    const Result<Checksums> sums = readChecksums(pathFor(project));
    if (!sums)
        return found;
    for (const QString &id : revisions) {
        const Scripts::Revision *revision = project.scripts().revision(id);
        const QString known = sums->sum(id);
        if (!revision || known.isEmpty())
            continue;
        const Result<QByteArray> source = contentOf(revision->path);
        if (source && Checksums::of(*source) != known)
            found << edited(*revision);
    }
    return found;
}

Result<Integrity> writeChecksums(const Project &project, const QStringList &accepted)
{
    const QString path = pathFor(project);
    Result<Checksums> sums = readChecksums(path);
    if (!sums)
        return failure(sums.error());
    QStringList taken = accepted;
    for (const QString &id : accepted) {
        if (!project.scripts().revision(id) && sums->sum(id).isEmpty())
            return failure(ErrorCode::NotFound, Tr::tr("There is no revision %1, and no checksum of one.").arg(id),
                Tr::tr("Write the whole id; \"stillroom-cli check\" lists what was changed."));
    }
    for (const Scripts::Revision &revision : project.scripts().revisions) {
        if (sums->sum(revision.id).isEmpty())
            taken << revision.id;
    }
    for (const QString &id : std::as_const(taken)) {
        if (const Result<void> done = takeAsItIs(project, id, *sums); !done)
            return failure(done.error());
    }
    QStringList order = project.graph().history().value_or(project.graph().ids());
    std::ranges::reverse(order); // oldest first: new ones come at the end
    return save(path, sums->toText(order)).and_then([&] { return compare(project, *sums); });
}

} // namespace Migrations
