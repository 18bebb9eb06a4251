#pragma once

#include <QByteArray>
#include <QString>

namespace Migrations::Python {

/// What the text between the quotes of a string literal means: Python's escape sequences resolved.
/// \N{name} stays as it is written.
[[nodiscard]] bool namesCharacter(const QByteArray &raw);
[[nodiscard]] QString unescapedText(const QString &raw);
[[nodiscard]] QByteArray unescapedBytes(const QByteArray &raw);

} // namespace Migrations::Python
