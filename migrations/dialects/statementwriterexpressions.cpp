// Expressions inside a statement or alone.
#include "migrations/dialects/refusal.h"
#include "migrations/dialects/statementwriter.h"
#include "migrations/schema/operators.h"
#include "migrations/sqltext/textparameters.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

using Kind = Schema::Expression::Kind;

/// how each looks for a part of the text: '%' || x || '%'
struct Pattern {
    bool isAfter = false; ///< a % before it
    bool isBefore = false; ///< a % behind it
    bool ignoresCase = false;
    bool isNegated = false;
};

std::optional<Pattern> patternOf(const QString &name)
{
    QString word = name;
    Pattern pattern;
    if (word.startsWith(u"not "_s)) {
        pattern.isNegated = true;
        word = word.sliced(4);
    }
    if (word == u"icontains" || word == u"istartswith" || word == u"iendswith") {
        pattern.ignoresCase = true;
        word = word.sliced(1);
    }
    pattern.isAfter = word == u"contains" || word == u"endswith";
    pattern.isBefore = word == u"contains" || word == u"startswith";
    return pattern.isAfter || pattern.isBefore ? std::optional(pattern) : std::nullopt;
}

} // namespace

QString StatementWriter::text(const QList<Expression> &expressions, const QString &separator)
{
    QStringList texts;
    for (const Expression &each : expressions)
        texts << text(each);
    return texts.join(separator);
}

QString StatementWriter::column(const Expression &expression)
{
    const QString name = m_parts.identifiers.quoted(expression.text);
    const Schema::RelationPtr &relation = expression.relation;
    if (m_place.columns == Columns::WithTable && !expression.arguments.isEmpty())
        return column(expression.arguments.front()) + u'.' + name;
    if (m_place.columns == Columns::Bare || !relation || !relation->isNamed)
        return name;
    const QString table = m_parts.identifiers.quoted(relationName(relation));
    const bool isInSchema = relation->kind == Schema::Relation::Kind::Table && !relation->schema.isEmpty();
    return (isInSchema ? m_parts.identifiers.quoted(relation->schema) + u'.' : QString()) + table + u'.' + name;
}

QString StatementWriter::function(const Expression &expression)
{
    static const QHash<QString, QString> withoutParentheses {{u"current_date"_s, u"CURRENT_DATE"_s},
        {u"current_time"_s, u"CURRENT_TIME"_s}, {u"current_timestamp"_s, u"CURRENT_TIMESTAMP"_s},
        {u"current_user"_s, u"CURRENT_USER"_s}, {u"localtime"_s, u"LOCALTIME"_s},
        {u"localtimestamp"_s, u"LOCALTIMESTAMP"_s}, {u"session_user"_s, u"SESSION_USER"_s},
        {u"sysdate"_s, u"sysdate"_s}, {u"user"_s, u"USER"_s}};
    static const QHash<QString, QString> inCapitals {
        {u"cube"_s, u"CUBE"_s}, {u"rollup"_s, u"ROLLUP"_s}, {u"grouping_sets"_s, u"GROUPING SETS"_s}};
    const QString lower = expression.text.toLower();
    if (const QString whole = m_parts.functions.whole.value(lower.section(u'.', -1)); !whole.isEmpty())
        return whole;
    if (const QString special = specialFunction(expression); !special.isEmpty())
        return special;
    if (const QString bare = withoutParentheses.value(lower); !bare.isEmpty() && expression.arguments.isEmpty())
        return bare;
    static const QRegularExpression legal(u"^[A-Za-z0-9_$]+$"_s);
    QStringList parts = m_parts.functions.renamed.value(lower, inCapitals.value(lower, expression.text)).split(u'.');
    for (QString &part : parts) {
        if (!legal.match(part).hasMatch() && !inCapitals.contains(lower))
            part = m_parts.identifiers.quoted(part, true);
    }
    const bool countsRows = lower == u"count" && expression.arguments.isEmpty();
    return parts.join(u'.') + u'(' + (countsRows ? u"*"_s : text(expression.arguments)) + u')';
}

QString StatementWriter::joinedOperands(const Expression &operation, const QString &separator)
{
    Place inside = m_place;
    inside.isOperand = true;
    inside.groupsEagerly = operation.isGroupedEagerly;
    QStringList operands;
    const QString joined = within(inside, [&] {
        for (const Expression &argument : operation.arguments) {
            // what was not built by the rules of operators.h gets its parentheses here
            const bool isOperation = argument.kind == Kind::Binary || argument.kind == Kind::Prefix;
            const Expression operand
                = isOperation ? Schema::grouped(argument, operation.text, operation.precedence) : argument;
            operands << (operand.kind == Kind::List ? u'(' + text(operand) + u')' : text(operand));
        }
        return operands.join(separator);
    });
    return m_place.isOperand && operation.isGroupedEagerly ? u'(' + joined + u')' : joined;
}

