// The methods of columns and expressions: col.in_(…), .like(…), .label(…), .astext…
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/alembic/windows.h"
#include "migrations/dialects/types.h"
#include "migrations/schema/operators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;
using Kind = Expression::Kind;

namespace {

using Method = Expression (*)(Interpreter &, const Expression &self, const QString &word, ArgumentReader &);

Expression compared(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    return sqlComparison(interpreter, self, word, reader.required(QStringLiteral("other")));
}

Expression in(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    return sqlMembership(interpreter, self, word, reader.required(QStringLiteral("other")));
}

void addEscape(Interpreter &interpreter, Expression &operation, const std::optional<Value> &escape)
{
    if (escape && !escape->isNone())
        operation.arguments << Expression::string(toText(interpreter, QStringLiteral("escape"), *escape));
}

Expression like(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    Expression made = compared(interpreter, self, word, reader);
    addEscape(interpreter, made, reader.optional(QStringLiteral("escape")));
    return made;
}

Expression custom(Interpreter &interpreter, const Expression &self, const Expression &operation, const Value &other)
{
    return Schema::custom(operation, self, sqlValue(interpreter, other, Schema::typeOf(self)));
}

Expression comparisonOperator(const QString &word, bool isGroupedEagerly)
{
    return {.kind = Kind::Binary,
        .text = word,
        .type = typeNamed(QStringLiteral("Boolean")),
        .precedence = 5,
        .isComparison = true,
        .isGroupedEagerly = isGroupedEagerly};
}

bool isOfFamily(const Expression &self, Dialects::TypeFamily family)
{
    return Dialects::Types::family(Schema::typeOf(self)) == family;
}

bool isJsonb(const Expression &self)
{
    return Schema::typeOf(self).name.endsWith(QStringLiteral("JSONB"));
}

// contains() of text is a LIKE, of arrays and JSONB an operator of its own
Expression containing(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    const Value other = reader.required(QStringLiteral("other"));
    const bool isArray = isOfFamily(self, Dialects::TypeFamily::Array);
    if (word == u"contains" && (isArray || isJsonb(self)))
        return custom(interpreter, self, comparisonOperator(QStringLiteral("@>"), true), other);
    const std::optional<Value> escape = reader.keyword(QStringLiteral("escape"));
    const bool escapes = reader.truth(reader.keyword(QStringLiteral("autoescape")), false);
    if (!escapes) {
        Expression made = sqlComparison(interpreter, self, word, other);
        addEscape(interpreter, made, escape);
        return made;
    }
    if (!other.isString())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("String value expected when autoescape=True"));
    const QString sign
        = escape && !escape->isNone() ? toText(interpreter, QStringLiteral("escape"), *escape) : QStringLiteral("/");
    QString text = other.toString();
    if (sign != u"%" && sign != u"_")
        text.replace(sign, sign + sign);
    text.replace(u'%', sign + u'%').replace(u'_', sign + u'_');
    Expression made = sqlComparison(interpreter, self, word, Value(text));
    addEscape(interpreter, made, Value(sign));
    return made;
}

Expression ofPostgresql(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    const bool isArray = isOfFamily(self, Dialects::TypeFamily::Array);
    const bool fits = isJsonb(self) ? word != u"&&" : isArray && (word == u"<@" || word == u"&&");
    if (!fits)
        interpreter.unsupported(QStringLiteral("the operator %1 of this expression").arg(word));
    return custom(interpreter, self, comparisonOperator(word, word != u"&&"), reader.required(QStringLiteral("other")));
}

Expression between(Interpreter &interpreter, const Expression &self, const QString &, ArgumentReader &reader)
{
    const Value low = reader.required(QStringLiteral("cleft"));
    const Value high = reader.required(QStringLiteral("cright"));
    const bool isSymmetric = reader.truth(reader.optional(QStringLiteral("symmetric")), false);
    const QString word = isSymmetric ? QStringLiteral("BETWEEN SYMMETRIC") : QStringLiteral("BETWEEN");
    const Schema::Type type = Schema::typeOf(self);
    return ofBoolean({.kind = Kind::Binary,
        .text = word,
        .arguments = {Schema::grouped(self, word), sqlValue(interpreter, low, type), sqlValue(interpreter, high, type)}});
}

