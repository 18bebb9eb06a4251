// From the bytes of a script to its text.
#include "migrations/python/parser.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Error encodingError(const QString &file, int line, const QString &message)
{
    return {
        .code = ErrorCode::Syntax,
        .message = QStringLiteral("SyntaxError: ") + message,
        .at = {.file = file, .line = line},
        .nextStep = Tr::tr("Save the script as UTF-8."),
    };
}

// PEP 263: a comment in one of the first two lines
QByteArray declaredEncoding(const QByteArray &bytes)
{
    static const QRegularExpression declaration(QStringLiteral("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)"));
    constexpr qsizetype MostBytes = 1024;
    qsizetype begin = 0;
    for (int line = 0; line < 2 && begin < bytes.size(); ++line) {
        const qsizetype newLine = bytes.indexOf('\n', begin);
        const qsizetype end = newLine < 0 ? bytes.size() : newLine;
        const QByteArray text = bytes.mid(begin, std::min(end - begin, MostBytes));
        begin = end + 1;
        if (!text.contains("coding"))
            continue;
        const QRegularExpressionMatch match = declaration.match(QString::fromLatin1(text));
        if (match.hasMatch())
            return match.captured(1).toLower().replace(u'_', u'-').toLatin1();
    }
    return "utf-8";
}

// where decoding stopped: the first line that does not decode alone
int firstBadLine(const QByteArray &bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].isValidUtf8())
            return int(i) + 1;
    }
    return 0;
}

} // namespace

Result<QString> sourceText(const QByteArray &bytes, const QString &file)
{
    const bool marked = bytes.startsWith("\xEF\xBB\xBF");
    const QByteArray text = marked ? bytes.mid(3) : bytes;
    if (const qsizetype null = text.indexOf('\0'); null >= 0)
        return failure(encodingError(file, int(text.first(null).count('\n')) + 1,
            Tr::tr("the script contains a null byte")));
    const QByteArray encoding = marked ? QByteArray("utf-8") : declaredEncoding(text);
    QString result;
    if (encoding == "utf-8" || encoding == "utf8" || encoding == "utf-8-sig") {
        if (!text.isValidUtf8())
            return failure(encodingError(file, firstBadLine(text), Tr::tr("the script is not UTF-8")));
        result = QString::fromUtf8(text);
    } else if (encoding.startsWith("latin") || encoding.startsWith("iso-8859-1") || encoding == "l1") {
        result = QString::fromLatin1(text);
    } else {
        QStringDecoder decoder(encoding.constData(), QStringDecoder::Flag::Stateless);
        if (!decoder.isValid())
            return failure(encodingError(
                file, 1, Tr::tr("the encoding %1 is not known").arg(QString::fromLatin1(encoding))));
        result = decoder.decode(text);
        if (decoder.hasError())
            return failure(encodingError(
                file, 1, Tr::tr("the script is not %1, which it declares").arg(QString::fromLatin1(encoding))));
    }
    if (result.contains(u'\r'))
        result.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return result;
}

} // namespace Migrations::Python