QString StatementWriter::like(const Expression &operation, const QString &left, const QString &right, bool isIlike)
{
    const bool isNegated = operation.text.startsWith(u"not "_s, Qt::CaseInsensitive);
    const QString word = (isNegated ? u" NOT "_s : u" "_s) + (isIlike ? u"ILIKE "_s : u"LIKE "_s);
    const QString escape
        = operation.arguments.size() > 2 ? u" ESCAPE "_s + text(operation.arguments[2]) : QString();
    return left + word + right + escape;
}

QString StatementWriter::operation(const Expression &expression)
{
    const QString &name = expression.text;
    if (expression.precedence)
        return joinedOperands(expression, u' ' + name + u' ');
    if (const QString written = special(expression); !written.isEmpty())
        return written;
    const QList<Expression> &operands = expression.arguments;
    if (const std::optional<Pattern> pattern = patternOf(name)) {
        const QString right = (pattern->isAfter ? u"'%' || "_s : QString()) + text(operands[1])
            + (pattern->isBefore ? u" || '%'"_s : QString());
        return like(expression, text(operands[0]), right, false);
    }
    if (name == u"LIKE" || name == u"NOT LIKE")
        return like(expression, text(operands[0]), text(operands[1]), false);
    if (name.contains(u"BETWEEN"_s) && operands.size() == 3) {
        Place inside = m_place;
        inside.isOperand = true;
        return within(inside, [&] {
            return text(operands[0]) + u' ' + name + u' ' + text(operands[1]) + u" AND "_s + text(operands[2]);
        });
    }
    if ((name == u"IN" || name == u"NOT IN") && operands.size() == 2) {
        const bool isList = operands[1].kind == Kind::ValueList;
        const QString written = isList
            ? text(operands[0]) + u' ' + name + u" ("_s + valueList(expression) + u')'
            : joinedOperands(expression, u' ' + name + u' ');
        return name == u"NOT IN" ? u'(' + written + u')' : written;
    }
    if (name == u"//") {
        const TypeFamily family = Types::family(Schema::typeOf(operands[1]));
        const QString quotient = text(operands[0]) + u" / "_s + text(operands[1]);
        const bool isWhole = family == TypeFamily::Integer || family == TypeFamily::SmallInteger
            || family == TypeFamily::BigInteger;
        return isWhole ? quotient : u"FLOOR("_s + quotient + u')';
    }
    return joinedOperands(expression, u' ' + name + u' ');
}

QString StatementWriter::valueList(const Expression &operation)
{
    const QList<Expression> &values = operation.arguments[1].arguments;
    if (values.isEmpty())
        return emptySet(operation);
    const bool isTuples = values.front().kind == Kind::Tuple;
    return (isTuples && tuplesAreValues() ? u"VALUES "_s : QString()) + text(values);
}

QString StatementWriter::prefixed(const Expression &expression)
{
    const QString inner = text(expression.arguments.front());
    if (expression.text == u"-x" || expression.text == u"~x")
        return expression.text.first(1) + inner;
    return expression.text + (expression.text.size() > 1 ? u" "_s : QString()) + inner;
}

QString StatementWriter::condition(const Expression &expression)
{
    const Expression &inner = expression.arguments.front();
    const bool isTrue = expression.text == u"true";
    if (hasBooleans() || Schema::isImplicitlyBoolean(inner))
        return (isTrue ? QString() : u"NOT "_s) + text(inner);
    return text(inner) + (isTrue ? u" = 1"_s : u" = 0"_s);
}

QString StatementWriter::caseOf(const Expression &expression)
{
    const QList<Expression> &parts = expression.arguments;
    qsizetype next = 0;
    QString written = u"CASE "_s;
    if (expression.text == u"of")
        written += text(parts[next++]) + u' ';
    for (; next + 1 < parts.size(); next += 2)
        written += u"WHEN "_s + text(parts[next]) + u" THEN "_s + text(parts[next + 1]) + u' ';
    if (next < parts.size())
        written += u"ELSE "_s + text(parts[next]) + u' ';
    return written + u"END"_s;
}

