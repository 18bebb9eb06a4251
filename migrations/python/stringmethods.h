#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

using TextMethod = Value (*)(Interpreter &, const QString &, const Arguments &);

// The methods of str by name, in the tables of their kinds.
/// find, count, replace, split, partition…
[[nodiscard]] const QHash<QString, TextMethod> &searchMethods();
/// isdigit, isupper…
[[nodiscard]] const QHash<QString, TextMethod> &testMethods();
/// encode
[[nodiscard]] Value encodeText(Interpreter &interpreter, const QString &text, const Arguments &arguments);
/// what str.strip() takes and str.split() splits at
[[nodiscard]] bool isWhiteSpace(QChar character);

} // namespace Migrations::Python
