#pragma once

#include "migrations/base/error.h"
#include "migrations/python/object.h"

#include <QHash>

#include <functional>
#include <memory>

namespace Migrations::Python {

class Class;
class Function;

/// The variables of one module, function call, class body or comprehension.
class Scope final : public Object
{
public:
    enum class Kind { Module, Function, Class, Comprehension };

    Scope(Kind kind, Scope *parent) : kind(kind), parent(parent) {}

    const Kind kind;
    Scope *const parent; ///< the scope that the code stands in; null for a module
    QHash<QString, Value> variables;
    const QSet<QString> *locals = nullptr; ///< names that the function binds
    const Module *source = nullptr; ///< of a module: its text
    QString package; ///< of a module: what its relative imports start from
    bool importsLate = false; ///< of a module: what it imports is looked for when it is used
    const Function *function = nullptr; ///< whose call it is
    QSet<QString> globalNames;
    QSet<QString> nonlocalNames;
    QStringList order; ///< of a class body: its names as they came
    QList<std::pair<QString, QString>> annotated; ///< of a class body: names with the text of their annotations

    [[nodiscard]] QString typeName() const override { return QStringLiteral("scope"); }
    [[nodiscard]] Scope *module();
    [[nodiscard]] QString moduleName(); ///< __name__
    /// where `:=` and statements bind: a comprehension has no such place of its own
    [[nodiscard]] Scope *binding();
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
    Class *owner = nullptr; ///< the class whose body defines it: for super()
    QHash<QString, Value> members;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("function"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool setAttribute(Interpreter &interpreter, const QString &name, const Value &value) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;

private:
    void bind(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const;
    void bindPositional(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const;
    void bindKeywords(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const;
    void bindDefaults(Interpreter &interpreter, Scope &scope) const;
    [[noreturn]] void tooMany(Interpreter &interpreter, const Arguments &arguments, qsizetype taken) const;
    [[noreturn]] void refuseByName(Interpreter &interpreter, const QString &name, const Scope &scope) const;
};

/// A function of ours.
class Builtin final : public Object
{
public:
    /// A Type is a class of ours (str, list…) and its code the constructor; a Method, found on a
    /// class, takes the instance first.
    enum class Kind { Function, Type, Method };
    using Code = std::function<Value(Interpreter &, const Arguments &)>;
    Builtin(QString name, Code code, Kind kind = Kind::Function)
        : name(std::move(name)), code(std::move(code)), kind(kind) {}

    const QString name;
    const Code code;
    const Kind kind;

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
    [[nodiscard]] bool isType() const override { return kind == Kind::Type; }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override;
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
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;
};

/// What a `class` statement says, for a base that makes something of its own from it.
struct ClassBody {
    QString name;
    QString qualifiedName;
    QList<Value> bases;
    QHash<QString, Value> members;
    QStringList order; ///< of the members, as the body binds them
    QList<std::pair<QString, QString>> annotated; ///< names with the text of their annotations
    QList<std::pair<QString, Value>> keywords; ///< of the statement
};

class Instance;

/// A class of a script or an exception class. Built-in types that are called (str, int, list…) are
/// Builtins.
class Class final : public Object
{
public:
    Class(QString name, QList<Class *> bases);

    const QString name;
    const QList<Class *> bases;
    /// The order in which members are looked up, the class itself first, as Python has it (C3).
    /// Empty: the bases have no consistent order.
    const QList<Class *> order;
    QHash<QString, Value> members;
    QList<std::pair<QString, QString>> annotated; ///< names with the text of their annotations, as they came
    bool isException = false;
    bool isGeneric = false; ///< Class[T] is the class: with Generic among its bases
    QString qualifiedName; ///< of a class of a script: with its module and what is around it

    [[nodiscard]] bool isSubclassOf(const Class *other) const { return order.contains(other); }
    [[nodiscard]] bool isType() const override { return true; }
    [[nodiscard]] std::optional<Value> lookup(const QString &member) const;

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool setAttribute(Interpreter &interpreter, const QString &name, const Value &value) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
};

/// An object of a Class, exceptions among them.
class Instance final : public Object
{
public:
    explicit Instance(Class *type) : type(type) {}

    Class *const type;
    QHash<QString, Value> members;
    QStringList memberOrder; ///< as they were set
    QList<Value> arguments; ///< of an exception: args
    std::optional<Error> origin; ///< of an exception that a host's failure became

    /// into its __dict__, whatever the class says
    void setMember(Interpreter &interpreter, const QString &name, const Value &value);
    /// as object.__setattr__ does it: by descriptor, or as a member
    bool assignAttribute(Interpreter &interpreter, const QString &name, const Value &value);
    /// Calls a special method (`__len__`) of its class; nullopt: the class has none, or the method
    /// gives NotImplemented.
    [[nodiscard]] std::optional<Value> special(
        Interpreter &interpreter, const QString &name, const QList<Value> &arguments = {}) override;

    [[nodiscard]] QString typeName() const override { return type->name; }
    [[nodiscard]] bool isTrue(Interpreter &interpreter) override;
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] QString str(Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool setAttribute(Interpreter &interpreter, const QString &name, const Value &value) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;
    [[nodiscard]] std::optional<qint64> length(Interpreter &interpreter) override;
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override;
    void setItem(Interpreter &interpreter, const Value &key, const Value &value) override;
    void deleteItem(Interpreter &interpreter, const Value &key) override;
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Value> compare(Interpreter &interpreter, Comparison op, const Value &other) override;
    [[nodiscard]] bool isContextManager() const override;
    [[nodiscard]] Value enter(Interpreter &interpreter) override;
    [[nodiscard]] bool exitWith(Interpreter &interpreter, Instance *exception) override;
    [[nodiscard]] bool deleteAttribute(Interpreter &interpreter, const QString &name) override;

private:
    void rememberMember(Interpreter &interpreter, const QString &name);
    [[nodiscard]] std::optional<Value> exceptionAttribute(Interpreter &interpreter, const QString &name);
};

/// What a member that was found on a class is for the instance or class that it was asked of:
/// functions are bound, properties called, static and class methods unwrapped.
[[nodiscard]] Value boundMember(Interpreter &interpreter, const Value &member, const Value &self, Class *type);

/// property, staticmethod and classmethod
class Descriptor final : public Object
{
public:
    enum class Kind { Property, StaticMethod, ClassMethod };
    Descriptor(Kind kind, Value function) : kind(kind), function(std::move(function)) {}

    const Kind kind;
    const Value function; ///< of a property: the getter
    Value setter;

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override;
};

/// super(): the members of an instance or class that come after a class in its order.
class Super final : public Object
{
public:
    Super(Class *after, Class *type, Value self) : m_after(after), m_type(type), m_self(std::move(self)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("super"); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;

private:
    Class *const m_after;
    Class *const m_type;
    const Value m_self;
};

/// A value that there is once: NotImplemented, Ellipsis.
class Singleton final : public Object
{
public:
    Singleton(QString type, QString text) : m_type(std::move(type)), m_text(std::move(text)) {}
    [[nodiscard]] QString typeName() const override { return m_type; }
    [[nodiscard]] QString repr(Interpreter &) override { return m_text; }

private:
    const QString m_type;
    const QString m_text;
};

/// int | str
class TypeUnion final : public Object
{
public:
    explicit TypeUnion(QList<Value> types) : types(std::move(types)) {}
    const QList<Value> types;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("UnionType"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
};

/// Members of a module that are made when somebody asks for them: most of what a module has, a script
/// does not use.
class MemberTable
{
public:
    virtual ~MemberTable() = default;
    /// nullopt: there is none of that name
    [[nodiscard]] virtual std::optional<Value> make(Interpreter &interpreter, const QString &name) const = 0;
    [[nodiscard]] virtual QStringList names() const = 0;
};

/// An imported module: names to values.
class ModuleObject final : public Object
{
public:
    explicit ModuleObject(QString name) : name(std::move(name)) {}

    const QString name;
    QHash<QString, Value> members; ///< those that are made already
    std::vector<std::unique_ptr<const MemberTable>> tables; ///< the rest; what a later one has counts
    Scope *scope = nullptr; ///< of a module that a script wrote: its variables

    /// of its members, tables and variables; no other module is imported for it, unless this one did so
    /// itself or a table says so
    [[nodiscard]] std::optional<Value> find(Interpreter &interpreter, const QString &member);
    /// what the module's own __getattr__() gives for a name that it does not have
    [[nodiscard]] std::optional<Value> made(Interpreter &interpreter, const QString &member) const;
    /// what `from module import *` brings
    [[nodiscard]] QStringList publicNames(Interpreter &interpreter);

    [[nodiscard]] QString typeName() const override { return QStringLiteral("module"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
};

/// What a module of the project imports, not looked for yet: most of it is never used.
class LateImport final : public Object
{
public:
    /// `member`: empty for the module itself
    LateImport(QString module, QString member, Position at)
        : m_module(std::move(module)), m_member(std::move(member)), m_at(at) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("module"); }
    /// Opaque: nobody knows, or two modules have it from each other
    [[nodiscard]] Value resolve(Interpreter &interpreter);

private:
    const QString m_module;
    const QString m_member;
    const Position m_at;
    bool m_isResolving = false;
};

/// Something from outside the closed world: an application's module or what was imported from it.
/// Its attributes are opaque as well; any other use ends the evaluation with an error that names
/// it and the line where it came in. No `except` of the script catches that.
class Opaque final : public Object
{
public:
    Opaque(QString name, Position importedAt, QString reason = {})
        : name(std::move(name)), importedAt(importedAt), reason(std::move(reason)) {}

    const QString name;
    const Position importedAt;
    const QString reason; ///< of a name in a module of the project: why that module does not give it

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
