#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// text % values, with Python's conversions (%s %r %d %i %f %x %o %e %g %%) and %(name)s
[[nodiscard]] Value percentFormat(Interpreter &interpreter, const QString &text, const Value &values);

/// text.format(…): {} {0} {name} {name.attribute} {name[key]} with !conversion and :specification
[[nodiscard]] Value formatTemplate(Interpreter &interpreter, const QString &text, const Arguments &arguments);

} // namespace Migrations::Python
