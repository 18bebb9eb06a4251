#include "migrations/dialects/expressions.h"

#include "migrations/dialects/refusal.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

using Kind = Schema::Expression::Kind;

struct Operator {
    int precedence = 0; ///< what .op("…") has
    bool associative = false;
};

Operator operatorOf(const QString &text)
{
    static const QHash<QString, Operator> operators {
        {u"->"_s, {15}},
        {u"->>"_s, {15}},
        {u"#>"_s, {15}},
        {u"#>>"_s, {15}},
        {u"*"_s, {8, true}},
        {u"/"_s, {8}},
        {u"%"_s, {8}},
        {u"+"_s, {7, true}},
        {u"-"_s, {7}},
        {u"&"_s, {7}},
        {u"|"_s, {7}},
        {u"<<"_s, {7}},
        {u">>"_s, {7}},
        {u"||"_s, {5, true}},
        {u"LIKE"_s, {5}},
        {u"NOT LIKE"_s, {5}},
        {u"ILIKE"_s, {5}},
        {u"NOT ILIKE"_s, {5}},
        {u"~"_s, {5}},
        {u"!~"_s, {5}},
        {u"REGEXP"_s, {5}},
        {u"IN"_s, {5}},
        {u"NOT IN"_s, {5}},
        {u"IS"_s, {5}},
        {u"IS NOT"_s, {5}},
        {u"IS NULL"_s, {5}},
        {u"IS NOT NULL"_s, {5}},
        {u"="_s, {5}},
        {u"!="_s, {5}},
        {u">"_s, {5}},
        {u"<"_s, {5}},
        {u">="_s, {5}},
        {u"<="_s, {5}},
        {u"BETWEEN"_s, {5}},
        {u"NOT"_s, {5}},
        {u"IS DISTINCT FROM"_s, {5}},
        {u"IS NOT DISTINCT FROM"_s, {5}},
        {u"COLLATE"_s, {4}},
        {u"AND"_s, {3, true}},
        {u"OR"_s, {2, true}},
    };
    return operators.value(text.toUpper());
}

/// whether `inner` needs parentheses as an operand of `outer`
bool yields(const QString &inner, const QString &outer)
{
    if (inner == outer && operatorOf(inner).associative)
        return false;
    return operatorOf(inner).precedence <= operatorOf(outer).precedence;
}

} // namespace

Expressions::Expressions(
    const Identifiers &identifiers, const Types &types, const Functions &functions, const Literals &literals)
    : m_identifiers(identifiers)
    , m_types(types)
    , m_functions(functions)
    , m_literals(literals)
{
}

bool Expressions::isOperation(const Schema::Expression &expression)
{
    return expression.kind == Kind::Binary || expression.kind == Kind::Prefix || expression.kind == Kind::Postfix;
}

QString Expressions::list(const QList<Schema::Expression> &expressions, Columns columns) const
{
    QStringList texts;
    for (const Schema::Expression &each : expressions)
        texts << text(each, columns);
    return texts.join(u", "_s);
}

QString Expressions::column(const Schema::Expression &expression, Columns columns) const
{
    const QString name = m_identifiers.quoted(expression.text);
    if (columns == Columns::Bare || expression.arguments.isEmpty())
        return name;
    return column(expression.arguments.constFirst(), columns) + u'.' + name;
}

QString Expressions::function(const Schema::Expression &expression, Columns columns) const
{
    static const QHash<QString, QString> withoutParentheses {{u"current_date"_s, u"CURRENT_DATE"_s},
        {u"current_time"_s, u"CURRENT_TIME"_s}, {u"current_timestamp"_s, u"CURRENT_TIMESTAMP"_s},
        {u"current_user"_s, u"CURRENT_USER"_s}, {u"localtime"_s, u"LOCALTIME"_s},
        {u"localtimestamp"_s, u"LOCALTIMESTAMP"_s}, {u"session_user"_s, u"SESSION_USER"_s},
        {u"sysdate"_s, u"sysdate"_s}, {u"user"_s, u"USER"_s}};
    const QString lower = expression.text.toLower();
    if (const QString whole = m_functions.whole.value(lower); !whole.isEmpty())
        return whole;
    if (const QString bare = withoutParentheses.value(lower); !bare.isEmpty() && expression.arguments.isEmpty())
        return bare;
    static const QRegularExpression legal(u"^[A-Za-z0-9_$]+$"_s);
    QStringList parts = m_functions.renamed.value(lower, expression.text).split(u'.');
    for (QString &part : parts) {
        if (!legal.match(part).hasMatch())
            part = m_identifiers.quoted(part, true);
    }
    const bool countsRows = lower == u"count" && expression.arguments.isEmpty();
    return parts.join(u'.') + u'(' + (countsRows ? u"*"_s : list(expression.arguments, columns)) + u')';
}

QString Expressions::operand(const Schema::Expression &expression, const QString &against, Columns columns) const
{
    const QString written = text(expression, columns);
    const bool grouped = expression.kind == Kind::List || (isOperation(expression) && yields(expression.text, against));
    return grouped ? u'(' + written + u')' : written;
}

QString Expressions::operation(const Schema::Expression &expression, Columns columns) const
{
    const QString name = expression.text;
    QStringList operands;
    for (const Schema::Expression &argument : expression.arguments)
        operands << operand(argument, name, columns);
    if (expression.kind == Kind::Postfix)
        return operands.value(0) + u' ' + name;
    if (expression.kind == Kind::Prefix)
        return name + (name.size() > 1 ? u" "_s : QString()) + operands.value(0);
    if (name == u"BETWEEN" && operands.size() == 3)
        return operands.at(0) + u" BETWEEN "_s + operands.at(1) + u" AND "_s + operands.at(2);
    return operands.join(u' ' + name + u' ');
}

QString Expressions::text(const Schema::Expression &expression, Columns columns) const
{
    switch (expression.kind) {
    case Kind::String:
        return m_literals.string(expression.text);
    case Kind::Number:
    case Kind::Text:
        return expression.text;
    case Kind::Column:
        return column(expression, columns);
    case Kind::Function:
        return function(expression, columns);
    case Kind::True:
    case Kind::False:
        return m_literals.boolean(expression.kind == Kind::True);
    case Kind::Null:
        return u"NULL"_s;
    case Kind::Binary:
    case Kind::Prefix:
    case Kind::Postfix:
        return operation(expression, columns);
    case Kind::Group:
        return u'(' + list(expression.arguments, columns) + u')';
    case Kind::Cast:
        return u"CAST(%1 AS %2)"_s.arg(
            list(expression.arguments, columns), m_types.text(expression.type ? *expression.type : Schema::Type()));
    case Kind::List:
        return list(expression.arguments, columns);
    case Kind::Dict:
        break;
    }
    throw Refusal::argument(u"SQL expression element expected, got a dictionary"_s);
}

} // namespace Migrations::Dialects
