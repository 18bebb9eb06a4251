#include "migrations/project/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

constexpr qint64 MaximumBytes = 10'000'000;

} // namespace

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::NotFound, Tr::tr("There is no file %1.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error {.code = ErrorCode::Io,
            .message = Tr::tr("The file cannot be read: %1").arg(file.errorString()),
            .at = {.file = path},
            .nextStep = Tr::tr("Check the permissions of the file.")});
    const QByteArray bytes = file.read(MaximumBytes + 1);
    if (bytes.size() > MaximumBytes)
        return failure(Error {.code = ErrorCode::BadInput,
            .message = Tr::tr("The file is too large to be a configuration."),
            .at = {.file = path},
            .nextStep = Tr::tr("Name the configuration file itself.")});
    return bytes;
}

Result<QString> readTextFile(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return failure(bytes.error());
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(*bytes);
    if (!decode.hasError())
        return text;
    const QByteArrayList lines = bytes->split('\n');
    const auto broken = std::ranges::find_if_not(lines, [](const QByteArray &line) { return line.isValidUtf8(); });
    return failure(Error {.code = ErrorCode::Syntax,
        .message = Tr::tr("This is not UTF-8 text."),
        .at = {.file = path, .line = int(broken - lines.cbegin()) + 1},
        .nextStep = Tr::tr("Save the file as UTF-8.")});
}

} // namespace Migrations
