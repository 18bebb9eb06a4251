// Binary operators and comparisons of the interpreter.
#include "migrations/python/codepoints.h"
#include "migrations/python/formatting.h"
#include "migrations/python/interpreter.h"
#include "migrations/python/numbers.h"

namespace Migrations::Python {

namespace {

QString symbol(BinaryOperator op)
{
    static const QString symbols[] = {QStringLiteral("+"), QStringLiteral("-"), QStringLiteral("*"),
        QStringLiteral("/"), QStringLiteral("//"), QStringLiteral("%"), QStringLiteral("** or pow()"),
        QStringLiteral("&"), QStringLiteral("|"), QStringLiteral("^"), QStringLiteral("<<"), QStringLiteral(">>"),
        QStringLiteral("@")};
    return symbols[int(op)];
}

QString symbol(Comparison op)
{
    static const QString symbols[] = {QStringLiteral("=="), QStringLiteral("!="), QStringLiteral("<"),
        QStringLiteral("<="), QStringLiteral(">"), QStringLiteral(">="), QStringLiteral("in"),
        QStringLiteral("not in"), QStringLiteral("is"), QStringLiteral("is not")};
    return symbols[int(op)];
}

Comparison mirrored(Comparison op)
{
    switch (op) {
    case Comparison::Less: return Comparison::Greater;
    case Comparison::LessEqual: return Comparison::GreaterEqual;
    case Comparison::Greater: return Comparison::Less;
    case Comparison::GreaterEqual: return Comparison::LessEqual;
    default: return op;
    }
}

template<class Text>
Value repeated(Interpreter &interpreter, const Text &text, qint64 times)
{
    if (times <= 0 || text.isEmpty())
        return Text();
    qint64 size = 0;
    if (__builtin_mul_overflow(qint64(text.size()), times, &size))
        size = std::numeric_limits<qint64>::max() / 4;
    interpreter.spendBytes(size * 2);
    return text.repeated(qsizetype(times));
}

template<class Text>
Value joined(Interpreter &interpreter, const Text &left, const Text &right)
{
    interpreter.spendBytes((left.size() + right.size()) * 2);
    interpreter.step((left.size() + right.size()) / 256);
    return Text(left + right);
}

std::optional<Value> textBinary(Interpreter &interpreter, BinaryOperator op, const Value &left, const Value &right)
{
    if (op == BinaryOperator::Add && left.isString() && right.isString())
        return joined(interpreter, left.toString(), right.toString());
    if (op == BinaryOperator::Add && left.isBytes() && right.isBytes())
        return joined(interpreter, left.toBytes(), right.toBytes());
    if (op == BinaryOperator::Modulo && left.isString())
        return percentFormat(interpreter, left.toString(), right);
    if (op != BinaryOperator::Multiply)
        return std::nullopt;
    const Value &text = left.isInteger() ? right : left;
    const Value &times = left.isInteger() ? left : right;
    if (text.isString() && times.isInteger())
        return repeated(interpreter, text.toString(), times.toInteger());
    if (text.isBytes() && times.isInteger())
        return repeated(interpreter, text.toBytes(), times.toInteger());
    return std::nullopt;
}

bool isSequence(const Value &value)
{
    return value.isString() || value.isBytes() || value.as<Sequence>();
}

// Python's TypeError for operands that do not go together; `sign` is + or +=
QString complaint(BinaryOperator op, const QString &sign, const Value &left, const Value &right)
{
    const QString rightType = Interpreter::typeName(right);
    if (op == BinaryOperator::Add && left.isString())
        return QStringLiteral("can only concatenate str (not \"%1\") to str").arg(rightType);
    if (op == BinaryOperator::Add && left.isBytes())
        return QStringLiteral("can't concat %1 to bytes").arg(rightType);
    if (op == BinaryOperator::Multiply && (isSequence(left) || isSequence(right)))
        return QStringLiteral("can't multiply sequence by non-int of type '%1'")
            .arg(isSequence(left) ? rightType : Interpreter::typeName(left));
    return QStringLiteral("unsupported operand type(s) for %1: '%2' and '%3'")
        .arg(sign, Interpreter::typeName(left), rightType);
}

template<class T>
bool ordered(Comparison op, const T &left, const T &right)
{
    switch (op) {
    case Comparison::Less: return left < right;
    case Comparison::LessEqual: return left <= right;
    case Comparison::Greater: return left > right;
    default: return left >= right;
    }
}

} // namespace

std::optional<Value> Interpreter::tryBinary(BinaryOperator op, const Value &left, const Value &right)
{
    checkStack();
    std::optional<Value> result;
    if (left.isNumber() && right.isNumber())
        return numberBinary(*this, op, left, right);
    if (Object *object = left.object())
        result = object->binary(*this, op, right, false);
    else
        result = textBinary(*this, op, left, right);
    if (!result && right.isObject())
        result = right.object()->binary(*this, op, left, true);
    return result;
}

Value Interpreter::binary(BinaryOperator op, const Value &left, const Value &right)
{
    if (const std::optional<Value> result = tryBinary(op, left, right))
        return *result;
    raise(QStringLiteral("TypeError"), complaint(op, symbol(op), left, right));
}

Value Interpreter::inPlace(BinaryOperator op, const Value &left, const Value &right)
{
    auto *list = left.as<List>();
    if (list && op == BinaryOperator::Add) {
        list->items << toList(right);
        return left;
    }
    if (auto *dict = left.as<Dict>(); dict && op == BinaryOperator::BitOr) {
        static_cast<void>(callValue(attribute(left, QStringLiteral("update")), {{right}, {}, m_at}));
        return left;
    }
    const std::optional<Value> result = tryBinary(op, left, right);
    if (!result) {
        const QString sign = op == BinaryOperator::Power ? QStringLiteral("**=") : symbol(op) + u'=';
        raise(QStringLiteral("TypeError"), complaint(op, sign, left, right));
    }
    if (auto *changed = result->as<List>(); list && changed && op == BinaryOperator::Multiply) {
        list->items = changed->items;
        return left;
    }
    if (auto *set = left.as<Set>(), *changed = result->as<Set>(); set && changed && !set->isFrozen) {
        set->members = changed->members;
        return left;
    }
    return *result;
}

Value Interpreter::compare(Comparison op, const Value &left, const Value &right)
{
    switch (op) {
    case Comparison::Is: return left.isSame(right);
    case Comparison::IsNot: return !left.isSame(right);
    case Comparison::In: return contains(right, left);
    case Comparison::NotIn: return !contains(right, left);
    default: break;
    }
    checkStack();
    if (Object *object = left.object()) {
        if (const std::optional<Value> result = object->compare(*this, op, right))
            return *result;
    }
    if (Object *object = right.object()) {
        if (const std::optional<Value> result = object->compare(*this, mirrored(op), left))
            return *result;
    }
    if (op == Comparison::Equal)
        return equals(left, right);
    if (op == Comparison::NotEqual)
        return !equals(left, right);
    if (left.isInteger() && right.isInteger())
        return ordered(op, left.toInteger(), right.toInteger());
    if (left.isNumber() && right.isNumber())
        return ordered(op, exactNumber(left), exactNumber(right));
    if (left.isString() && right.isString())
        return ordered(op, CodePoints::compare(left.toString(), right.toString()), 0);
    if (left.isBytes() && right.isBytes())
        return ordered(op, left.toBytes(), right.toBytes());
    raise(QStringLiteral("TypeError"),
        QStringLiteral("'%1' not supported between instances of '%2' and '%3'")
            .arg(symbol(op), typeName(left), typeName(right)));
}

} // namespace Migrations::Python