Expression concatenated(Interpreter &interpreter, const Expression &self, const QString &, ArgumentReader &reader)
{
    return sqlOperation(self, QStringLiteral("||"),
        sqlValue(interpreter, reader.required(QStringLiteral("other")), Schema::typeOf(self)));
}

Expression bitwise(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    return sqlOperation(
        self, word, sqlValue(interpreter, reader.required(QStringLiteral("other")), Schema::typeOf(self)));
}

template<Kind Where>
Expression unary(Interpreter &, const Expression &self, const QString &word, ArgumentReader &)
{
    const bool keepsType = Where == Kind::Prefix;
    return Schema::unary(Where, word, self, keepsType ? Schema::typeOf(self) : Schema::Type());
}

Expression collective(Interpreter &, const Expression &self, const QString &word, ArgumentReader &)
{
    return ofBoolean(Schema::unary(Kind::Prefix, word, Schema::grouped(self)));
}

// array.any(5): 5 = ANY (array)
Expression anyOf(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    const Value other = reader.required(QStringLiteral("other"));
    const std::optional<Value> op = reader.optional(QStringLiteral("operator"));
    if ((op && !op->isNone()) || !isOfFamily(self, Dialects::TypeFamily::Array))
        interpreter.unsupported(QStringLiteral("any() or all() of this expression"));
    const Schema::Type type = Schema::typeOf(self);
    const Expression left = sqlValue(interpreter, other, type.item ? *type.item : Schema::Type());
    return Schema::binary(QStringLiteral("="), left, collective(interpreter, self, word, reader),
        Schema::Type::named(QStringLiteral("Boolean")));
}

Expression labelled(Interpreter &interpreter, const Expression &self, const QString &, ArgumentReader &reader)
{
    const Value name = reader.required(QStringLiteral("name"));
    const Expression &inner = self.kind == Kind::Label ? self.arguments.front() : self;
    return {.kind = Kind::Label,
        .text = toText(interpreter, QStringLiteral("name"), name),
        .arguments = {Schema::grouped(inner, QStringLiteral("AS"))},
        .type = self.type};
}

// a type, or its class
Expression castTo(Interpreter &interpreter, const Expression &self, const QString &, ArgumentReader &reader)
{
    Value type = reader.required(QStringLiteral("type_"));
    if (type.object() && !type.as<TypeObject>() && !type.as<Opaque>())
        type = interpreter.callValue(type, {});
    const auto *object = type.as<TypeObject>();
    if (!object)
        interpreter.unsupported(QStringLiteral("cast() to %1").arg(Interpreter::typeName(type)));
    return {.kind = Kind::Cast,
        .arguments = {self},
        .type = std::make_shared<const Schema::Type>(object->content)};
}

Expression collated(Interpreter &interpreter, const Expression &self, const QString &, ArgumentReader &reader)
{
    const QString name = toText(interpreter, QStringLiteral("collation"), reader.required(QStringLiteral("collation")));
    return Schema::binary(QStringLiteral("COLLATE"), self, Expression::column(name), Schema::typeOf(self));
}

Expression matched(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    Expression made = ofBoolean({.kind = Kind::Binary, .text = word, .arguments = {Schema::grouped(self, word)}});
    const auto operand = [&](const QString &name) {
        return Schema::grouped(sqlValue(interpreter, reader.required(name), Schema::typeOf(self)), word);
    };
    made.arguments << operand(QStringLiteral("pattern"));
    if (word == u"REGEXP_REPLACE") {
        made.arguments << operand(QStringLiteral("replacement"));
        made.type = self.type;
    }
    if (const std::optional<Value> flags = reader.optional(QStringLiteral("flags")); flags && !flags->isNone())
        made.arguments << sqlLiteral(interpreter, *flags, Schema::Type::named(QStringLiteral("String")));
    return made;
}

