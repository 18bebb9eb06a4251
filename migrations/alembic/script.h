#pragma once

#include "migrations/alembic/host.h"
#include "migrations/alembic/surroundings.h"
#include "migrations/base/canceltoken.h"
#include "migrations/python/interpreter.h"

namespace Migrations::Alembic {

/// Evaluates a function (`upgrade` or `downgrade`) of a Python revision against a host: executes the
/// top level of the script, calls the function. What the script may import is in this folder,
/// one table or file a module. A function that is not there is an error with the file, as in
/// Alembic. Synchronous, on the caller's thread.
[[nodiscard]] Result<void> evaluateScript(const std::shared_ptr<const Python::Module> &script,
    const QString &function, Host &host, const Python::Budget &budget = {}, const CancelToken &cancel = {},
    const Surroundings &surroundings = {});

/// The same of a text, which it reads before.
[[nodiscard]] Result<void> evaluateScript(const QByteArray &source, const QString &path, const QString &function,
    Host &host, const Python::Budget &budget = {}, const CancelToken &cancel = {},
    const Surroundings &surroundings = {});

} // namespace Migrations::Alembic
