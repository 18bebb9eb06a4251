#pragma once

#include "migrations/dialects/naming.h"
#include "migrations/dialects/values.h"

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
};

} // namespace Migrations::Dialects