Expression typed(Interpreter &interpreter, const Expression &self, const QString &word, ArgumentReader &reader)
{
    const bool isElement = self.kind == Kind::Binary && self.text.endsWith(QStringLiteral("getitem"));
    if (!isElement)
        raiseSqlError(interpreter, QStringLiteral("InvalidRequestError"),
            QStringLiteral("The JSON cast operator JSON.as_%1() only works with a JSON index expression e.g. col['q'].as_%1()")
                .arg(word.toLower()));
    Schema::Type type = Schema::Type::named(word);
    if (word == u"Numeric") {
        const auto number = [&](const QString &name) { return int(reader.required(name).toInteger()); };
        type.precision = number(QStringLiteral("precision"));
        type.scale = number(QStringLiteral("scale"));
    }
    Expression made = self;
    made.type = std::make_shared<const Schema::Type>(type);
    made.identity = {};
    return made;
}

Expression itself(Interpreter &, const Expression &self, const QString &, ArgumentReader &)
{
    return self;
}

// col.op('<<')(1)
Value operatorFunction(Interpreter &interpreter, const Value &self, bool isComparison)
{
    return Value(interpreter.make<Builtin>(QStringLiteral("op"), [=](Interpreter &inner, const Arguments &arguments) {
        ArgumentReader reader(inner, QStringLiteral("op"), arguments);
        Expression operation {.kind = Kind::Binary};
        operation.text = toText(inner, QStringLiteral("opstring"), reader.required(QStringLiteral("opstring")));
        const Value precedence = reader.optional(QStringLiteral("precedence"), Value(0));
        operation.precedence = precedence.isInteger() ? int(precedence.toInteger()) : 0;
        operation.isComparison = reader.truth(reader.optional(QStringLiteral("is_comparison")), false) || isComparison;
        const Value type = reader.optional(QStringLiteral("return_type"), Value());
        const auto *object = type.as<TypeObject>();
        if (!type.isNone() && !object)
            inner.unsupported(QStringLiteral("op() with this return_type"));
        reader.finish();
        return Value(inner.make<Builtin>(operation.text, [=](Interpreter &last, const Arguments &given) {
            ArgumentReader other(last, QStringLiteral("op"), given);
            const Expression left = *sqlOperand(self);
            const Expression right = sqlValue(last, other.required(QStringLiteral("other")), Schema::typeOf(left));
            other.finish();
            Expression made = operation;
            made.type = object ? std::make_shared<const Schema::Type>(object->content)
                : made.isComparison ? typeNamed(QStringLiteral("Boolean")) : left.type;
            return makeExpression(last, Schema::custom(made, left, right));
        }));
    }));
}

// ->> and #>>
std::optional<Value> textOf(Interpreter &interpreter, const Expression &self)
{
    const bool isElement = self.kind == Kind::Binary && self.text.startsWith(QStringLiteral("json"));
    if (!isElement || !Schema::typeOf(self).name.startsWith(QStringLiteral("postgresql.")))
        return std::nullopt;
    Expression made = self;
    made.text = self.text == u"json_getitem" ? QStringLiteral("->>") : QStringLiteral("#>>");
    made.precedence = 15;
    made.isGroupedEagerly = true;
    made.type = typeNamed(QStringLiteral("Text"));
    made.identity = {};
    return makeExpression(interpreter, made);
}

struct MethodRow {
    QStringView name;
    QStringView word;
    Method method;
};

