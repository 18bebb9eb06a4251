#pragma once

#include "migrations/schema/table.h"

namespace Workbench {

// Schema values in words, for the browser. The words of SQL are not translated.

/// an expression as it would be written in SQL
[[nodiscard]] QString expressionText(const Migrations::Schema::Expression &expression);
/// "FOREIGN KEY (tenant_id) → tenants (id) ON DELETE CASCADE"
[[nodiscard]] QString constraintText(const Migrations::Schema::Constraint &constraint);
[[nodiscard]] QString constraintName(const Migrations::Schema::Constraint &constraint);
/// "(a, lower(b) DESC)"
[[nodiscard]] QString indexText(const Migrations::Schema::Index &index);

} // namespace Workbench
