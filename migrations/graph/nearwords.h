#pragma once

#include <QStringList>

namespace Migrations::Graph {

/// Those of `words` that somebody may have meant who wrote `word`: at most three, the nearest by
/// edit distance first, none that differs in more than a third of its letters.
[[nodiscard]] QStringList nearWords(const QString &word, const QStringList &words);

} // namespace Migrations::Graph
