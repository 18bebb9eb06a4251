#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// A class of ours that a module of the standard library has: datetime.date, uuid.UUID. Called, it
/// makes a value; its functions and constants are members. isinstance() and type() know its values.
class NativeType final : public Object
{
public:
    using Construct = Value (*)(Interpreter &, const Arguments &);
    using Holds = bool (*)(const Value &);

    NativeType(QString module, QString name, Construct construct, Holds holds)
        : module(std::move(module)), name(std::move(name)), m_construct(construct), m_holds(holds) {}

    const QString module;
    const QString name;
    QHash<QString, Value> members;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &member) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;
    [[nodiscard]] std::optional<bool> hasInstance(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
    [[nodiscard]] bool isType() const override { return true; }
    [[nodiscard]] QString typeTitle() const override { return module + u'.' + name; }

private:
    const Construct m_construct;
    const Holds m_holds;
};

} // namespace Migrations::Python
