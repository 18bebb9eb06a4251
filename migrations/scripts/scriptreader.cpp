#include "migrations/scripts/scriptreader.h"

#include "migrations/scripts/pythonheader.h"
#include "migrations/scripts/revisionfile.h"
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

// Alembic's rule, and `.sql` files beside it
bool isRevisionFile(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^(?!\\.#|__init__).*\\.(?:py|sql)$"));
    return pattern.match(name).hasMatch();
}

} // namespace

void ScriptDirectory::add(Revision revision)
{
    numbers.insert(revision.id, revisions.size());
    revisions << std::move(revision);
}

const Revision *ScriptDirectory::revision(const QString &id) const
{
    const qsizetype number = numbers.value(id, -1);
    return number < 0 ? nullptr : &revisions.at(number);
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
                = readRevisionFile(path).and_then([&](const QByteArray &bytes) { return readRevision(bytes, path); });
            if (!revision)
                directory.problems << revision.error();
            else if (*revision)
                directory.add(**revision);
        }
    }
    return directory;
}

} // namespace Migrations::Scripts
