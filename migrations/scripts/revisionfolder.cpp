#include "migrations/scripts/revisionfolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

struct CloseDirectory {
    void operator()(DIR *directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

struct Entry {
    std::string name;
    bool isLink = false;
    bool isOrdinary = true;
};

bool isRevisionName(std::string_view name)
{
    return !name.starts_with(".#") && !name.starts_with("__init__") && name.find('\n') == name.npos
        && (name.ends_with(".py") || name.ends_with(".sql"));
}

// The directory itself says what its entries are, on most file systems; QDir would ask the system
// about every one of them.
mode_t kindOf(int directory, const dirent &entry, int flags)
{
    if (flags != 0 && entry.d_type != DT_UNKNOWN)
        return DTTOIF(entry.d_type);
    struct stat status {};
    return ::fstatat(directory, entry.d_name, &status, flags) == 0 ? status.st_mode & S_IFMT : 0;
}

std::optional<Entry> revisionEntry(int directory, const dirent &entry)
{
    if (!isRevisionName(entry.d_name))
        return std::nullopt;
    const mode_t own = kindOf(directory, entry, AT_SYMLINK_NOFOLLOW);
    const bool isLink = S_ISLNK(own);
    const mode_t kind = isLink ? kindOf(directory, entry, 0) : own;
    if (S_ISDIR(kind))
        return std::nullopt;
    // what is not there, or is a link to itself, is for the reader to complain of
    return Entry {.name = entry.d_name, .isLink = isLink, .isOrdinary = kind == 0 || S_ISREG(kind)};
}

Error unreadable(const QString &folder, int reason)
{
    if (reason == ENOENT || reason == ENOTDIR)
        return {
            .code = ErrorCode::NotFound,
            .message = Tr::tr("The folder of revisions does not exist: %1").arg(folder),
            .nextStep = Tr::tr("Create it, or correct version_locations in the configuration."),
        };
    return {
        .code = ErrorCode::Io,
        .message = Tr::tr("The folder of revisions cannot be read: %1").arg(qt_error_string(reason)),
        .at = {.file = folder},
        .nextStep = Tr::tr("Check that you may read it."),
    };
}

Result<std::vector<Entry>> entriesOf(const QString &folder)
{
    const Directory directory(::opendir(QFile::encodeName(folder).constData()));
    if (!directory)
        return failure(unreadable(folder, errno));
    std::vector<Entry> entries;
    errno = 0;
    while (const dirent *entry = ::readdir(directory.get())) {
        if (std::optional<Entry> found = revisionEntry(::dirfd(directory.get()), *entry))
            entries.push_back(*std::move(found));
        errno = 0;
    }
    if (errno != 0)
        return failure(unreadable(folder, errno));
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
}

} // namespace

bool RevisionFolders::isNew(const QString &canonicalFolder, const QString &name)
{
    QSet<QString> &names = m_seen[canonicalFolder];
    const qsizetype before = names.size();
    names.insert(name);
    return names.size() > before;
}

Result<QList<RevisionFile>> RevisionFolders::files(const QString &folder)
{
    const Result<std::vector<Entry>> entries = entriesOf(folder);
    if (!entries)
        return failure(entries.error());
    const QString prefix = folder.endsWith(u'/') ? folder : folder + u'/';
    const QString canonicalFolder = QFileInfo(folder).canonicalFilePath();
    QList<RevisionFile> files;
    files.reserve(qsizetype(entries->size()));
    for (const Entry &entry : *entries) {
        const QString name = QFile::decodeName(entry.name.c_str());
        const QString path = prefix + name;
        const QString target = entry.isLink ? QFileInfo(path).canonicalFilePath() : QString();
        const qsizetype slash = target.lastIndexOf(u'/');
        if (target.isEmpty() ? isNew(canonicalFolder, name) : isNew(target.left(slash), target.sliced(slash + 1)))
            files << RevisionFile {.path = path, .isOrdinary = entry.isOrdinary};
    }
    return files;
}

} // namespace Migrations::Scripts
