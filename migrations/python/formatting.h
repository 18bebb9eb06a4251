#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// text % values, with Python's conversions (%s %r %a %c %d %i %u %x %o %e %f %g %%), %(name)s and *
[[nodiscard]] Value percentFormat(Interpreter &interpreter, const QString &text, const Value &values);

/// text.format(…): {} {0} {name} {name.attribute} {name[key]} with !conversion and :specification.
/// `mapping`, when there is one, stands for the keywords: format_map().
[[nodiscard]] Value formatTemplate(Interpreter &interpreter, const QString &text, const Arguments &arguments,
    const std::optional<Value> &mapping = std::nullopt);

/// The text with so much of `fill` around it that it has that many characters, within the budget.
/// Align is one of < > ^.
[[nodiscard]] QString padded(
    Interpreter &interpreter, const QString &text, qint64 width, QChar align, const QString &fill);

/// The digits of a float's magnitude for one of e f g (any case), with printf's precision; `alternate`
/// keeps the point.
[[nodiscard]] QString floatDigits(
    Interpreter &interpreter, double magnitude, QChar type, qint64 precision, bool alternate);

} // namespace Migrations::Python
