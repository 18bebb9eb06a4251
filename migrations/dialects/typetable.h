#pragma once

#include "migrations/schema/type.h"

namespace Migrations::Dialects {

/// What kind of values a type holds; decides SERIAL and how a value is written.
enum class TypeFamily {
    Other,
    String,
    Integer,
    SmallInteger,
    BigInteger,
    Numeric,
    Boolean,
    Date,
    Time,
    DateTime,
    Interval,
    Binary,
    Uuid,
    Json,
    Array,
    Null,
};

/// One type of SQLAlchemy and how each dialect writes it. A pattern's {words} stand for the type's
/// arguments (see Types); an empty pattern means that the dialect has no such type.
struct TypeRow {
    QStringView name;
    TypeFamily family;
    QStringView postgresql;
    QStringView sqlite;
};

/// The row of a type by SQLAlchemy's name. A dialect in front is looked up with it first, then
/// without. nullptr: not in the table.
[[nodiscard]] const TypeRow *findTypeRow(const QString &name);

} // namespace Migrations::Dialects
