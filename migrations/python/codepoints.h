#pragma once

#include <QString>

namespace Migrations::Python {

/// Python counts a text in characters, QString in UTF-16 units. They differ only for a text with
/// characters outside of the basic plane; each function looks for that first.
namespace CodePoints {

    [[nodiscard]] bool isWide(QStringView text);
    [[nodiscard]] qint64 length(QStringView text);
    /// the unit where a character begins; the size of the text for one past the end
    [[nodiscard]] qsizetype unit(QStringView text, qint64 character);
    /// the character that begins at a unit
    [[nodiscard]] qint64 character(QStringView text, qsizetype unit);
    /// every character as a text
    [[nodiscard]] QStringList split(const QString &text);
    /// less than, equal or greater than zero, by code point
    [[nodiscard]] int compare(const QString &left, const QString &right);

} // namespace CodePoints

} // namespace Migrations::Python
