#include "migrations/scripts/revisionfile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr qsizetype MaximumFileSize = 64 * 1024 * 1024;
constexpr qsizetype FirstPortion = 4096; // holds most revisions

/// A file that is open for reading. QFile asks the system two questions more about each file, which is
/// felt where there are thousands.
class OpenFile final
{
public:
    explicit OpenFile(const QString &path)
        : m_descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY))
    {
    }
    ~OpenFile()
    {
        if (isOpen())
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(OpenFile)

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

    /// the number of bytes, less than asked for only at the end of the file; -1: see errno
    [[nodiscard]] qsizetype read(char *to, qsizetype most) const
    {
        qsizetype done = 0;
        while (done < most) {
            const ssize_t got = ::read(m_descriptor, to + done, std::size_t(most - done));
            if (got == 0)
                break;
            if (got < 0 && errno != EINTR)
                return -1;
            done += std::max<ssize_t>(got, 0);
        }
        return done;
    }

private:
    int m_descriptor;
};

Error unreadable(const QString &path, int reason)
{
    return {
        .code = ErrorCode::Io,
        .message = Tr::tr("The file cannot be read: %1").arg(qt_error_string(reason)),
        .at = {.file = path},
        .nextStep = Tr::tr("Check that the file exists and that you may read it."),
    };
}

Error tooLarge(const QString &path)
{
    return {
        .code = ErrorCode::BadInput,
        .message = Tr::tr("The file has more than %1 MB, which is no revision.").arg(MaximumFileSize >> 20),
        .at = {.file = path},
        .nextStep = Tr::tr("Move it out of the versions folder."),
    };
}

} // namespace

Result<QByteArray> readRevisionFile(const QString &path, qsizetype most)
{
    const OpenFile file(path);
    if (!file.isOpen())
        return failure(unreadable(path, errno));
    const qsizetype limit = most < 0 ? MaximumFileSize + 1 : most;
    QByteArray bytes;
    qsizetype portion = std::min(FirstPortion, limit);
    for (; portion > 0; portion = std::min(bytes.size() * 3, limit - bytes.size())) {
        const qsizetype before = bytes.size();
        bytes.resizeForOverwrite(before + portion);
        const qsizetype got = file.read(bytes.data() + before, portion);
        if (got < 0)
            return failure(unreadable(path, errno));
        bytes.truncate(before + got);
        if (got < portion)
            break;
    }
    if (most < 0 && bytes.size() > MaximumFileSize)
        return failure(tooLarge(path));
    return bytes;
}

QString utf8Text(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

} // namespace Migrations::Scripts
