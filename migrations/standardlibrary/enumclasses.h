#pragma once

#include "migrations/python/callables.h"

namespace Migrations::StandardLibrary {

class EnumClass;

/// One of an enumeration's values: Status.ACTIVE. With str or int among the class's bases it does
/// what its value does.
class EnumMember final : public Python::Object
{
public:
    EnumMember(EnumClass *owner, QString name, Python::Value value)
        : owner(owner), name(std::move(name)), value(std::move(value)) {}

    EnumClass *const owner;
    const QString name; ///< of several flags: with | between them
    Python::Value value; ///< set once, by the class or by __new__
    QHash<QString, Python::Value> members; ///< what its __init__ set

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] QString str(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool isTrue(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool setAttribute(
        Python::Interpreter &interpreter, const QString &name, const Python::Value &value) override;
    [[nodiscard]] std::optional<qint64> length(Python::Interpreter &interpreter) override;
    [[nodiscard]] Python::Value item(Python::Interpreter &interpreter, const Python::Value &key) override;
    [[nodiscard]] bool contains(Python::Interpreter &interpreter, const Python::Value &value) override;
    [[nodiscard]] Python::Iterator *iterate(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> binary(Python::Interpreter &interpreter, Python::BinaryOperator op,
        const Python::Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;
    [[nodiscard]] std::optional<Python::Value> special(Python::Interpreter &interpreter, const QString &method,
        const QList<Python::Value> &arguments = {}) override;
    [[nodiscard]] std::optional<Python::Value> plain() const override;
    [[nodiscard]] std::optional<Python::Value> type() const override;

private:
    [[nodiscard]] std::optional<Python::Value> own(Python::Interpreter &interpreter, const QString &method,
        const QList<Python::Value> &arguments = {});
};

/// class Status(str, enum.Enum): its members in order; Status('x') and Status['X'] find them.
class EnumClass final : public Python::Object
{
public:
    enum class Kind { Plain, MixedIn, IsItsValue }; ///< Enum; (str, Enum); StrEnum and IntEnum

    EnumClass(QString name, Kind kind) : name(std::move(name)), kind(kind) {}

    const QString name;
    const Kind kind;
    bool isText = false; ///< with str among its bases
    bool isFlag = false; ///< members are bits
    bool lowersNames = false; ///< auto() gives the name in small letters
    EnumClass *base = nullptr; ///< an enumeration without members that it extends
    QList<EnumMember *> members; ///< without aliases
    QHash<QString, EnumMember *> byName; ///< with them
    QHash<QString, EnumMember *> combinations; ///< of flags, by value
    QStringList order; ///< of all names
    QHash<QString, Python::Value> others; ///< functions, properties, the docstring…

    [[nodiscard]] QString typeName() const override { return QStringLiteral("EnumType"); }
    [[nodiscard]] QString repr(Python::Interpreter &) override { return QStringLiteral("<enum '%1'>").arg(name); }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Python::Value call(Python::Interpreter &interpreter, const Python::Arguments &arguments) override;
    [[nodiscard]] Python::Value item(Python::Interpreter &interpreter, const Python::Value &key) override;
    [[nodiscard]] bool contains(Python::Interpreter &interpreter, const Python::Value &value) override;
    [[nodiscard]] std::optional<qint64> length(Python::Interpreter &) override { return listed().size(); }
    [[nodiscard]] bool isTrue(Python::Interpreter &) override { return true; }
    [[nodiscard]] Python::Iterator *iterate(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<bool> hasInstance(Python::Interpreter &interpreter, const Python::Value &value) override;
    [[nodiscard]] bool isType() const override { return true; }
    [[nodiscard]] QString typeTitle() const override { return name; }
    /// without members it can be a base class
    [[nodiscard]] bool makesClasses() const override { return true; }
    [[nodiscard]] Python::Value makeClass(Python::Interpreter &interpreter, const Python::ClassBody &body) override;

    /// what it or its base has besides members
    [[nodiscard]] std::optional<Python::Value> lookup(const QString &member) const;
    [[nodiscard]] EnumMember *withValue(Python::Interpreter &interpreter, const Python::Value &value) const;
    /// several flags as one member; made when it is first asked for
    [[nodiscard]] EnumMember *combined(Python::Interpreter &interpreter, qint64 bits);
    /// the members that an iteration gives: of flags those with one bit
    [[nodiscard]] QList<EnumMember *> listed() const;
};

/// enum.Enum and its kin: a base that makes an EnumClass.
class EnumBase final : public Python::Object
{
public:
    EnumBase(QString name, EnumClass::Kind kind) : m_name(std::move(name)), m_kind(kind) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("EnumType"); }
    [[nodiscard]] QString repr(Python::Interpreter &) override { return QStringLiteral("<enum '%1'>").arg(m_name); }
    [[nodiscard]] bool makesClasses() const override { return true; }
    [[nodiscard]] Python::Value makeClass(Python::Interpreter &interpreter, const Python::ClassBody &body) override;
    /// Enum('Color', 'RED GREEN')
    [[nodiscard]] Python::Value call(Python::Interpreter &interpreter, const Python::Arguments &arguments) override;
    [[nodiscard]] std::optional<bool> hasInstance(Python::Interpreter &interpreter, const Python::Value &value) override;
    [[nodiscard]] bool isType() const override { return true; }

private:
    const QString m_name;
    const EnumClass::Kind m_kind;
};

/// The value of a member that does what its value does; anything else is itself.
[[nodiscard]] Python::Value plainValue(const Python::Value &value);

} // namespace Migrations::StandardLibrary
