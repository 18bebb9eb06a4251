// match: its cases and their patterns.
#include "migrations/python/treebuilder.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// a.b.c as an expression
ExpressionPtr dottedName(const ConcreteNode &node)
{
    const QStringList names = node.text().split(u'.');
    ExpressionPtr result = makeExpression(node.position(), NameExpression {names.front().trimmed()});
    for (const QString &name : names.mid(1))
        result = makeExpression(node.position(), AttributeExpression {std::move(result), name.trimmed()});
    return result;
}

bool endsWithComma(const ConcreteNode &node)
{
    const std::vector<ConcreteNode> children = node.children();
    return children.size() > 1 && children[children.size() - 2].is(",");
}

} // namespace

void TreeBuilder::matchStatement(const ConcreteNode &node, Block &into)
{
    MatchStatement result;
    const std::vector<ConcreteNode> subjects = node.fields("subject");
    if (subjects.size() == 1) {
        result.subject = expression(subjects.front());
    } else {
        DisplayExpression tuple {DisplayKind::Tuple, {}};
        for (const ConcreteNode &subject : subjects)
            tuple.items.push_back(expression(subject));
        result.subject = makeExpression(node.position(), std::move(tuple));
    }
    for (const ConcreteNode &clause : node.field("body").namedChildren()) {
        if (!clause.is("case_clause"))
            return unsupportedStatement(node, into);
        MatchStatement::Case made;
        std::vector<Pattern> parts;
        bool isSequence = false;
        for (const ConcreteNode &child : clause.children()) {
            if (child.is("case_pattern"))
                parts.push_back(pattern(child));
            isSequence = isSequence || child.is(",");
        }
        isSequence = isSequence || parts.size() != 1;
        made.pattern = isSequence
            ? Pattern {.kind = Pattern::Kind::Sequence, .parts = std::move(parts), .at = clause.position()}
            : std::move(parts.front());
        if (const ConcreteNode guard = clause.field("guard"); !guard.isNull())
            made.guard = expression(guard.namedChildren().front());
        made.body = block(clause.field("consequence"));
        result.cases.push_back(std::move(made));
    }
    into.push_back({node.position(), std::move(result)});
}

Pattern TreeBuilder::pattern(const ConcreteNode &node)
{
    using Maker = Pattern (TreeBuilder::*)(const ConcreteNode &);
    static const std::unordered_map<std::string_view, Maker> makers {
        {"as_pattern", &TreeBuilder::aliasPattern},
        {"class_pattern", &TreeBuilder::classPattern},
        {"concatenated_string", &TreeBuilder::valuePattern},
        {"dict_pattern", &TreeBuilder::mappingPattern},
        {"dotted_name", &TreeBuilder::namePattern},
        {"identifier", &TreeBuilder::namePattern},
        {"false", &TreeBuilder::valuePattern},
        {"float", &TreeBuilder::valuePattern},
        {"integer", &TreeBuilder::valuePattern},
        {"list_pattern", &TreeBuilder::sequencePattern},
        {"none", &TreeBuilder::valuePattern},
        {"splat_pattern", &TreeBuilder::starPattern},
        {"string", &TreeBuilder::valuePattern},
        {"true", &TreeBuilder::valuePattern},
        {"tuple_pattern", &TreeBuilder::sequencePattern},
        {"union_pattern", &TreeBuilder::alternatives},
    };
    if (!enter(node))
        return {};
    Pattern result {.at = node.position()};
    if (node.is("case_pattern")) {
        const std::vector<ConcreteNode> inner = node.namedChildren();
        if (!inner.empty()) {
            result = pattern(inner.front());
            if (node.children().front().is("-") && result.value)
                result.value = makeExpression(
                    node.position(), UnaryExpression {UnaryOperator::Minus, std::move(result.value)});
        } // nothing with a name: _
    } else {
        const auto maker = makers.find(node.type());
        result = maker == makers.end() ? unknownPattern(node) : (this->*maker->second)(node);
    }
    leave();
    return result;
}

Pattern TreeBuilder::unknownPattern(const ConcreteNode &node)
{
    return {.kind = Pattern::Kind::Value, .value = unsupported(node), .at = node.position()};
}

Pattern TreeBuilder::valuePattern(const ConcreteNode &node)
{
    return {.kind = Pattern::Kind::Value, .value = expression(node), .at = node.position()};
}

// a name is bound, a name with dots is a value
Pattern TreeBuilder::namePattern(const ConcreteNode &node)
{
    const QString text = node.text();
    if (text.contains(u'.'))
        return {.kind = Pattern::Kind::Value, .value = dottedName(node), .at = node.position()};
    if (text == u'_')
        return {.at = node.position()};
    bind(text);
    return {.name = text, .at = node.position()};
}

