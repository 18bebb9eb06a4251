#include "migrations/sqltext/textposition.h"

#include <algorithm>

namespace Migrations::SqlText {

SourceLocation locationOf(const QString &text, qsizetype offset)
{
    const QStringView before = QStringView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    return {.file = {},
        .line = static_cast<int>(before.count(u'\n')) + 1,
        .column = static_cast<int>(before.size() - (before.lastIndexOf(u'\n') + 1)) + 1};
}

QString excerptAt(const QString &text, qsizetype offset)
{
    const qsizetype at = std::clamp<qsizetype>(offset, 0, text.size());
    const qsizetype begin = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
    const qsizetype end = text.indexOf(u'\n', at);
    const QString line = text.sliced(begin, (end < 0 ? text.size() : end) - begin);
    QString indent;
    for (const QChar each : QStringView(line).first(at - begin))
        indent += each == u'\t' ? u'\t' : u' ';
    return line + u'\n' + indent + u'^';
}

qsizetype fromUtf8Offset(const QByteArray &utf8, qsizetype count)
{
    return QString::fromUtf8(QByteArrayView(utf8).first(std::clamp<qsizetype>(count, 0, utf8.size()))).size();
}

} // namespace Migrations::SqlText
