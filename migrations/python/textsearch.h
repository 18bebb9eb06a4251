#pragma once

#include <QList>
#include <QString>

namespace Migrations::Python {

/// The first place of `part` in `text` from `from` on, or -1. Linear in the size of the text
/// whatever the two look like, which QString::indexOf() is not.
[[nodiscard]] qsizetype findText(QStringView text, QStringView part, qsizetype from = 0);
/// every place, without overlaps, at most so many
[[nodiscard]] QList<qsizetype> findAll(QStringView text, QStringView part, qsizetype most);
/// the last place, or -1
[[nodiscard]] qsizetype findLast(QStringView text, QStringView part);

} // namespace Migrations::Python
