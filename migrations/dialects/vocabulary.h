#pragma once

#include "migrations/dialects/expressions.h"
#include "migrations/dialects/naming.h"

namespace Migrations::Dialects {

/// What all writers of one compiler share. `identifiers` and `types` are the dialect's and live as
/// long as the program; the rest belongs to the compiler.
struct Vocabulary {
    const Identifiers &identifiers;
    const Types &types;
    Literals literals;
    Expressions expressions;
    Values values;
    Naming naming;

    /// a value of a row, which may be SQL
    [[nodiscard]] QString text(const QVariant &value, const Schema::Type &type) const
    {
        const bool isSql = value.canConvert<Schema::Expression>();
        return isSql ? expressions.text(value.value<Schema::Expression>()) : values.text(value, type);
    }
};

} // namespace Migrations::Dialects
