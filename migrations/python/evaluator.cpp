#include "migrations/python/evaluator.h"

#include "migrations/python/builtins.h"
#include "migrations/python/largeinteger.h"
#include "migrations/python/textform.h"

namespace Migrations::Python {

Value Evaluator::expression(const Expression &expression)
{
    m_interpreter.step();
    m_interpreter.setPosition(expression.at);
    m_interpreter.checkStack();
    return std::visit([this](const auto &node) { return evaluate(node); }, expression.node);
}

Value Evaluator::evaluate(const EllipsisLiteral &)
{
    return m_interpreter.builtin(QStringLiteral("Ellipsis"));
}

Value Evaluator::evaluate(const UnsupportedSyntax &syntax)
{
    m_interpreter.unsupported(syntax.what);
}

Value Evaluator::evaluate(const LargeIntegerLiteral &literal)
{
    static const QHash<QChar, int> bases {{u'x', 16}, {u'o', 8}, {u'b', 2}};
    const int base = bases.value(literal.digits.size() > 1 ? literal.digits[1] : QChar(), 10);
    m_interpreter.step(literal.digits.size() * literal.digits.size() / 4096);
    const auto value = BigInteger::fromDigits(QStringView(literal.digits).mid(base == 10 ? 0 : 2), base);
    return integerValue(m_interpreter, value.value_or(BigInteger()));
}

Value Evaluator::evaluate(const YieldExpression &)
{
    m_interpreter.unsupported(QStringLiteral("yield in the middle of an expression"));
}

Value Evaluator::evaluate(const FormattedString &string)
{
    return text(string);
}

QString Evaluator::text(const FormattedString &string)
{
    QString result;
    for (const auto &part : string.parts) {
        if (const QString *plain = std::get_if<QString>(&part))
            result += *plain;
        else
            result += fieldText(std::get<FormattedString::Field>(part));
    }
    m_interpreter.spendBytes(result.size() * 2);
    return result;
}

QString Evaluator::fieldText(const FormattedString::Field &field)
{
    Value value = expression(*field.value);
    const bool showRepr = !field.selfText.isEmpty() && !field.conversion && !field.format;
    if (field.conversion == 'a')
        value = Value(asciiOnly(m_interpreter.repr(value)));
    else if (field.conversion == 'r' || showRepr)
        value = Value(m_interpreter.repr(value));
    else if (field.conversion == 's')
        value = Value(m_interpreter.str(value));
    return field.selfText + m_interpreter.format(value, field.format ? text(*field.format) : QString());
}

Value Evaluator::evaluate(const NameExpression &name)
{
    return lookup(name.name);
}

Value Evaluator::lookup(const QString &name)
{
    for (Scope *scope = &m_scope; scope; scope = scope->parent) {
        if (scope->globalNames.contains(name))
            scope = scope->module();
        // a class body is not seen by the functions in it
        if (scope->kind == Scope::Kind::Class && scope != &m_scope)
            continue;
        if (const auto found = scope->variables.constFind(name); found != scope->variables.cend()) {
            if (!scope->importsLate)
                return *found;
            auto *late = found->as<LateImport>();
            if (!late)
                return *found;
            const Value imported = late->resolve(m_interpreter);
            scope->variables.insert(name, imported);
            return imported;
        }
        if (scope->locals && scope->locals->contains(name))
            unbound(*scope, name);
    }
    if (const std::optional<Value> builtin = m_interpreter.findBuiltin(name))
        return *builtin;
    m_interpreter.raiseNamed(QStringLiteral("NameError"), QStringLiteral("name '%1' is not defined").arg(name), name);
}

void Evaluator::unbound(const Scope &scope, const QString &name)
{
    if (&scope == m_scope.binding() || &scope == &m_scope)
        m_interpreter.raiseNamed(QStringLiteral("UnboundLocalError"),
            QStringLiteral("cannot access local variable '%1' where it is not associated with a value").arg(name),
            name);
    m_interpreter.raiseNamed(QStringLiteral("NameError"),
        QStringLiteral("cannot access free variable '%1' where it is not associated with a value in enclosing scope")
            .arg(name),
        name);
}

Value Evaluator::evaluate(const AttributeExpression &attribute)
{
    const Position at = m_interpreter.position();
    const Value object = expression(*attribute.object);
    m_interpreter.setPosition(at);
    return m_interpreter.attribute(object, attribute.name);
}

Value Evaluator::evaluate(const SubscriptExpression &subscript)
{
    const Position at = m_interpreter.position();
    const Value object = expression(*subscript.object);
    const Value index = expression(*subscript.index);
    m_interpreter.setPosition(at);
    return m_interpreter.item(object, index);
}

Value Evaluator::evaluate(const SliceExpression &slice)
{
    const auto part = [this](const ExpressionPtr &value) { return value ? expression(*value) : Value(); };
    const Value start = part(slice.start);
    const Value stop = part(slice.stop);
    return Value(m_interpreter.make<Slice>(start, stop, part(slice.step)));
}

Value Evaluator::evaluate(const CallExpression &call)
{
    const Position at = m_interpreter.position();
    const Value function = expression(*call.function);
    const Arguments evaluated = arguments(call.arguments, at, function);
    m_interpreter.setPosition(at);
    const Value result = m_interpreter.callValue(function, evaluated);
    m_interpreter.setPosition(at);
    return result;
}

namespace {

// as messages name it: upgrade(), revision.upgrade()
QString calledName(Interpreter &interpreter, const Value &function)
{
    const auto *own = function.as<Function>();
    if (own)
        return QStringLiteral("%1.%2()").arg(own->closure->moduleName(), own->body->qualifiedName);
    const auto name = interpreter.findAttribute(function, QStringLiteral("__qualname__"));
    return name && name->isString() ? name->toString() + QStringLiteral("()") : interpreter.str(function);
}

// what ** takes: a dict, or something with keys
const Dict *asDict(Interpreter &interpreter, const Value &value)
{
    if (value.as<Opaque>())
        static_cast<void>(interpreter.isTrue(value)); // says where it comes from
    if (value.as<Dict>() || !isMapping(interpreter, value))
        return value.as<Dict>();
    return interpreter.callValue(interpreter.builtin(QStringLiteral("dict")), {{value}, {}, interpreter.position()})
        .as<Dict>();
}

} // namespace

Arguments Evaluator::arguments(const std::vector<Argument> &arguments, Position at, const Value &function)
{
    Arguments result {.positional = {}, .keywords = {}, .at = at};
    const auto keywords = std::ranges::count(arguments, Argument::Kind::Keyword, &Argument::kind);
    result.positional.reserve(qsizetype(arguments.size()) - keywords);
    result.keywords.reserve(keywords);
    for (const Argument &argument : arguments) {
        const Value value = expression(*argument.value);
        if (argument.kind == Argument::Kind::Positional) {
            result.positional << value;
        } else if (argument.kind == Argument::Kind::Keyword) {
            result.keywords.emplace_back(argument.name, value);
        } else if (argument.kind == Argument::Kind::DoubleStar) {
            addMapping(result, value, function);
        } else if (Iterator *iterator = m_interpreter.tryIterate(value)) {
            result.positional << m_interpreter.toList(*iterator);
        } else {
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("%1 argument after * must be an iterable, not %2")
                    .arg(calledName(m_interpreter, function), Interpreter::typeName(value)));
        }
    }
    return result;
}

