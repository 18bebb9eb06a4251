#include "migrations/scripts/sqlheader.h"

#include "migrations/scripts/revisionfile.h"

#include <algorithm>

namespace Migrations::Scripts {

namespace {

bool isKey(QStringView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; });
}

// the values of the comments `-- key: value`; the last one of a key counts
QHash<QString, QString> commentedValues(const QString &text)
{
    QHash<QString, QString> values;
    for (const QStringView row : QStringView(text).tokenize(u'\n')) {
        const QStringView line = row.trimmed();
        if (line.isEmpty())
            continue;
        const QStringView comment = line.mid(2).trimmed();
        if (!line.startsWith(QStringLiteral("--")) || comment.startsWith(QStringLiteral("migrate:"), Qt::CaseInsensitive))
            break;
        const qsizetype colon = comment.indexOf(u':');
        const QStringView key = comment.left(std::max<qsizetype>(colon, 0)).trimmed();
        if (isKey(key))
            values.insert(key.toString(), comment.mid(colon + 1).trimmed().toString());
    }
    return values;
}

} // namespace

std::optional<Revision> readSqlHeader(const QByteArray &bytes, const QString &path)
{
    const QHash<QString, QString> values = commentedValues(utf8Text(bytes.first(std::min(bytes.size(), SqlHeaderSize))));
    const QString id = values.value(QStringLiteral("revision"));
    if (id.isEmpty())
        return std::nullopt;
    const auto list = [&](const QString &key) {
        QStringList parts;
        for (const QString &part : values.value(key).split(u',')) {
            if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
                parts << trimmed;
        }
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
