#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::StandardLibrary {

/// what no sum or product of two durations overflows
__extension__ typedef __int128 Microseconds;

/// datetime.timedelta, in microseconds.
class TimedeltaObject final : public Python::Object
{
public:
    static constexpr qint64 Second = 1'000'000;
    static constexpr qint64 Day = 86'400 * Second;

    explicit TimedeltaObject(qint64 microseconds) : microseconds(microseconds) {}
    const qint64 microseconds;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("datetime.timedelta"); }
    [[nodiscard]] bool isTrue(Python::Interpreter &) override { return microseconds != 0; }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] QString str(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Python::Value> binary(Python::Interpreter &interpreter, Python::BinaryOperator op,
        const Python::Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;
    [[nodiscard]] std::optional<Python::Value> special(Python::Interpreter &interpreter, const QString &method,
        const QList<Python::Value> &arguments = {}) override;

    [[nodiscard]] qint64 days() const;
};

/// OverflowError when it is not of datetime's range
[[nodiscard]] Python::Value makeTimedelta(Python::Interpreter &interpreter, Microseconds microseconds);
/// timedelta(days=…, hours=…)
[[nodiscard]] Python::Value constructTimedelta(Python::Interpreter &interpreter, const Python::Arguments &arguments);

} // namespace Migrations::StandardLibrary
