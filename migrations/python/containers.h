#pragma once

#include "migrations/python/object.h"

#include <QHash>

namespace Migrations::Python {

class Slice;

/// Says whether repr() of an object is under way already, as it is inside of a list that holds
/// itself, and remembers it while it lives.
class ReprGuard final
{
public:
    ReprGuard(Interpreter &interpreter, const Object *object);
    ~ReprGuard();
    Q_DISABLE_COPY_MOVE(ReprGuard)
    [[nodiscard]] bool isInside() const { return m_isInside; }

private:
    Interpreter &m_interpreter;
    const Object *m_object;
    bool m_isInside;
};

/// list and tuple
class Sequence : public Object
{
public:
    explicit Sequence(QList<Value> items) : items(std::move(items)) {}

    QList<Value> items;

    [[nodiscard]] bool isTrue(Interpreter &) override { return !items.isEmpty(); }
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<qint64> length(Interpreter &) override { return items.size(); }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override;
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Value> compare(Interpreter &interpreter, Comparison op, const Value &other) override;

    /// list or tuple, also of those with a name of their own
    [[nodiscard]] virtual QString kind() const { return typeName(); }

protected:
    [[nodiscard]] virtual Sequence *sibling(Interpreter &interpreter, QList<Value> values) const = 0;
    /// the items between brackets; inside of itself only that there are some
    [[nodiscard]] QString itemsRepr(Interpreter &interpreter) const;
};

class List final : public Sequence
{
public:
    using Sequence::Sequence;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("list"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &) override { return std::nullopt; }
    void setItem(Interpreter &interpreter, const Value &key, const Value &value) override;
    void deleteItem(Interpreter &interpreter, const Value &key) override;

protected:
    [[nodiscard]] Sequence *sibling(Interpreter &interpreter, QList<Value> values) const override;

private:
    void assignSlice(Interpreter &interpreter, const Slice &slice, const Value &value);
};

class Tuple : public Sequence
{
public:
    using Sequence::Sequence;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("tuple"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &interpreter) override;

protected:
    [[nodiscard]] Sequence *sibling(Interpreter &interpreter, QList<Value> values) const override;
};

/// The keys of a dict or the members of a set, in order of insertion.
class HashedValues final
{
public:
    [[nodiscard]] const QList<Value> &values() const { return m_values; }
    [[nodiscard]] qsizetype size() const { return m_values.size(); }
    /// -1: not there
    [[nodiscard]] qsizetype find(Interpreter &interpreter, const Value &value) const;
    /// where it is now, and whether it is new
    std::pair<qsizetype, bool> insert(Interpreter &interpreter, const Value &value);
    void removeAt(Interpreter &interpreter, qsizetype index);
    void clear();

private:
    QList<Value> m_values;
    QHash<QString, qsizetype> m_index;
};

class Dict : public Object
{
public:
    [[nodiscard]] const QList<Value> &keys() const { return m_keys.values(); }
    [[nodiscard]] const QList<Value> &values() const { return m_values; }
    [[nodiscard]] std::optional<Value> get(Interpreter &interpreter, const Value &key) const;
    void set(Interpreter &interpreter, const Value &key, const Value &value);
    std::optional<Value> take(Interpreter &interpreter, const Value &key);
    void clear();

    [[nodiscard]] QString typeName() const override { return QStringLiteral("dict"); }
    [[nodiscard]] bool isTrue(Interpreter &) override { return m_keys.size() > 0; }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<qint64> length(Interpreter &) override { return m_keys.size(); }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override;
    void setItem(Interpreter &interpreter, const Value &key, const Value &value) override;
    void deleteItem(Interpreter &interpreter, const Value &key) override;
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;

private:
    HashedValues m_keys;
    QList<Value> m_values;
};

class Set final : public Object
{
public:
    explicit Set(bool isFrozen = false) : isFrozen(isFrozen) {}
    HashedValues members;
    const bool isFrozen;

    [[nodiscard]] QString typeName() const override
    {
        return isFrozen ? QStringLiteral("frozenset") : QStringLiteral("set");
    }
    [[nodiscard]] bool isTrue(Interpreter &) override { return members.size() > 0; }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<qint64> length(Interpreter &) override { return members.size(); }
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Value> compare(Interpreter &interpreter, Comparison op, const Value &other) override;
};

/// range(); lazy, so that a large one costs nothing
class Range final : public Object
{
public:
    Range(qint64 start, qint64 stop, qint64 step) : start(start), stop(stop), step(step) {}
    const qint64 start, stop, step;

    [[nodiscard]] qint64 size() const;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("range"); }
    [[nodiscard]] bool isTrue(Interpreter &) override { return size() > 0; }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<qint64> length(Interpreter &) override { return size(); }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override;
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override;
};

/// What keys(), values() and items() of a dict give: it follows the dict.
class DictView final : public Object
{
public:
    enum class Kind { Keys, Values, Items };
    DictView(Kind kind, Dict *dict) : kind(kind), dict(dict) {}
    const Kind kind;
    Dict *const dict;

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Interpreter &) override { return std::nullopt; }
    [[nodiscard]] std::optional<qint64> length(Interpreter &) override { return dict->keys().size(); }
    [[nodiscard]] bool contains(Interpreter &interpreter, const Value &value) override;
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Value> binary(
        Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected) override;

private:
    [[nodiscard]] Set *toSet(Interpreter &interpreter);
};

/// a slice between brackets
class Slice final : public Object
{
public:
    Slice(Value start, Value stop, Value step)
        : start(std::move(start)), stop(std::move(stop)), step(std::move(step)) {}
    const Value start, stop, step;

    /// the positions start, start + step, …
    struct Part {
        qint64 start;
        qint64 step;
        qint64 count;
    };

    [[nodiscard]] QString typeName() const override { return QStringLiteral("slice"); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override;
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    /// what it takes from a sequence of that length
    [[nodiscard]] Part part(Interpreter &interpreter, qint64 length) const;
    /// the positions that it takes from a sequence of that length, in order
    [[nodiscard]] QList<qint64> positions(Interpreter &interpreter, qint64 length) const;
};

/// Walks over a list of values that does not change any more.
class ListIterator final : public Iterator
{
public:
    explicit ListIterator(QList<Value> items) : m_items(std::move(items)) {}
    [[nodiscard]] std::optional<Value> next(Interpreter &interpreter) override;

private:
    QList<Value> m_items;
    qsizetype m_next = 0;
};

} // namespace Migrations::Python
