#pragma once

#include "migrations/scripts/headerscanner.h"
#include "migrations/scripts/revision.h"

namespace Migrations::Scripts {

/// The header of a `.py` revision; see readRevision(). What scanHeader() declines is read with
/// Python's grammar; a script of many megabytes that needs the grammar is refused (BadInput).
[[nodiscard]] Result<Revision> readPythonHeader(
    const QByteArray &bytes, const QString &path, const EvaluateHeader &evaluate = {});

/// The same facts as scanHeader(), of any script, by Python's grammar. Errors: Syntax for text that
/// is not Python outside the bodies of functions; BadInput for an assignment that is no literal and
/// that `evaluate` does not know either.
[[nodiscard]] Result<HeaderFacts> parseHeader(
    const QByteArray &bytes, const QString &path, const EvaluateHeader &evaluate = {});

} // namespace Migrations::Scripts
