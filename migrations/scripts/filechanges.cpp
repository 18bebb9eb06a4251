#include "migrations/scripts/filechanges.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Error notDone(const QString &path, const QString &reason, ErrorCode code = ErrorCode::Io)
{
    return {.code = code,
        .message = Tr::tr("The file cannot be written: %1").arg(reason),
        .at = {.file = path},
        .nextStep = Tr::tr("Check the folder and the space on its disk. No file was changed.")};
}

// a name beside `path` that nobody has, and that is no revision file
QString besides(const QString &path)
{
    const QFileInfo info(path);
    for (int number = 1;; ++number) {
        const QString name = info.dir().filePath(u".%1.%2~"_s.arg(info.fileName()).arg(number));
        if (!QFileInfo::exists(name))
            return name;
    }
}

} // namespace

FileChanges::~FileChanges()
{
    undo();
}

void FileChanges::write(const QString &path, const QByteArray &content)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    m_changes << Change {.to = canonical.isEmpty() ? path : canonical, .from = {}, .isMove = false, .content = content};
}

void FileChanges::move(const QString &from, const QString &to)
{
    m_changes << Change {.to = to, .from = from, .isMove = true};
}

Result<void> FileChanges::makeFolders(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    return makeFolders(QFileInfo(path).path()).and_then([&]() -> Result<void> {
        if (!QDir().mkdir(path))
            return failure(notDone(path, Tr::tr("the folder cannot be made")));
        m_madeFolders << path;
        return {};
    });
}

Result<void> FileChanges::prepare(Change &change)
{
    return makeFolders(QFileInfo(change.to).path()).and_then([&]() -> Result<void> {
        if (change.isMove)
            return {};
        if (QFileInfo(change.to).isDir())
            return failure(notDone(change.to, Tr::tr("it is a folder")));
        change.from = besides(change.to);
        QFile file(change.from);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return failure(notDone(change.to, file.errorString()));
        if (file.write(change.content) != change.content.size() || !file.flush())
            return failure(notDone(change.to, file.errorString()));
        if (QFileInfo::exists(change.to))
            file.setPermissions(QFile::permissions(change.to));
        return {};
    });
}

Result<void> FileChanges::rename(const QString &from, const QString &to)
{
    if (QFileInfo::exists(to))
        return failure(notDone(to, Tr::tr("there is one of this name already"), ErrorCode::Conflict));
    QFile file(from);
    if (!file.rename(to))
        return failure(notDone(to, file.errorString()));
    m_renamed << Renamed {from, to};
    return {};
}

Result<void> FileChanges::apply()
{
    const auto all = [this]() -> Result<void> {
        for (const QString &folder : std::as_const(m_folders)) {
            if (const Result<void> made = makeFolders(folder); !made)
                return made;
        }
        for (Change &change : m_changes) {
            if (const Result<void> prepared = prepare(change); !prepared)
                return prepared;
        }
        for (const Change &change : std::as_const(m_changes)) {
            if (!change.isMove && QFileInfo::exists(change.to)) {
                const QString old = besides(change.to);
                if (const Result<void> away = rename(change.to, old); !away)
                    return away;
                m_replaced << old;
            }
            if (const Result<void> done = rename(change.from, change.to); !done)
                return done;
        }
        return {};
    };
    const Result<void> done = all();
    if (!done)
        undo();
    return done;
}

void FileChanges::keep()
{
    for (const QString &old : std::as_const(m_replaced))
        QFile::remove(old);
    m_replaced.clear();
    m_renamed.clear();
    m_madeFolders.clear();
    m_changes.clear();
}

void FileChanges::undo()
{
    while (!m_renamed.isEmpty()) {
        const Renamed last = m_renamed.takeLast();
        QFile::rename(last.to, last.from);
    }
    for (const Change &change : std::as_const(m_changes)) {
        if (!change.isMove && !change.from.isEmpty())
            QFile::remove(change.from);
    }
    m_replaced.clear();
    while (!m_madeFolders.isEmpty())
        QDir().rmdir(m_madeFolders.takeLast());
}

} // namespace Migrations::Scripts
