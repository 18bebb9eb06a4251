#include "migrations/python/treebuilder.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

void TreeBuilder::ifStatement(const ConcreteNode &node, Block &into)
{
    IfStatement result {expression(node.field("condition")), block(node.field("consequence")), {}};
    // elif chains nest: built from the last alternative to the first
    std::vector<ConcreteNode> alternatives = node.fields("alternative");
    if (m_depth + int(alternatives.size()) > MaximumNesting) {
        complain(node, Tr::tr("too many branches"));
        return;
    }
    Block otherwise;
    for (auto alternative = alternatives.rbegin(); alternative != alternatives.rend(); ++alternative) {
        if (alternative->is("else_clause")) {
            otherwise = block(alternative->field("body"));
            continue;
        }
        IfStatement nested {expression(alternative->field("condition")), block(alternative->field("consequence")),
            std::move(otherwise)};
        otherwise = Block();
        otherwise.push_back({alternative->position(), std::move(nested), true});
    }
    result.otherwise = std::move(otherwise);
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::forStatement(const ConcreteNode &node, Block &into)
{
    if (node.children().front().is("async"))
        return unsupportedStatement(node, into);
    ForStatement result {expression(node.field("left")), expression(node.field("right")), {}, {}};
    bindTarget(*result.target);
    result.body = loopBody(node.field("body"));
    if (const ConcreteNode alternative = node.field("alternative"); !alternative.isNull())
        result.otherwise = block(alternative.field("body"));
    into.push_back({node.position(), std::move(result)});
}

Block TreeBuilder::loopBody(const ConcreteNode &node)
{
    const auto loops = [this]() -> int & { return m_scopes.empty() ? m_moduleLoops : m_scopes.back().loops; };
    ++loops();
    Block result = block(node);
    --loops();
    return result;
}

void TreeBuilder::whileStatement(const ConcreteNode &node, Block &into)
{
    WhileStatement result {expression(node.field("condition")), loopBody(node.field("body")), {}};
    if (const ConcreteNode alternative = node.field("alternative"); !alternative.isNull())
        result.otherwise = block(alternative.field("body"));
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::tryStatement(const ConcreteNode &node, Block &into)
{
    TryStatement result;
    result.body = block(node.field("body"));
    for (const ConcreteNode &clause : node.namedChildren()) {
        if (clause.is("else_clause")) {
            result.otherwise = block(clause.field("body"));
        } else if (clause.is("finally_clause")) {
            result.finally = block(clause.namedChildren().back());
        } else if (clause.is("except_clause")) {
            TryStatement::Handler handler {.at = clause.position()};
            for (const ConcreteNode &part : clause.namedChildren()) {
                if (part.is("block")) {
                    handler.body = block(part);
                } else if (part.is("as_pattern")) {
                    handler.type = expression(part.namedChildren().front());
                    handler.name = part.field("alias").text();
                    bind(handler.name);
                } else if (!handler.type) {
                    handler.type = expression(part);
                }
            }
            result.handlers.push_back(std::move(handler));
        } else if (clause.is("except_group_clause")) {
            return unsupportedStatement(node, into);
        }
    }
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::withStatement(const ConcreteNode &node, Block &into)
{
    if (node.children().front().is("async"))
        return unsupportedStatement(node, into);
    WithStatement result;
    for (const ConcreteNode &clause : node.namedChildren()) {
        if (!clause.is("with_clause"))
            continue;
        for (const ConcreteNode &item : clause.namedChildren())
            withItem(item.field("value"), result);
    }
    result.body = block(node.field("body"));
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::withItem(const ConcreteNode &node, WithStatement &into)
{
    const std::vector<ConcreteNode> inner = node.namedChildren();
    if (node.is("as_pattern")) {
        ExpressionPtr target = expression(node.field("alias").namedChildren().front());
        bindTarget(*target);
        into.items.push_back({expression(inner.front()), std::move(target)});
    } else if ((node.is("parenthesized_expression") || node.is("tuple"))
        && std::ranges::any_of(inner, [](const ConcreteNode &part) { return part.is("as_pattern"); })) {
        for (const ConcreteNode &part : inner) // brackets around the items
            withItem(part, into);
    } else {
        into.items.push_back({expression(node), nullptr});
    }
}

void TreeBuilder::importStatement(const ConcreteNode &node, Block &into)
{
    ImportStatement result;
    for (const ConcreteNode &child : node.namedChildren()) {
        if (child.is("aliased_import")) {
            const QString alias = child.field("alias").text();
            result.items.push_back({child.field("name").text(), alias});
            bind(alias);
        } else {
            const QString module = child.text();
            result.items.push_back({module, {}});
            bind(module.section(u'.', 0, 0));
        }
    }
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::importFromStatement(const ConcreteNode &node, Block &into)
{
    ImportFromStatement result {node.field("module_name").text(), {}};
    for (const ConcreteNode &name : node.fields("name")) {
        const bool aliased = name.is("aliased_import");
        const QString original = aliased ? name.field("name").text() : name.text();
        const QString bound = aliased ? name.field("alias").text() : original;
        result.names.emplace_back(original, bound);
        bind(bound);
    }
    for (const ConcreteNode &child : node.namedChildren()) {
        if (child.is("wildcard_import"))
            result.names.emplace_back(QStringLiteral("*"), QStringLiteral("*"));
    }
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::functionDefinition(const ConcreteNode &node, Block &into)
{
    bind(node.field("name").text());
    auto function = std::make_shared<FunctionBody>();
    function->name = node.field("name").text();
    function->qualifiedName = qualified(function->name);
    function->at = node.position();
    m_scopes.push_back({.kind = Scope::Kind::Function, .name = function->name});
    function->parameters = parameters(node.field("parameters"));
    function->body = block(node.field("body"));
    const Scope scope = m_scopes.back();
    m_scopes.pop_back();
    function->locals = scope.locals - scope.notLocal;
    function->isGenerator = scope.isGenerator;
    function->isAsync = node.children().front().is("async");
    into.push_back({node.position(), FunctionStatement {function, {}}});
}

ExpressionPtr TreeBuilder::lambda(const ConcreteNode &node)
{
    auto function = std::make_shared<FunctionBody>();
    function->name = QStringLiteral("<lambda>");
    function->qualifiedName = qualified(function->name);
    function->at = node.position();
    m_scopes.push_back({.kind = Scope::Kind::Function, .name = function->name});
    if (const ConcreteNode list = node.field("parameters"); !list.isNull())
        function->parameters = parameters(list);
    const ConcreteNode body = node.field("body");
    function->body.push_back({body.position(), ReturnStatement {expression(body)}});
    function->locals = m_scopes.back().locals;
    m_scopes.pop_back();
    return makeExpression(node.position(), LambdaExpression {function});
}

std::vector<Parameter> TreeBuilder::parameters(const ConcreteNode &node)
{
    std::vector<Parameter> result;
    bool afterStar = false;
    for (const ConcreteNode &child : node.namedChildren()) {
        if (child.is("keyword_separator")) {
            afterStar = true;
        } else if (child.is("positional_separator")) {
            for (Parameter &earlier : result)
                earlier.positionalOnly = true;
        } else {
            result.push_back(parameter(child, afterStar));
            bind(result.back().name);
        }
    }
    return result;
}

Parameter TreeBuilder::parameter(const ConcreteNode &node, bool &afterStar)
{
    if (node.is("typed_parameter"))
        return parameter(node.namedChildren().front(), afterStar);
    Parameter result;
    if (node.is("list_splat_pattern")) {
        afterStar = true;
        return {Parameter::Kind::Star, node.namedChildren().front().text(), nullptr};
    }
    if (node.is("dictionary_splat_pattern"))
        return {Parameter::Kind::DoubleStar, node.namedChildren().front().text(), nullptr};
    result.kind = afterStar ? Parameter::Kind::KeywordOnly : Parameter::Kind::Plain;
    if (node.is("identifier")) {
        result.name = node.text();
    } else { // with a default, typed or not
        result.name = node.field("name").text();
        // a default is evaluated in the scope around the function
        Scope inner = std::move(m_scopes.back());
        m_scopes.pop_back();
        result.defaultValue = expression(node.field("value"));
        m_scopes.push_back(std::move(inner));
    }
    return result;
}

void TreeBuilder::classDefinition(const ConcreteNode &node, Block &into)
{
    ClassStatement result {.name = node.field("name").text()};
    bind(result.name);
    result.qualifiedName = qualified(result.name);
    if (const ConcreteNode bases = node.field("superclasses"); !bases.isNull())
        result.arguments = arguments(bases);
    m_scopes.push_back({.kind = Scope::Kind::Class, .name = result.name}); // a class body binds its own names
    result.body = block(node.field("body"));
    m_scopes.pop_back();
    into.push_back({node.position(), std::move(result)});
}

void TreeBuilder::decoratedDefinition(const ConcreteNode &node, Block &into)
{
    Expressions decorators;
    for (const ConcreteNode &child : node.namedChildren()) {
        if (child.is("decorator"))
            decorators.push_back(expression(child.namedChildren().front()));
    }
    statement(node.field("definition"), into);
    if (into.empty())
        return;
    if (auto *function = std::get_if<FunctionStatement>(&into.back().node))
        function->decorators = std::move(decorators);
    else if (auto *type = std::get_if<ClassStatement>(&into.back().node))
        type->decorators = std::move(decorators);
}

QString TreeBuilder::qualified(const QString &name) const
{
    QString result;
    for (const Scope &scope : m_scopes) {
        if (scope.kind == Scope::Kind::Class)
            result += scope.name + u'.';
        else if (scope.kind == Scope::Kind::Function)
            result += scope.name + QStringLiteral(".<locals>.");
    }
    return result + name;
}

void TreeBuilder::bind(const QString &name)
{
    if (!m_scopes.empty() && !name.isEmpty())
        m_scopes.back().locals.insert(name);
}

void TreeBuilder::bindTarget(const Expression &target)
{
    if (const auto *name = std::get_if<NameExpression>(&target.node)) {
        bind(name->name);
    } else if (const auto *display = std::get_if<DisplayExpression>(&target.node)) {
        for (const ExpressionPtr &item : display->items)
            bindTarget(*item);
    } else if (const auto *starred = std::get_if<StarredExpression>(&target.node)) {
        bindTarget(*starred->value);
    }
}

} // namespace Migrations::Python
