#include "migrations/sqltext/rowgiving.h"

#include <QRegularExpression>

namespace Migrations::SqlText {

bool givesRows(QStringView sql)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(?:\s|--[^\n]*\n|/\*.*?\*/)*\(*(?:select|with|values|show|explain|pragma|table)\b)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return pattern.matchView(sql).hasMatch();
}

bool changesSchema(const QString &sql)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\b(?:create|alter|drop|rename)\b[^;]*\b(?:table|index|type|view|schema|trigger)\b|\bdo\b\s*\$)"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(sql).hasMatch();
}

} // namespace Migrations::SqlText
