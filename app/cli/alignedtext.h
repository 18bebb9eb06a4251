#pragma once

#include <QList>
#include <QStringList>

namespace Cli {

/// The rows as lines whose columns begin below each other on a terminal, two spaces apart. Wide
/// characters (Chinese, Japanese, Korean, emoji) count two cells and combining ones none.
[[nodiscard]] QStringList alignedLines(const QList<QStringList> &rows);

/// how many cells of a terminal a text takes
[[nodiscard]] int displayWidth(const QString &text);

} // namespace Cli
