#include "migrations/scripts/revisionfile.h"

#include <QCoreApplication>
#include <QFile>

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr qint64 MaximumFileSize = 64 * 1024 * 1024;

} // namespace

Result<QByteArray> readRevisionFile(const QString &path)
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

QString utf8Text(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
}

} // namespace Migrations::Scripts
