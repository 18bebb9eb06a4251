#include "migrations/base/error.h"

#include <QStringList>

namespace Migrations {

QString SourceLocation::toString() const
{
    if (line <= 0)
        return file;
    if (column <= 0)
        return QStringLiteral("%1:%2").arg(file).arg(line);
    return QStringLiteral("%1:%2:%3").arg(file).arg(line).arg(column);
}

QString Error::toText() const
{
    QStringList parts;
    parts << (at.file.isEmpty() ? message : at.toString() + u": " + message);
    for (const QString &part : {excerpt, statement, detail, nextStep}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u'\n');
}

} // namespace Migrations
