#pragma once

#include "migrations/base/error.h"

namespace Migrations {

/// The bytes of a file that somebody wrote by hand. Errors: NotFound, Io, BadInput (larger than any
/// configuration is).
[[nodiscard]] Result<QByteArray> readFile(const QString &path);

/// The text of such a file: UTF-8, a byte order mark skipped. Errors: those of readFile(), and Syntax
/// at the first line that is not UTF-8.
[[nodiscard]] Result<QString> readTextFile(const QString &path);

} // namespace Migrations
