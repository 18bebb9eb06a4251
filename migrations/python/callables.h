#pragma once

#include "migrations/base/error.h"
#include "migrations/python/object.h"

#include <QHash>

#include <functional>
#include <memory>

namespace Migrations::Python {

/// The variables of one module, function call, class body or comprehension.
class Scope final : public Object
{
public:
    enum class Kind { Module, Function, Class };

    Scope(Kind kind, Scope *parent) : kind(kind), parent(parent) {}

    const Kind kind;
    Scope *const parent; ///< the scope that the code stands in; null for a module
    QHash<QString, Value> variables;
    const QSet<QString> *locals = nullptr; ///< names that the function binds
    QSet<QString> globalNames;
    QSet<QString> nonlocalNames;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("scope"); }
    [[nodiscard]] Scope *module();
};

/// def and lambda
class Function final : public Object
{
public:
    Function(std::shared_ptr<const FunctionBody> body, Scope *closure, QHash<QString, Value> defaults)
        : body(std::move(body)), closure(closure), defaults(std::move(defaults)) {}

    const std::shared_ptr<const FunctionBody> body;
    Scope *const closure;
    const QHash<QString, Value> defaults;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("function"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;

private:
    void bind(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const;
    void bindPositional(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const;
    void bindKeywords(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const;
    void bindDefaults(Interpreter &interpreter, Scope &scope) const;
};

/// A function of ours.
class Builtin final : public Object
{
public:
    using Code = std::function<Value(Interpreter &, const Arguments &)>;
    Builtin(QString name, Code code) : name(std::move(name)), code(std::move(code)) {}

    const QString name;
    const Code code;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("builtin_function_or_method"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override
    {
        return code(interpreter, arguments);
    }
};

/// A function looked up on an instance: self goes first.
class BoundMethod final : public Object
{
public:
    BoundMethod(Value self, Object *function) : self(std::move(self)), function(function) {}
    const Value self;
    Object *const function;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("method"); }
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;
};

class Instance;

/// A class of a script or an exception class. Built-in types that are called (str, int, list…) are
/// Builtins.
class Class final : public Object
{
public:
    Class(QString name, QList<Class *> bases) : name(std::move(name)), bases(std::move(bases)) {}

    const QString name;
    const QList<Class *> bases;
    QHash<QString, Value> members;
    bool isException = false;

    [[nodiscard]] bool isSubclassOf(const Class *other) const;
    [[nodiscard]] std::optional<Value> lookup(const QString &member) const;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool setAttribute(Interpreter &interpreter, const QString &name, const Value &value) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;
};

/// An object of a Class, exceptions among them.
class Instance final : public Object
{
public:
    explicit Instance(Class *type) : type(type) {}

    Class *const type;
    QHash<QString, Value> members;
    QList<Value> arguments; ///< of an exception: args
    std::optional<Error> origin; ///< of an exception that a host's failure became

    [[nodiscard]] QString typeName() const override { return type->name; }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] QString str(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool setAttribute(Interpreter &interpreter, const QString &name, const Value &value) override;
};

/// An imported module: names to values.
class ModuleObject final : public Object
{
public:
    explicit ModuleObject(QString name) : name(std::move(name)) {}

    const QString name;
    QHash<QString, Value> members;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("module"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
};

/// Something from outside the closed world: an application's module or what was imported from it.
/// Its attributes are opaque as well; any other use ends the evaluation with an error that names
/// it and the line where it came in. No `except` of the script catches that.
class Opaque final : public Object
{
public:
    Opaque(QString name, Position importedAt) : name(std::move(name)), importedAt(importedAt) {}

    const QString name;
    const Position importedAt;

    [[nodiscard]] QString typeName() const override { return name; }
    [[nodiscard]] bool isTrue(Interpreter &interpreter) override;
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool setAttribute(Interpreter &interpreter, const QString &name, const Value &value) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;
    [[nodiscard]] std::optional<qint64> length(Interpreter &interpreter) override;
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override;
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Value> compare(Interpreter &interpreter, Comparison op, const Value &other) override;

private:
    [[noreturn]] void refuse(Interpreter &interpreter) const;
};

} // namespace Migrations::Python
