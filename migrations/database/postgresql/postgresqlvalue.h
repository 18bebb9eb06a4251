#pragma once

#include "migrations/base/error.h"

#include <QVariant>

namespace Migrations::Database {

/// A value as PostgreSQL reads it: the type that a placeholder is declared with and the text of a
/// constant. "unknown" leaves the type to the statement, as for a quoted constant.
struct PostgresqlValue {
    QString type;
    QString constant;

    /// Strings, numbers, bool, bytes, dates and times, uuids, lists (as arrays) and maps (as JSON).
    /// Error: BadInput for any other type and for text with a NUL character.
    [[nodiscard]] static Result<PostgresqlValue> from(const QVariant &value);
};

} // namespace Migrations::Database