void Evaluator::addMapping(Arguments &arguments, const Value &mapping, const Value &function)
{
    const Dict *dict = asDict(m_interpreter, mapping);
    if (!dict)
        m_interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1 argument after ** must be a mapping, not %2")
                .arg(calledName(m_interpreter, function), Interpreter::typeName(mapping)));
    for (qsizetype i = 0; i < dict->keys().size(); ++i) {
        m_interpreter.step();
        const Value &key = dict->keys()[i];
        if (!key.isString())
            m_interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("keywords must be strings"));
        if (std::ranges::contains(arguments.keywords, key.toString(), &std::pair<QString, Value>::first))
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("%1 got multiple values for keyword argument '%2'")
                    .arg(calledName(m_interpreter, function), key.toString()));
        arguments.keywords.emplace_back(key.toString(), dict->values()[i]);
    }
}

Value Evaluator::evaluate(const UnaryExpression &unary)
{
    const Value operand = expression(*unary.operand);
    if (unary.op == UnaryOperator::Not)
        return !m_interpreter.isTrue(operand);
    if (operand.isInteger()) {
        const qint64 value = operand.toInteger();
        if (unary.op == UnaryOperator::Invert)
            return ~value;
        return unary.op == UnaryOperator::Minus ? m_interpreter.binary(BinaryOperator::Subtract, 0, value)
                                                : Value(value);
    }
    if (operand.isFloat() && unary.op != UnaryOperator::Invert)
        return unary.op == UnaryOperator::Minus ? -operand.toFloat() : operand.toFloat();
    if (Object *object = operand.object()) { // ~x, -x and +x reach an object as (None op x)
        const BinaryOperator op = unary.op == UnaryOperator::Invert ? BinaryOperator::BitXor
            : unary.op == UnaryOperator::Plus                       ? BinaryOperator::Add
                                                                    : BinaryOperator::Subtract;
        if (const std::optional<Value> result = object->binary(m_interpreter, op, Value(), true))
            return *result;
    }
    const QString sign = unary.op == UnaryOperator::Minus ? QStringLiteral("-")
        : unary.op == UnaryOperator::Plus                 ? QStringLiteral("+")
                                                          : QStringLiteral("~");
    m_interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("bad operand type for unary %1: '%2'").arg(sign, Interpreter::typeName(operand)));
}

