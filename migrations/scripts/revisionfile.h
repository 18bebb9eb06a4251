#pragma once

#include "migrations/base/error.h"

#include <QByteArray>
#include <QString>

namespace Migrations::Scripts {

/// The bytes of one file, not more than `most` of them. Any thread. A file is read and not mapped into
/// memory: somebody who shortens it meanwhile must not end the program.
/// Errors: Io; BadInput (larger than any revision may be, if all of it is asked for).
[[nodiscard]] Result<QByteArray> readRevisionFile(const QString &path, qsizetype most = -1);

/// UTF-8 as far as it is, without a byte order mark and with `\n` between lines: the text of a `.sql`
/// file, and of any file for people to look at.
[[nodiscard]] QString utf8Text(const QByteArray &bytes);

} // namespace Migrations::Scripts
