#pragma once

#include "migrations/python/biginteger.h"
#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// An int that 64 bits do not hold. Smaller ones are never of this class: what is computed here
/// goes through integerValue().
class LargeInteger final : public Object
{
public:
    explicit LargeInteger(BigInteger value) : value(std::move(value)) {}
    const BigInteger value;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("int"); }
    [[nodiscard]] bool isTrue(Interpreter &) override { return true; }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Value> compare(Interpreter &interpreter, Comparison op, const Value &other) override;
};

/// An int as a Value, large or not. What has more bits than anything useful is refused.
[[nodiscard]] Value integerValue(Interpreter &interpreter, const BigInteger &value);
/// nullopt: no int
[[nodiscard]] std::optional<BigInteger> bigInteger(const Value &value);
/// int op int without a limit of 64 bits; nullopt: there is no such operator
[[nodiscard]] std::optional<Value> largeBinary(
    Interpreter &interpreter, BinaryOperator op, const BigInteger &left, const BigInteger &right);
/// OverflowError when a float cannot hold it
[[nodiscard]] double toDouble(Interpreter &interpreter, const BigInteger &value);

} // namespace Migrations::Python