Value Evaluator::evaluate(const BinaryExpression &binary)
{
    const Position at = m_interpreter.position();
    const Value left = expression(*binary.left);
    const Value right = expression(*binary.right);
    m_interpreter.setPosition(at);
    return m_interpreter.binary(binary.op, left, right);
}

Value Evaluator::evaluate(const BooleanExpression &boolean)
{
    const Value left = expression(*boolean.left);
    return m_interpreter.isTrue(left) == boolean.isAnd ? expression(*boolean.right) : left;
}

Value Evaluator::evaluate(const ComparisonExpression &comparison)
{
    const Position at = m_interpreter.position();
    Value left = expression(*comparison.first);
    Value result = true;
    for (const auto &[op, operand] : comparison.rest) {
        const Value right = expression(*operand);
        m_interpreter.setPosition(at);
        result = m_interpreter.compare(op, left, right);
        if (comparison.rest.size() > 1 && !m_interpreter.isTrue(result))
            return result;
        left = right;
    }
    return result;
}

Value Evaluator::evaluate(const ConditionalExpression &conditional)
{
    return expression(
        m_interpreter.isTrue(expression(*conditional.condition)) ? *conditional.then : *conditional.otherwise);
}

Value Evaluator::evaluate(const LambdaExpression &lambda)
{
    return Value(function(lambda.function));
}

Function *Evaluator::function(const std::shared_ptr<const FunctionBody> &body)
{
    QHash<QString, Value> defaults;
    for (const Parameter &parameter : body->parameters) {
        if (parameter.defaultValue)
            defaults.insert(parameter.name, expression(*parameter.defaultValue));
    }
    return m_interpreter.make<Function>(body, &m_scope, std::move(defaults));
}

Value Evaluator::evaluate(const DisplayExpression &display)
{
    QList<Value> items;
    items.reserve(qsizetype(display.items.size()));
    for (const ExpressionPtr &item : display.items) {
        if (const auto *starred = std::get_if<StarredExpression>(&item->node))
            items << m_interpreter.toList(expression(*starred->value));
        else
            items << expression(*item);
    }
    m_interpreter.spendBytes(items.size() * qint64(sizeof(Value)));
    if (display.kind == DisplayKind::Tuple)
        return Value(m_interpreter.make<Tuple>(items));
    if (display.kind == DisplayKind::List)
        return Value(m_interpreter.make<List>(items));
    auto *set = m_interpreter.make<Set>();
    for (const Value &item : items)
        set->members.insert(m_interpreter, item);
    return Value(set);
}

Value Evaluator::evaluate(const DictExpression &dict)
{
    auto *result = m_interpreter.make<Dict>();
    for (const auto &[key, value] : dict.items) {
        if (key) {
            const Value evaluatedKey = expression(*key);
            result->set(m_interpreter, evaluatedKey, expression(*value));
            continue;
        }
        const Value merged = expression(*value);
        const Dict *other = asDict(m_interpreter, merged);
        if (!other)
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("'%1' object is not a mapping").arg(Interpreter::typeName(merged)));
        for (qsizetype i = 0; i < other->keys().size(); ++i)
            result->set(m_interpreter, other->keys()[i], other->values()[i]);
    }
    return Value(result);
}

Value Evaluator::evaluate(const StarredExpression &)
{
    m_interpreter.unsupported(QStringLiteral("starred expression"));
}

Value Evaluator::evaluate(const NamedExpression &named)
{
    const Value value = expression(*named.value);
    Evaluator(m_interpreter, *m_scope.binding()).bind(named.name, value);
    return value;
}

} // namespace Migrations::Python
