#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <variant>

namespace Migrations::Python {

class Object;

/// A Python value. The small immutable kinds are held here; everything else is an Object that the
/// interpreter's heap owns, so a Value lives no longer than its Interpreter. Integers have 64 bits;
/// what needs more is refused, not rounded.
class Value final
{
public:
    Value() = default; ///< None
    Value(std::same_as<bool> auto value) : m_data(value) {}
    Value(qint64 value) : m_data(value) {}
    Value(int value) : m_data(qint64(value)) {}
    Value(double value) : m_data(value) {}
    Value(const QString &value) : m_data(value) {}
    Value(const QByteArray &value) : m_data(value) {}
    Value(Object *object) : m_data(object) {}

    [[nodiscard]] bool isNone() const { return std::holds_alternative<std::monostate>(m_data); }
    [[nodiscard]] bool isBool() const { return std::holds_alternative<bool>(m_data); }
    /// an int, or a bool that counts as one
    [[nodiscard]] bool isInteger() const { return std::holds_alternative<qint64>(m_data) || isBool(); }
    [[nodiscard]] bool isFloat() const { return std::holds_alternative<double>(m_data); }
    [[nodiscard]] bool isNumber() const { return isInteger() || isFloat(); }
    [[nodiscard]] bool isString() const { return std::holds_alternative<QString>(m_data); }
    [[nodiscard]] bool isBytes() const { return std::holds_alternative<QByteArray>(m_data); }
    [[nodiscard]] bool isObject() const { return std::holds_alternative<Object *>(m_data); }

    // each only when is…() says so
    [[nodiscard]] bool toBool() const { return std::get<bool>(m_data); }
    [[nodiscard]] qint64 toInteger() const { return isBool() ? qint64(toBool()) : std::get<qint64>(m_data); }
    [[nodiscard]] double toFloat() const { return isFloat() ? std::get<double>(m_data) : double(toInteger()); }
    [[nodiscard]] const QString &toString() const { return std::get<QString>(m_data); }
    [[nodiscard]] const QByteArray &toBytes() const { return std::get<QByteArray>(m_data); }

    [[nodiscard]] Object *object() const { return isObject() ? std::get<Object *>(m_data) : nullptr; }
    /// the object when it is of that class, else nullptr
    template<class T>
    [[nodiscard]] T *as() const
    {
        return dynamic_cast<T *>(object());
    }

    /// `is`: the same object, or the same small value
    [[nodiscard]] bool isSame(const Value &other) const { return m_data == other.m_data; }

private:
    std::variant<std::monostate, bool, qint64, double, QString, QByteArray, Object *> m_data;
};

} // namespace Migrations::Python
