#include "migrations/scripts/scriptreader.h"

#include "migrations/scripts/pythonheader.h"
#include "migrations/scripts/sqlheader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr qint64 MaximumFileSize = 64 * 1024 * 1024;

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure({
            .code = ErrorCode::Io,
            .message = Tr::tr("The file cannot be read: %1").arg(file.errorString()),
            .at = {.file = path},
            .nextStep = Tr::tr("Check that the file exists and that you may read it."),
        });
    if (file.size() > MaximumFileSize)
        return failure({
            .code = ErrorCode::BadInput,
            .message = Tr::tr("The file has %1 MB, which is no revision.").arg(file.size() >> 20),
            .at = {.file = path},
            .nextStep = Tr::tr("Move it out of the versions folder."),
        });
    return file.readAll();
}

// Alembic's rule, and `.sql` files beside it
bool isRevisionFile(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^(?!\\.#|__init__).*\\.(?:py|sql)$"));
    return pattern.match(name).hasMatch();
}

} // namespace

const Revision *ScriptDirectory::revision(const QString &id) const
{
    const auto found = std::ranges::find(revisions, id, &Revision::id);
    return found == revisions.cend() ? nullptr : &*found;
}

Result<std::optional<Revision>> readRevision(const QByteArray &bytes, const QString &path)
{
    if (path.endsWith(QStringLiteral(".sql")))
        return readSqlHeader(bytes, path);
    return readPythonHeader(bytes, path).transform([](Revision revision) { return std::optional(std::move(revision)); });
}

Result<ScriptDirectory> readScriptDirectory(const QStringList &versionLocations)
{
    ScriptDirectory directory;
    QSet<QString> seen;
    for (const QString &location : versionLocations) {
        const QDir folder(location);
        if (!folder.exists())
            return failure({
                .code = ErrorCode::NotFound,
                .message = Tr::tr("The folder of revisions does not exist: %1").arg(location),
                .nextStep = Tr::tr("Create it, or correct version_locations in the configuration."),
            });
        // by code point, as Python sorts names
        QStringList names = folder.entryList(QDir::Files | QDir::Hidden, QDir::NoSort);
        std::ranges::sort(names);
        for (const QString &name : std::as_const(names)) {
            const QString path = folder.filePath(name);
            const QString canonical = QFileInfo(path).canonicalFilePath();
            if (!isRevisionFile(name) || seen.contains(canonical))
                continue;
            seen.insert(canonical);
            const Result<std::optional<Revision>> revision
                = readFile(path).and_then([&](const QByteArray &bytes) { return readRevision(bytes, path); });
            if (!revision)
                directory.problems << revision.error();
            else if (*revision)
                directory.revisions << **revision;
        }
    }
    return directory;
}

} // namespace Migrations::Scripts