QString StatementWriter::over(const Expression &expression)
{
    QStringList parts;
    if (!expression.arguments[1].arguments.isEmpty())
        parts << u"PARTITION BY "_s + text(expression.arguments[1].arguments);
    if (!expression.arguments[2].arguments.isEmpty())
        parts << u"ORDER BY "_s + text(expression.arguments[2].arguments);
    if (!expression.text.isEmpty())
        parts << expression.text;
    return text(expression.arguments[0]) + u" OVER ("_s + parts.join(u' ') + u')';
}

QString StatementWriter::cast(const QString &text, const Schema::Type &type) const
{
    const QString written = m_parts.types.text(type);
    const qsizetype collation = written.indexOf(u" COLLATE "_s);
    return u"CAST(%1 AS %2)%3"_s.arg(text, collation < 0 ? written : written.first(collation),
        collation < 0 ? QString() : written.sliced(collation));
}

QString StatementWriter::castOf(const Expression &expression)
{
    return cast(text(expression.arguments.front()), Schema::typeOf(expression));
}

QString StatementWriter::labelled(const Expression &expression)
{
    Place inside = m_place;
    if (!m_place.isSelected || m_place.isLabelled) {
        inside.isSelected = false;
        return within(inside, [&] { return text(expression.arguments.front()); });
    }
    inside.isLabelled = true;
    const QString written = within(inside, [&] { return text(expression.arguments.front()); });
    return written + u" AS "_s + m_parts.identifiers.quoted(naturalName(expression));
}

QString StatementWriter::value(const Expression &expression)
{
    if (!expression.text.isEmpty())
        return jsonIndex(expression);
    if (expression.value.canConvert<Expression>())
        return text(expression.value.value<Expression>());
    return m_parts.values.text(expression.value, Schema::typeOf(expression));
}

QString StatementWriter::templateText(const Expression &expression)
{
    const QList<Expression> &given = expression.arguments;
    return SqlText::TextParameters::withLiterals(expression.text, [&](const QString &name) {
        for (qsizetype i = 0; i + 1 < given.size(); i += 2) {
            if (given[i].text == name)
                return text(given[i + 1]);
        }
        return QString();
    });
}

QString StatementWriter::conditionsText(const QList<Expression> &conditions)
{
    QStringList texts;
    for (const Expression &each : Schema::conditions(u"AND"_s, conditions))
        texts << text(each);
    return texts.join(u" AND "_s);
}

QString StatementWriter::text(const Expression &expression)
{
    static const QHash<Kind, ExpressionMethod> methods {
        {Kind::AsBoolean, &StatementWriter::condition},
        {Kind::Binary, &StatementWriter::operation},
        {Kind::Case, &StatementWriter::caseOf},
        {Kind::Cast, &StatementWriter::castOf},
        {Kind::Column, &StatementWriter::column},
        {Kind::Extract, &StatementWriter::extract},
        {Kind::Function, &StatementWriter::function},
        {Kind::Label, &StatementWriter::labelled},
        {Kind::LabelName, &StatementWriter::labelName},
        {Kind::Over, &StatementWriter::over},
        {Kind::Prefix, &StatementWriter::prefixed},
        {Kind::Template, &StatementWriter::templateText},
        {Kind::Value, &StatementWriter::value},
    };
    if (const ExpressionMethod method = methods.value(expression.kind))
        return (this->*method)(expression);
    switch (expression.kind) {
    case Kind::String:
        return m_parts.literals.string(expression.text);
    case Kind::Number:
    case Kind::Text:
        return expression.text;
    case Kind::True:
    case Kind::False:
        return m_parts.literals.boolean(expression.kind == Kind::True);
    case Kind::Null:
        return u"NULL"_s;
    case Kind::Postfix:
        return text(expression.arguments.front()) + u' ' + expression.text;
    case Kind::Group:
    case Kind::Tuple:
        return u'(' + text(expression.arguments) + u')';
    case Kind::List:
    case Kind::ValueList:
        return text(expression.arguments);
    case Kind::WithinGroup:
        return u"%1 WITHIN GROUP (ORDER BY %2)"_s.arg(
            text(expression.arguments[0]), text(expression.arguments[1].arguments));
    case Kind::Filter:
        return text(expression.arguments[0]) + u" FILTER (WHERE "_s + text(expression.arguments[1]) + u')';
    case Kind::OrderedArgument:
    case Kind::Array:
        return array(expression);
    case Kind::Slice:
        return text(expression.arguments, u":"_s);
    case Kind::Coerce:
        return text(expression.arguments.front());
    case Kind::Star:
        return u"*"_s;
    case Kind::Subquery:
        return u'(' + queryText(*expression.query, As::Scalar) + u')';
    default:
        throw Refusal::argument(u"SQL expression element expected, got a dictionary"_s);
    }
}

} // namespace Migrations::Dialects
