#pragma once

#include "migrations/python/containers.h"
#include "migrations/python/interpreter.h"

namespace Migrations::StandardLibrary {

/// A class that namedtuple() or NamedTuple made.
class NamedTupleType final : public Python::Object
{
public:
    NamedTupleType(QString module, QString name) : module(std::move(module)), name(std::move(name)) {}

    const QString module;
    const QString name;
    QStringList fields;
    QHash<QString, Python::Value> defaults;
    QHash<QString, Python::Value> members; ///< functions and properties

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Python::Interpreter &) override
    {
        return QStringLiteral("<class '%1.%2'>").arg(module, name);
    }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Python::Value call(Python::Interpreter &interpreter, const Python::Arguments &arguments) override;
    [[nodiscard]] std::optional<bool> hasInstance(Python::Interpreter &interpreter, const Python::Value &value) override;
    [[nodiscard]] bool isType() const override { return true; }
    [[nodiscard]] QString typeTitle() const override { return name; }
};

/// A tuple whose items have names.
class NamedTuple final : public Python::Tuple
{
public:
    NamedTuple(NamedTupleType *shape, QList<Python::Value> items) : Tuple(std::move(items)), shape(shape) {}
    NamedTupleType *const shape;

    [[nodiscard]] QString typeName() const override { return shape->name; }
    [[nodiscard]] QString kind() const override { return QStringLiteral("tuple"); }
    [[nodiscard]] std::optional<Python::Value> type() const override { return Python::Value(shape); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
};

/// typing.NamedTuple: a base class that makes them from annotations; called, it does what namedtuple() does.
class NamedTupleBase final : public Python::Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] bool makesClasses() const override { return true; }
    [[nodiscard]] Python::Value makeClass(Python::Interpreter &interpreter, const Python::ClassBody &body) override;
    [[nodiscard]] Python::Value call(Python::Interpreter &interpreter, const Python::Arguments &arguments) override;
};

/// collections.namedtuple(name, fields, defaults=…)
[[nodiscard]] Python::Value namedTuple(Python::Interpreter &interpreter, const Python::Arguments &arguments);

} // namespace Migrations::StandardLibrary