Pattern TreeBuilder::aliasPattern(const ConcreteNode &node)
{
    const std::vector<ConcreteNode> children = node.namedChildren();
    Pattern result = pattern(children.front());
    const QString name = children.back().text();
    bind(name);
    if (result.name.isEmpty() && result.kind != Pattern::Kind::Mapping) {
        result.name = name;
        return result;
    }
    // what is bound already, or the rest of a mapping: around it
    Pattern around {.kind = Pattern::Kind::Either, .name = name, .at = node.position()};
    around.parts.push_back(std::move(result));
    return around;
}

Pattern TreeBuilder::alternatives(const ConcreteNode &node)
{
    Pattern result {.kind = Pattern::Kind::Either, .at = node.position()};
    bool negative = false;
    for (const ConcreteNode &child : node.children()) {
        if (child.is("|")) {
            continue;
        } else if (child.is("-")) {
            negative = true;
            continue;
        }
        result.parts.push_back(child.is("_") ? Pattern {.at = child.position()} : pattern(child));
        if (std::exchange(negative, false) && result.parts.back().value)
            result.parts.back().value = makeExpression(child.position(),
                UnaryExpression {UnaryOperator::Minus, std::move(result.parts.back().value)});
    }
    return result;
}

Pattern TreeBuilder::sequencePattern(const ConcreteNode &node)
{
    Pattern result {.kind = Pattern::Kind::Sequence, .at = node.position()};
    for (const ConcreteNode &child : node.namedChildren())
        result.parts.push_back(pattern(child));
    // brackets around one pattern only group it
    if (node.is("tuple_pattern") && result.parts.size() == 1 && !endsWithComma(node)
        && result.parts.front().kind != Pattern::Kind::Star) {
        Pattern only = std::move(result.parts.front());
        return only;
    }
    return result;
}

Pattern TreeBuilder::starPattern(const ConcreteNode &node)
{
    const std::vector<ConcreteNode> names = node.namedChildren();
    Pattern result {.kind = Pattern::Kind::Star, .at = node.position()};
    if (!names.empty() && names.front().text() != u'_') {
        result.name = names.front().text();
        bind(result.name);
    }
    return result;
}

Pattern TreeBuilder::mappingPattern(const ConcreteNode &node)
{
    Pattern result {.kind = Pattern::Kind::Mapping, .at = node.position()};
    bool negative = false;
    bool isKey = true;
    for (const ConcreteNode &child : node.children()) {
        if (child.is("-")) {
            negative = true;
        } else if (child.is(":")) {
            isKey = false;
        } else if (child.is(",")) {
            isKey = true;
        } else if (child.is("splat_pattern") || (child.is("case_pattern") && isKey)) {
            Pattern rest = pattern(child);
            if (rest.kind != Pattern::Kind::Star)
                return unknownPattern(node);
            result.takesRest = true;
            result.name = rest.name;
        } else if (child.is("case_pattern")) {
            result.parts.push_back(pattern(child));
        } else if (child.isNamed()) {
            ExpressionPtr key = child.is("dotted_name") ? dottedName(child) : expression(child);
            if (std::exchange(negative, false))
                key = makeExpression(child.position(), UnaryExpression {UnaryOperator::Minus, std::move(key)});
            result.keys.push_back(std::move(key));
        }
    }
    return result.keys.size() == result.parts.size() ? std::move(result) : unknownPattern(node);
}

Pattern TreeBuilder::classPattern(const ConcreteNode &node)
{
    Pattern result {.kind = Pattern::Kind::Class, .at = node.position()};
    for (const ConcreteNode &child : node.namedChildren()) {
        if (child.is("dotted_name")) {
            result.value = dottedName(child);
            continue;
        }
        const std::vector<ConcreteNode> inner = child.namedChildren();
        if (inner.size() == 1 && inner.front().is("keyword_pattern")) {
            const std::vector<ConcreteNode> parts = inner.front().namedChildren();
            result.attributes << parts.front().text();
            const bool isPlain = inner.front().children().size() == 3 && parts.size() == 2;
            const bool isWildcard = parts.size() == 1;
            result.parts.push_back(isWildcard ? Pattern {.at = child.position()}
                    : isPlain                 ? pattern(parts.back())
                                              : unknownPattern(child));
        } else if (!result.attributes.isEmpty()) {
            complain(child, Tr::tr("positional patterns follow keyword patterns"));
        } else {
            result.parts.push_back(pattern(child));
        }
    }
    return result;
}

} // namespace Migrations::Python
