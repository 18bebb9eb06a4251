#pragma once

#include "migrations/python/syntaxtree.h"
#include "migrations/python/value.h"

#include <QList>

#include <optional>

namespace Migrations::Python {

class Instance;
class Interpreter;
class Iterator;
struct ClassBody;

/// The arguments of one call, evaluated.
struct Arguments {
    QList<Value> positional;
    QList<std::pair<QString, Value>> keywords;
    Position at; ///< of the call
};

/// Anything on the interpreter's heap: containers, functions, classes, and what other folders add
/// (columns, tables, connections). A class overrides the protocols that its values take part in;
/// the defaults raise Python's own TypeError or say that there is none.
class Object
{
public:
    Object() = default;
    virtual ~Object() = default;
    Q_DISABLE_COPY_MOVE(Object)

    [[nodiscard]] virtual QString typeName() const = 0;
    [[nodiscard]] virtual bool isTrue(Interpreter &interpreter);
    [[nodiscard]] virtual QString repr(Interpreter &interpreter);
    [[nodiscard]] virtual QString str(Interpreter &interpreter) { return repr(interpreter); }
    [[nodiscard]] virtual bool equals(Interpreter &interpreter, const Value &other);
    /// for keys of dicts and members of sets; the default is identity
    [[nodiscard]] virtual std::optional<QString> hashKey(Interpreter &interpreter);

    /// nullopt: no such attribute (the interpreter raises AttributeError)
    [[nodiscard]] virtual std::optional<Value> attribute(Interpreter &interpreter, const QString &name);
    /// false: cannot be set
    [[nodiscard]] virtual bool setAttribute(Interpreter &interpreter, const QString &name, const Value &value);

    [[nodiscard]] virtual Value call(Interpreter &interpreter, const Arguments &arguments);

    /// what a special method (`__int__`, `__round__`) gives that has no protocol here; nullopt: it has none
    [[nodiscard]] virtual std::optional<Value> special(
        Interpreter &interpreter, const QString &method, const QList<Value> &arguments = {});

    /// isinstance(value, this); nullopt: this is no class
    [[nodiscard]] virtual std::optional<bool> hasInstance(Interpreter &interpreter, const Value &value);
    /// whether it is a class: for int | this and for issubclass()
    [[nodiscard]] virtual bool isType() const { return false; }
    /// of a class: its name in messages
    [[nodiscard]] virtual QString typeTitle() const { return {}; }
    /// what type() gives; nullopt: what is known by typeName()
    [[nodiscard]] virtual std::optional<Value> type() const { return std::nullopt; }
    /// the text or number that an object of a subclass of str or int is; nullopt: it is none
    [[nodiscard]] virtual std::optional<Value> plain() const { return std::nullopt; }

    /// Whether a `class` statement with this among its bases makes something else than a Class
    [[nodiscard]] virtual bool makesClasses() const { return false; }
    /// whether a `class` statement takes no notice of it: typing.Generic[T], abc.ABC
    [[nodiscard]] virtual bool isErasedBase() const { return false; }
    /// what that statement makes; only when makesClasses() says so
    [[nodiscard]] virtual Value makeClass(Interpreter &interpreter, const ClassBody &body);

    [[nodiscard]] virtual std::optional<qint64> length(Interpreter &interpreter);
    [[nodiscard]] virtual Value item(Interpreter &interpreter, const Value &key);
    virtual void setItem(Interpreter &interpreter, const Value &key, const Value &value);
    virtual void deleteItem(Interpreter &interpreter, const Value &key);
    [[nodiscard]] virtual bool contains(Interpreter &interpreter, const Value &value);
    [[nodiscard]] virtual Iterator *iterate(Interpreter &interpreter);

    /// self op other, or other op self when `reflected`; nullopt: not for these operands
    [[nodiscard]] virtual std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected);
    /// for the comparisons with an order, and for == of objects that make something else of it
    [[nodiscard]] virtual std::optional<Value> compare(Interpreter &interpreter, Comparison op, const Value &other);

    // with statement
    [[nodiscard]] virtual bool isContextManager() const { return false; }
    [[nodiscard]] virtual Value enter(Interpreter &interpreter);
    /// `failed`: the block raised; the exception goes on after it
    virtual void exit(Interpreter &interpreter, bool failed);
    /// the same with the exception of the block, or null; true: it does not go on
    [[nodiscard]] virtual bool exitWith(Interpreter &interpreter, Instance *exception);
    /// false: cannot be deleted
    [[nodiscard]] virtual bool deleteAttribute(Interpreter &interpreter, const QString &name);
};

/// The text or number that stands for an object of a subclass of str or int; anything else is itself.
[[nodiscard]] Value plainOf(const Value &value);

/// What `for` asks for the next value.
class Iterator : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("iterator"); }
    /// nullopt: exhausted
    [[nodiscard]] virtual std::optional<Value> next(Interpreter &interpreter) = 0;
    /// what StopIteration carries at the end
    [[nodiscard]] virtual Value returned() const { return {}; }
    [[nodiscard]] Iterator *iterate(Interpreter &) override { return this; }
};

} // namespace Migrations::Python
