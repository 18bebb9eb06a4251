#include "migrations/scripts/revisionfolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

namespace fs = std::filesystem;

// what the directory says itself; only a link costs a question to the file system
struct Entry {
    std::string name;
    bool isLink = false;
    bool isOrdinary = true;
};

bool isRevisionName(const std::string &name)
{
    return !name.starts_with(".#") && !name.starts_with("__init__") && name.find('\n') == name.npos
        && (name.ends_with(".py") || name.ends_with(".sql"));
}

std::optional<Entry> revisionEntry(const fs::directory_entry &entry)
{
    std::string name = entry.path().filename().string();
    if (!isRevisionName(name))
        return std::nullopt;
    std::error_code ignored;
    const bool isLink = entry.is_symlink(ignored);
    const bool isThere = !isLink || entry.exists(ignored);
    if (entry.is_directory(ignored))
        return std::nullopt;
    return Entry {.name = std::move(name), .isLink = isLink, .isOrdinary = !isThere || entry.is_regular_file(ignored)};
}

Error unreadable(const QString &folder, const std::error_code &reason)
{
    if (reason == std::errc::no_such_file_or_directory || reason == std::errc::not_a_directory)
        return {
            .code = ErrorCode::NotFound,
            .message = Tr::tr("The folder of revisions does not exist: %1").arg(folder),
            .nextStep = Tr::tr("Create it, or correct version_locations in the configuration."),
        };
    return {
        .code = ErrorCode::Io,
        .message = Tr::tr("The folder of revisions cannot be read: %1").arg(qt_error_string(reason.value())),
        .at = {.file = folder},
        .nextStep = Tr::tr("Check that you may read it."),
    };
}

} // namespace

Result<QList<RevisionFile>> RevisionFolders::files(const QString &folder)
{
    std::vector<Entry> entries;
    std::error_code reason;
    fs::directory_iterator entry(fs::path(QFile::encodeName(folder).toStdString()), reason);
    for (; !reason && entry != fs::directory_iterator(); entry.increment(reason)) {
        if (std::optional<Entry> found = revisionEntry(*entry))
            entries.push_back(*std::move(found));
    }
    if (reason)
        return failure(unreadable(folder, reason));
    std::ranges::sort(entries, {}, &Entry::name);

    const QString prefix = folder.endsWith(u'/') ? folder : folder + u'/';
    const QString canonicalPrefix = QFileInfo(folder).canonicalFilePath() + u'/';
    QList<RevisionFile> files;
    files.reserve(qsizetype(entries.size()));
    for (const Entry &found : entries) {
        const QString name = QFile::decodeName(found.name.c_str());
        const QString path = prefix + name;
        const QString target = found.isLink ? QFileInfo(path).canonicalFilePath() : QString();
        const QString canonical = target.isEmpty() ? canonicalPrefix + name : target;
        if (m_seen.contains(canonical))
            continue;
        m_seen.insert(canonical);
        files << RevisionFile {.path = path, .isOrdinary = found.isOrdinary};
    }
    return files;
}

} // namespace Migrations::Scripts
