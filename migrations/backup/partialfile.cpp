#include "migrations/backup/partialfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <atomic>

#include <fcntl.h>
#include <unistd.h>

namespace Migrations::Backup {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Error fileError(const QString &message, const QString &path)
{
    return {.code = ErrorCode::Io,
        .message = message,
        .at = {.file = path},
        .nextStep = Tr::tr("Check the rights of the folder and the space on its disk, or name another place.")};
}

QString prefix()
{
    return u".stillroom-%1-"_s.arg(QSysInfo::machineHostName());
}

// those of processes of this machine that are gone
void removeLeftovers(const QDir &folder)
{
    const QDateTime recent = QDateTime::currentDateTimeUtc().addSecs(-3600);
    const QString start = prefix();
    for (const QFileInfo &file : folder.entryInfoList({start + u"*.part*"_s}, QDir::Files | QDir::Hidden)) {
        const QString process = file.fileName().sliced(start.size()).section(u'-', 0, 0);
        if (!QFile::exists(u"/proc/"_s + process) && file.lastModified() < recent)
            QFile::remove(file.filePath());
    }
}

bool writeThrough(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    ::close(file);
    return done;
}

} // namespace

Result<PartialFile> PartialFile::in(const QString &folder)
{
    static std::atomic_uint count = 0;
    removeLeftovers(QDir(folder));
    PartialFile partial(u"%1/%2%3-%4.part"_s.arg(folder, prefix(), QString::number(QCoreApplication::applicationPid()),
        QString::number(++count)));
    QFile file(partial.path());
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        const QString reason = file.errorString();
        return failure(
            fileError(Tr::tr("No file can be written in %1: %2").arg(folder, reason), std::exchange(partial.m_path, {})));
    }
    return partial;
}

PartialFile::PartialFile(PartialFile &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{
}

PartialFile::~PartialFile()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

Result<void> PartialFile::publish(const QString &path)
{
    if (!writeThrough(m_path, O_RDWR))
        return failure(fileError(Tr::tr("The backup cannot be written to the disk."), m_path));
    if (QFile::exists(path) || !QFile::rename(m_path, path)) {
        if (QFile::exists(path))
            return failure({.code = ErrorCode::Conflict,
                .message = Tr::tr("%1 exists already, and nothing is overwritten.").arg(path),
                .nextStep = Tr::tr("Name another file.")});
        return failure(fileError(Tr::tr("The backup cannot get its name %1.").arg(path), m_path));
    }
    m_path.clear();
    (void)writeThrough(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
    return {};
}

} // namespace Migrations::Backup