const MethodRow methods[] = {
    {u"all_", u"ALL", collective},
    {u"all", u"ALL", anyOf},
    {u"any", u"ANY", anyOf},
    {u"any_", u"ANY", collective},
    {u"as_boolean", u"Boolean", typed},
    {u"as_float", u"Float", typed},
    {u"as_integer", u"Integer", typed},
    {u"as_json", u"", itself},
    {u"as_numeric", u"Numeric", typed},
    {u"as_string", u"Unicode", typed},
    {u"asc", u"ASC", unary<Kind::Postfix>},
    {u"between", u"", between},
    {u"bitwise_and", u"&", bitwise},
    {u"bitwise_lshift", u"<<", bitwise},
    {u"bitwise_not", u"~x", unary<Kind::Prefix>},
    {u"bitwise_or", u"|", bitwise},
    {u"bitwise_rshift", u">>", bitwise},
    {u"bitwise_xor", u"#", bitwise},
    {u"cast", u"", castTo},
    {u"collate", u"", collated},
    {u"concat", u"", concatenated},
    {u"contained_by", u"<@", ofPostgresql},
    {u"contains", u"contains", containing},
    {u"desc", u"DESC", unary<Kind::Postfix>},
    {u"distinct", u"DISTINCT", unary<Kind::Prefix>},
    {u"endswith", u"endswith", containing},
    {u"has_all", u"?&", ofPostgresql},
    {u"has_any", u"?|", ofPostgresql},
    {u"has_key", u"?", ofPostgresql},
    {u"icontains", u"icontains", containing},
    {u"iendswith", u"iendswith", containing},
    {u"ilike", u"ILIKE", like},
    {u"in_", u"IN", in},
    {u"is_", u"IS", compared},
    {u"is_distinct_from", u"IS DISTINCT FROM", compared},
    {u"is_not", u"IS NOT", compared},
    {u"is_not_distinct_from", u"IS NOT DISTINCT FROM", compared},
    {u"isnot", u"IS NOT", compared},
    {u"isnot_distinct_from", u"IS NOT DISTINCT FROM", compared},
    {u"istartswith", u"istartswith", containing},
    {u"label", u"", labelled},
    {u"like", u"LIKE", like},
    {u"match", u"MATCH", compared},
    {u"not_ilike", u"NOT ILIKE", like},
    {u"not_in", u"NOT IN", in},
    {u"not_like", u"NOT LIKE", like},
    {u"notilike", u"NOT ILIKE", like},
    {u"notin_", u"NOT IN", in},
    {u"notlike", u"NOT LIKE", like},
    {u"nulls_first", u"NULLS FIRST", unary<Kind::Postfix>},
    {u"nulls_last", u"NULLS LAST", unary<Kind::Postfix>},
    {u"nullsfirst", u"NULLS FIRST", unary<Kind::Postfix>},
    {u"nullslast", u"NULLS LAST", unary<Kind::Postfix>},
    {u"overlap", u"&&", ofPostgresql},
    {u"regexp_match", u"~", matched},
    {u"regexp_replace", u"REGEXP_REPLACE", matched},
    {u"startswith", u"startswith", containing},
};

} // namespace

std::optional<Value> sqlMethod(Interpreter &interpreter, const Value &self, const QString &name)
{
    const std::optional<Expression> operand = sqlOperand(self);
    if (!operand)
        return std::nullopt;
    if (name == u"op" || name == u"bool_op")
        return operatorFunction(interpreter, self, name == u"bool_op");
    if (name == u"astext")
        return textOf(interpreter, *operand);
    if (const std::optional<Value> window = windowMethod(interpreter, self, name))
        return window;
    const auto row = std::ranges::find(methods, QStringView(name), &MethodRow::name);
    if (row == std::end(methods))
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [self, row](Interpreter &inner, const Arguments &arguments) {
        ArgumentReader reader(inner, row->name.toString(), arguments);
        if (row->method != labelled)
            refuseComparator(inner, *sqlOperand(self));
        const Expression made = row->method(inner, *sqlOperand(self), row->word.toString(), reader);
        reader.finish();
        return makeExpression(inner, made);
    }));
}

} // namespace Migrations::Alembic
