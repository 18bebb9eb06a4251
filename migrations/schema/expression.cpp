#include "migrations/schema/expression.h"

namespace Migrations::Schema {

Expression Expression::list(const QStringList &strings)
{
    Expression result {.kind = Kind::List};
    for (const QString &text : strings)
        result.arguments << string(text);
    return result;
}

bool Expression::isTrue() const
{
    switch (kind) {
    case Kind::False:
    case Kind::Null:
        return false;
    case Kind::String:
    case Kind::Text:
        return !text.isEmpty();
    case Kind::Number:
        return text.toDouble() != 0.0;
    case Kind::List:
    case Kind::Dict:
        return !arguments.isEmpty();
    default:
        return true;
    }
}

QStringList Expression::strings() const
{
    QStringList result;
    if (kind == Kind::List) {
        for (const Expression &argument : arguments)
            result << argument.text;
    } else if (!text.isEmpty()) {
        result << text;
    }
    return result;
}

bool operator==(const Expression &left, const Expression &right)
{
    const bool isTyped = left.kind == Expression::Kind::Cast || left.kind == Expression::Kind::Value;
    const bool sameType
        = !isTyped || left.type == right.type || (left.type && right.type && *left.type == *right.type);
    return left.kind == right.kind && left.text == right.text && left.arguments == right.arguments && sameType
        && left.value == right.value && left.relation == right.relation && left.query == right.query;
}

} // namespace Migrations::Schema
