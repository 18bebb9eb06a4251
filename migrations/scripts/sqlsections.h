#pragma once

#include "migrations/base/error.h"

#include <QList>

namespace Migrations::Scripts {

/// A statement of a `.sql` revision.
struct SqlStatement {
    QString sql; ///< without the terminator
    SourceLocation at;
};

/// The statements of the `-- migrate:up` or `-- migrate:down` sections that are for a dialect, in
/// the order of the file. A section without a dialect's name is for both. No section for that
/// direction is an error with the file, because nobody knows whether that was meant.
/// `source` is the whole file at `path`, which is for messages.
[[nodiscard]] Result<QList<SqlStatement>> sqlStatements(
    const QByteArray &source, const QString &path, bool up, const QString &dialect);

} // namespace Migrations::Scripts
