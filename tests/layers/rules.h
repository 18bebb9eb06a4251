#pragma once

#include "tests/layers/sourcetext.h"

#include <QStringList>

namespace Layers {

/// The longest file, and the longest function with its head and closing brace.
inline constexpr int maximumFileLines = 400;
inline constexpr int maximumFunctionLines = 60;

/// The folder of the table that a file belongs to ("migrations/graph", "ui/history"), or empty.
[[nodiscard]] QString folderOf(const QString &path);
/// May a file in `from` include a file in `to`? Both as folderOf() says.
[[nodiscard]] bool mayInclude(const QString &from, const QString &to);
/// The folders that the table has a row for, lowest first.
[[nodiscard]] QStringList folders();

/// Sentences with file and line about what breaks the rules. `path` is from the root of the
/// checkout; it decides which rules hold.
[[nodiscard]] QStringList findings(const QString &path, const QString &text);

} // namespace Layers
