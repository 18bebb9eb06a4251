#pragma once

#include "migrations/alembic/modulelibrary.h"
#include "migrations/base/error.h"

namespace Migrations::Alembic {

/// What a script's top level assigns to `name` where the header has no literal: text, None, or texts in
/// a tuple, list or set. The top level is evaluated with nothing around it but the project's own
/// modules; no function of it is called by us. From any thread.
/// Errors: Syntax, and BadInput or Unsupported with the place of what cannot be evaluated.
[[nodiscard]] Result<QStringList> headerValue(
    const QByteArray &source, const QString &path, const QString &name, ModuleLibrary &modules);

} // namespace Migrations::Alembic
