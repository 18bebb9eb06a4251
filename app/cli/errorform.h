#pragma once

#include "migrations/base/error.h"

#include <QJsonObject>

namespace Cli {

/// "FAILED: …" as Alembic begins it, then one indented line for everything else that is known:
/// where, the source, the statement, the server's words, what to do.
[[nodiscard]] QString failureText(const Migrations::Error &error);
/// The same for something that does not stop the work.
[[nodiscard]] QString warningText(const Migrations::Error &problem);
/// {code, message, file, line, column, excerpt, statement, detail, nextStep}; what is not known is
/// not there.
[[nodiscard]] QJsonObject errorJson(const Migrations::Error &error);

/// An error about revisions and symbols that does not say what to do: names the command that lists
/// the revisions.
[[nodiscard]] Migrations::Error withHistoryHint(Migrations::Error error);

} // namespace Cli
