#pragma once

#include <QDateTime>

namespace Migrations::Journal {

/// "2026-11-21T19:24:30.125Z", as it stands in the journal; empty for an invalid one
[[nodiscard]] inline QString toText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QStringLiteral("");
}

[[nodiscard]] inline QDateTime momentOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

} // namespace Migrations::Journal
