#pragma once

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

/// A dict that is the variables of something else, and changes them: globals(), vars(object).
class Namespace : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("dict"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override { return snapshot(interpreter)->repr(interpreter); }
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &) override { return std::nullopt; }
    [[nodiscard]] std::optional<qint64> length(Interpreter &) override { return names().size(); }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override;
    void setItem(Interpreter &interpreter, const Value &key, const Value &value) override;
    void deleteItem(Interpreter &interpreter, const Value &key) override;
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;

    /// what is in it now, as a dict of its own
    [[nodiscard]] Dict *snapshot(Interpreter &interpreter);

protected:
    [[nodiscard]] virtual QStringList names() const = 0;
    [[nodiscard]] virtual std::optional<Value> find(const QString &name) const = 0;
    virtual void set(Interpreter &interpreter, const QString &name, const Value &value) = 0;
    virtual bool remove(Interpreter &interpreter, const QString &name) = 0;
};

/// globals()
class GlobalNames final : public Namespace
{
public:
    explicit GlobalNames(Scope *scope) : m_scope(scope) {}

protected:
    QStringList names() const override { return m_scope->variables.keys(); }
    std::optional<Value> find(const QString &name) const override;
    void set(Interpreter &interpreter, const QString &name, const Value &value) override;
    bool remove(Interpreter &, const QString &name) override { return m_scope->variables.remove(name); }

private:
    Scope *const m_scope;
};

/// object.__dict__
class MemberNames final : public Namespace
{
public:
    explicit MemberNames(Instance *instance) : m_instance(instance) {}

protected:
    QStringList names() const override { return m_instance->memberOrder; }
    std::optional<Value> find(const QString &name) const override;
    void set(Interpreter &interpreter, const QString &name, const Value &value) override;
    bool remove(Interpreter &interpreter, const QString &name) override;

private:
    Instance *const m_instance;
};

} // namespace Migrations::Python
