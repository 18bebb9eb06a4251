#include "migrations/scripts/revisionfile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr qint64 MaximumFileSize = 64 * 1024 * 1024;

Error unreadable(const QFile &file)
{
    return {
        .code = ErrorCode::Io,
        .message = Tr::tr("The file cannot be read: %1").arg(file.errorString()),
        .at = {.file = file.fileName()},
        .nextStep = Tr::tr("Check that the file exists and that you may read it."),
    };
}

} // namespace

Result<QByteArray> readRevisionFile(const QString &path, qsizetype most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(unreadable(file));
    if (most >= 0)
        return file.read(std::min<qint64>(most, file.size()));
    if (file.size() > MaximumFileSize)
        return failure({
            .code = ErrorCode::BadInput,
            .message = Tr::tr("The file has %1 MB, which is no revision.").arg(file.size() >> 20),
            .at = {.file = path},
            .nextStep = Tr::tr("Move it out of the versions folder."),
        });
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(unreadable(file));
    return bytes;
}

QString utf8Text(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

} // namespace Migrations::Scripts
