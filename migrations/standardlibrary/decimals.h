#pragma once

#include "migrations/python/biginteger.h"
#include "migrations/python/interpreter.h"

namespace Migrations::StandardLibrary {

/// A decimal number: digits and an exponent, or one of the special values.
/// Source: the General Decimal Arithmetic Specification, as Python's decimal has it.
struct DecimalNumber {
    enum class Kind { Finite, Infinity, NaN };
    Kind kind = Kind::Finite;
    bool isNegative = false;
    Python::BigInteger digits; ///< without a sign
    qint64 exponent = 0;

    [[nodiscard]] bool isZero() const { return kind == Kind::Finite && digits.isZero(); }
    [[nodiscard]] qint64 digitCount() const { return digits.isZero() ? 1 : digits.digits().size(); }
    /// of the most significant digit
    [[nodiscard]] qint64 adjusted() const { return exponent + digitCount() - 1; }
    [[nodiscard]] QString toString() const;
    /// nullopt: no number
    [[nodiscard]] static std::optional<DecimalNumber> fromText(const QString &text);
    [[nodiscard]] static DecimalNumber fromDouble(double number);
    [[nodiscard]] double toDouble() const;
};

/// decimal.Decimal
class DecimalObject final : public Python::Object
{
public:
    explicit DecimalObject(DecimalNumber number) : number(std::move(number)) {}
    const DecimalNumber number;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("decimal.Decimal"); }
    [[nodiscard]] bool isTrue(Python::Interpreter &) override { return !number.isZero(); }
    [[nodiscard]] QString str(Python::Interpreter &) override { return number.toString(); }
    [[nodiscard]] QString repr(Python::Interpreter &) override
    {
        return QStringLiteral("Decimal('%1')").arg(number.toString());
    }
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Python::Value> binary(Python::Interpreter &interpreter, Python::BinaryOperator op,
        const Python::Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;
    [[nodiscard]] std::optional<Python::Value> special(Python::Interpreter &interpreter, const QString &method,
        const QList<Python::Value> &arguments = {}) override;
};

/// Rounds to an exponent by one of Python's names for that (ROUND_HALF_EVEN…).
[[nodiscard]] DecimalNumber rescaled(const DecimalNumber &number, qint64 exponent, const QString &rounding);
/// Rounds to the 28 digits of the default context.
[[nodiscard]] DecimalNumber inContext(const DecimalNumber &number);
/// an int or a Decimal; nullopt: something else
[[nodiscard]] std::optional<DecimalNumber> decimalOf(const Python::Value &value);
/// a Decimal's format specification
[[nodiscard]] QString formatDecimal(
    Python::Interpreter &interpreter, const DecimalNumber &number, const QString &specification);
[[nodiscard]] std::optional<Python::Value> decimalMethod(
    Python::Interpreter &interpreter, DecimalObject *self, const QString &name);

} // namespace Migrations::StandardLibrary
