#pragma once

#include "migrations/base/error.h"

namespace Migrations::SqlText {

/// Line and column, from 1, of a position in a text. The file is left empty.
[[nodiscard]] SourceLocation locationOf(const QString &text, qsizetype offset);

/// The line of the position, with a caret below its character; tabs stay tabs.
[[nodiscard]] QString excerptAt(const QString &text, qsizetype offset);

/// The position in a text of the `count`th byte of its UTF-8
[[nodiscard]] qsizetype fromUtf8Offset(const QByteArray &utf8, qsizetype count);

} // namespace Migrations::SqlText
