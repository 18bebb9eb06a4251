#pragma once

#include "migrations/base/error.h"

#include <QByteArray>
#include <QString>

namespace Migrations::Scripts {

/// All bytes of one file. Errors: Io, BadInput (larger than any revision may be). Any thread.
[[nodiscard]] Result<QByteArray> readRevisionFile(const QString &path);

/// UTF-8 as far as it is, without a byte order mark and with `\n` between lines: the text of a `.sql`
/// file, and of any file for people to look at.
[[nodiscard]] QString utf8Text(const QByteArray &bytes);

} // namespace Migrations::Scripts
