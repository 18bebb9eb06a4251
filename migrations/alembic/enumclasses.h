#pragma once

#include "migrations/python/callables.h"

namespace Migrations::Alembic {

class EnumClass;

/// One of an enumeration's values: Status.ACTIVE. With str or int among the class's bases it does
/// what its value does.
class EnumMember final : public Python::Object
{
public:
    EnumMember(EnumClass *type, QString name, Python::Value value)
        : type(type), name(std::move(name)), value(std::move(value)) {}

    EnumClass *const type;
    const QString name;
    const Python::Value value;

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] QString str(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool isTrue(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<qint64> length(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> binary(Python::Interpreter &interpreter, Python::BinaryOperator op,
        const Python::Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;
};

/// class Status(str, enum.Enum): its members in order; Status('x') and Status['X'] find them.
class EnumClass final : public Python::Object
{
public:
    enum class Kind { Plain, MixedIn, IsItsValue }; ///< Enum; (str, Enum); StrEnum and IntEnum

    EnumClass(QString name, Kind kind) : name(std::move(name)), kind(kind) {}

    const QString name;
    const Kind kind;
    QList<EnumMember *> members; ///< without aliases
    QHash<QString, EnumMember *> byName; ///< with them
    QStringList order; ///< of all names
    QHash<QString, Python::Value> others; ///< functions, properties, the docstring…

    [[nodiscard]] QString typeName() const override { return QStringLiteral("EnumType"); }
    [[nodiscard]] QString repr(Python::Interpreter &) override { return QStringLiteral("<enum '%1'>").arg(name); }
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] Python::Value call(Python::Interpreter &interpreter, const Python::Arguments &arguments) override;
    [[nodiscard]] Python::Value item(Python::Interpreter &interpreter, const Python::Value &key) override;
    [[nodiscard]] bool contains(Python::Interpreter &interpreter, const Python::Value &value) override;
    [[nodiscard]] std::optional<qint64> length(Python::Interpreter &) override { return members.size(); }
    [[nodiscard]] bool isTrue(Python::Interpreter &) override { return true; }
    [[nodiscard]] Python::Iterator *iterate(Python::Interpreter &interpreter) override;

    [[nodiscard]] EnumMember *withValue(Python::Interpreter &interpreter, const Python::Value &value) const;
};

/// enum.Enum and its kin: a base that makes an EnumClass.
class EnumBase final : public Python::Object
{
public:
    EnumBase(QString name, EnumClass::Kind kind) : m_name(std::move(name)), m_kind(kind) {}

    [[nodiscard]] QString typeName() const override { return m_name; }
    [[nodiscard]] bool makesClasses() const override { return true; }
    [[nodiscard]] Python::Value makeClass(Python::Interpreter &interpreter, const Python::ClassBody &body) override;

private:
    const QString m_name;
    const EnumClass::Kind m_kind;
};

/// The value of a member that does what its value does; anything else is itself.
[[nodiscard]] Python::Value plainValue(const Python::Value &value);

} // namespace Migrations::Alembic
