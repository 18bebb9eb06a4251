#include "tests/migrations/python/treetext.h"

#include <QStringList>

using namespace Migrations::Python;
using namespace Qt::StringLiterals;

namespace {

QString text(const Position &at)
{
    return u"@%1:%2"_s.arg(at.line).arg(at.column);
}

QString text(const ExpressionPtr &expression);
QString text(const Expressions &expressions)
{
    QStringList texts;
    for (const ExpressionPtr &each : expressions)
        texts << text(each);
    return texts.join(u", "_s);
}

QString text(const std::vector<Argument> &arguments)
{
    QStringList texts;
    for (const Argument &each : arguments)
        texts << u"%1 %2=%3"_s.arg(int(each.kind)).arg(each.name, text(each.value));
    return texts.join(u", "_s);
}

QString sorted(const QSet<QString> &names)
{
    QStringList list = names.values();
    list.sort();
    return list.join(u' ');
}

QString text(const FunctionBody &function)
{
    QStringList parameters;
    for (const Parameter &each : function.parameters)
        parameters << u"%1 %2=%3 %4"_s.arg(int(each.kind)).arg(each.name, text(each.defaultValue)).arg(each.positionalOnly);
    return u"def %1 %2 (%3) locals %4 generator %5 async %6 %7 {%8}"_s.arg(function.name, function.qualifiedName,
        parameters.join(u", "_s), sorted(function.locals), QString::number(function.isGenerator),
        QString::number(function.isAsync), text(function.at), treeText(function.body));
}

struct ExpressionText {
    QString operator()(const NoneLiteral &) const { return u"None"_s; }
    QString operator()(const BooleanLiteral &literal) const { return literal.value ? u"True"_s : u"False"_s; }
    QString operator()(const IntegerLiteral &literal) const { return u"int %1"_s.arg(literal.value); }
    QString operator()(const FloatLiteral &literal) const { return u"float %1"_s.arg(literal.value, 0, 'g', 17); }
    QString operator()(const StringLiteral &literal) const
    {
        return u"str %1 '%2'"_s.arg(literal.value.size()).arg(literal.value);
    }
    QString operator()(const NameExpression &name) const { return u"name "_s + name.name; }
    QString operator()(const AttributeExpression &node) const { return text(node.object) + u" . "_s + node.name; }
    QString operator()(const SubscriptExpression &node) const
    {
        return u"%1 [%2]"_s.arg(text(node.object), text(node.index));
    }
    QString operator()(const CallExpression &node) const
    {
        return u"call %1 (%2)"_s.arg(text(node.function), text(node.arguments));
    }
    QString operator()(const UnaryExpression &node) const { return u"unary %1 %2"_s.arg(int(node.op)).arg(text(node.operand)); }
    QString operator()(const BinaryExpression &node) const
    {
        return u"binary %1 (%2, %3)"_s.arg(int(node.op)).arg(text(node.left), text(node.right));
    }
    QString operator()(const BooleanExpression &node) const
    {
        return u"boolean %1 (%2, %3)"_s.arg(node.isAnd).arg(text(node.left), text(node.right));
    }
    QString operator()(const ComparisonExpression &node) const
    {
        QString result = u"compare "_s + text(node.first);
        for (const auto &[op, operand] : node.rest)
            result += u" %1 %2"_s.arg(int(op)).arg(text(operand));
        return result;
    }
    QString operator()(const ConditionalExpression &node) const
    {
        return u"if %1 then %2 else %3"_s.arg(text(node.condition), text(node.then), text(node.otherwise));
    }
    QString operator()(const DisplayExpression &node) const
    {
        return u"display %1 (%2)"_s.arg(int(node.kind)).arg(text(node.items));
    }
    QString operator()(const DictExpression &node) const
    {
        QStringList items;
        for (const auto &[key, value] : node.items)
            items << text(key) + u": "_s + text(value);
        return u"dict {%1}"_s.arg(items.join(u", "_s));
    }
    QString operator()(const auto &) const { return u"something else"_s; }
};

QString text(const ExpressionPtr &expression)
{
    return expression ? u"(%1 %2)"_s.arg(std::visit(ExpressionText(), expression->node), text(expression->at))
                      : u"nothing"_s;
}

struct StatementText {
    QString operator()(const ExpressionStatement &node) const { return text(node.value); }
    QString operator()(const Assignment &node) const
    {
        return u"%1 : '%2' = %3"_s.arg(text(node.targets), node.annotation, text(node.value));
    }
    QString operator()(const ReturnStatement &node) const { return u"return "_s + text(node.value); }
    QString operator()(const PassStatement &) const { return u"pass"_s; }
    QString operator()(const IfStatement &node) const
    {
        return u"if %1 {%2} else {%3}"_s.arg(text(node.condition), treeText(node.then), treeText(node.otherwise));
    }
    QString operator()(const WithStatement &node) const
    {
        QStringList items;
        for (const WithStatement::Item &item : node.items)
            items << text(item.context) + u" as "_s + text(item.target);
        return u"with %1 {%2}"_s.arg(items.join(u", "_s), treeText(node.body));
    }
    QString operator()(const ImportStatement &node) const
    {
        QStringList items;
        for (const ImportStatement::Item &item : node.items)
            items << item.module + u" as "_s + item.alias;
        return u"import "_s + items.join(u", "_s);
    }
    QString operator()(const ImportFromStatement &node) const
    {
        QStringList items;
        for (const auto &[name, bound] : node.names)
            items << name + u" as "_s + bound;
        return u"from %1 import %2"_s.arg(node.module, items.join(u", "_s));
    }
    QString operator()(const FunctionStatement &node) const { return text(*node.function) + text(node.decorators); }
    QString operator()(const auto &) const { return u"something else"_s; }
};

} // namespace

QString treeText(const Block &block)
{
    QString result;
    for (const Statement &statement : block)
        result += u"%1 %2 yields %3\n"_s.arg(
            std::visit(StatementText(), statement.node), text(statement.at), QString::number(statement.yields));
    return result;
}
