#include "migrations/scripts/sqlheader.h"

#include "migrations/scripts/revisionfile.h"

#include <QRegularExpression>

namespace Migrations::Scripts {

std::optional<Revision> readSqlHeader(const QByteArray &bytes, const QString &path)
{
    static const QRegularExpression line(QStringLiteral("^--\\s*([a-z_]+)\\s*:\\s*(.*?)\\s*$"));
    QHash<QString, QString> values;
    const QString text = utf8Text(bytes);
    for (const QStringView row : QStringView(text).split(u'\n')) {
        const QString trimmed = row.trimmed().toString();
        if (trimmed.isEmpty())
            continue;
        if (!trimmed.startsWith(QStringLiteral("--")) || trimmed.startsWith(QStringLiteral("-- migrate:")))
            break;
        if (const QRegularExpressionMatch match = line.match(trimmed); match.hasMatch())
            values.insert(match.captured(1), match.captured(2));
    }
    const QString id = values.value(QStringLiteral("revision"));
    if (id.isEmpty())
        return std::nullopt;
    const auto list = [&](const QString &key) {
        QStringList parts = values.value(key).split(u',', Qt::SkipEmptyParts);
        for (QString &part : parts)
            part = part.trimmed();
        return parts;
    };
    const QString message = values.value(QStringLiteral("message"));
    return Revision {
        .id = id,
        .down = list(QStringLiteral("revises")),
        .dependsOn = list(QStringLiteral("depends_on")),
        .branchLabels = list(QStringLiteral("branch_labels")),
        .doc = message,
        .longDoc = message,
        .createDate = values.value(QStringLiteral("create_date")),
        .path = path,
        .language = Language::Sql,
    };
}

} // namespace Migrations::Scripts
