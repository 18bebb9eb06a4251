#include "migrations/python/parser.h"

#include "migrations/python/plainparser.h"
#include "migrations/python/treebuilder.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

struct Problem {
    Position at;
    QString message;
};

// an opening bracket or quote among the children that nothing closes
std::optional<Problem> unclosed(const ConcreteNode &node)
{
    static const std::unordered_map<std::string_view, std::string_view> pairs {
        {"(", ")"}, {"[", "]"}, {"{", "}"}, {"string_start", "string_end"}};
    std::vector<ConcreteNode> open;
    for (const ConcreteNode &child : node.children()) {
        if (pairs.contains(child.type()))
            open.push_back(child);
        else if (!open.empty() && child.is(pairs.at(open.back().type())))
            open.pop_back();
    }
    if (open.empty())
        return std::nullopt;
    return Problem {open.back().position(), Tr::tr("%1 is never closed").arg(open.back().text())};
}

// the first place where tree-sitter could not go on; an open bracket around it is the likelier cause
Problem firstProblem(const ConcreteNode &node)
{
    ConcreteNode current = node;
    std::optional<Problem> bracket;
    while (true) {
        if (!bracket)
            bracket = unclosed(current);
        if (current.isMissing()) {
            const std::string_view type = current.type();
            return {current.position(),
                Tr::tr("%1 is missing").arg(QString::fromUtf8(type.data(), qsizetype(type.size())))};
        }
        const std::vector<ConcreteNode> children = current.children();
        const auto next = std::ranges::find_if(
            children, [](const ConcreteNode &child) { return child.hasError() || child.isMissing(); });
        if (next == children.end())
            break;
        current = *next;
    }
    return bracket.value_or(Problem {current.position(), Tr::tr("this is not Python")});
}

Error syntaxError(const Module &module, Position at, const QString &message)
{
    return {
        .code = ErrorCode::Syntax,
        .message = QStringLiteral("SyntaxError: ") + message,
        .at = {module.file, at.line, at.column},
        .excerpt = module.excerpt(at),
        .nextStep = Tr::tr("Correct the script; nothing of it was evaluated."),
    };
}

} // namespace

QString Module::excerpt(Position at) const
{
    const QStringList lines = source.split(u'\n');
    if (at.line < 1 || at.line > lines.size())
        return {};
    QString line = lines[at.line - 1];
    line.replace(u'\t', u' ');
    if (line.endsWith(u'\r'))
        line.chop(1);
    constexpr int MaximumWidth = 160;
    if (line.size() > MaximumWidth)
        return line.left(MaximumWidth) + u'…';
    return QStringLiteral("    %1\n    %2^").arg(line, QString(std::max(0, at.column - 1), u' '));
}

namespace {

Result<std::shared_ptr<const Module>> parse(const QByteArray &bytes, const QString &file, bool withPositions)
{
    const Result<QString> source = sourceText(bytes, file);
    if (!source)
        return failure(source.error());
    auto module = std::make_shared<Module>();
    module->file = file;
    module->source = *source;
    if (std::optional<Block> plain = withPositions ? PlainParser::parse(*source) : std::nullopt) {
        module->body = std::move(*plain);
        return module;
    }
    const ConcreteTree tree(source->toUtf8(), withPositions);
    if (!tree.isValid())
        return failure(syntaxError(*module, {1, 1}, Tr::tr("the script is too intricate to be read")));
    if (tree.root().hasError()) {
        const Problem problem = firstProblem(tree.root());
        return failure(syntaxError(*module, problem.at, problem.message));
    }
    TreeBuilder builder;
    module->body = builder.block(tree.root());
    if (const auto &mistake = builder.mistake())
        return failure(syntaxError(*module, mistake->at, mistake->message));
    return module;
}

} // namespace

Result<std::shared_ptr<const Module>> parse(const QByteArray &bytes, const QString &file)
{
    return parse(bytes, file, true);
}

Result<std::shared_ptr<const Module>> parseLibrary(const QByteArray &bytes, const QString &file)
{
    return parse(bytes, file, false);
}

namespace {

// takes what a statement of the top level says
void readStatement(const ConcreteNode &node, const QSet<QString> &names, bool first, ModuleHeader &header)
{
    const std::vector<ConcreteNode> children = node.namedChildren();
    if (!node.is("expression_statement") || children.size() != 1)
        return;
    TreeBuilder builder;
    const ConcreteNode &child = children.front();
    if (first && (child.is("string") || child.is("concatenated_string"))) {
        const ExpressionPtr docstring = builder.expression(child);
        if (const auto *string = std::get_if<StringLiteral>(&docstring->node))
            header.docstring = string->value;
    }
    if (!child.is("assignment") || !child.field("left").is("identifier"))
        return;
    const QString name = child.field("left").text();
    const ConcreteNode right = child.field("right");
    if (names.contains(name) && !right.isNull())
        header.assignments.insert_or_assign(name, builder.expression(right));
}

} // namespace

Result<ModuleHeader> parseHeader(const QByteArray &bytes, const QString &file, const QSet<QString> &names)
{
    const Result<QString> source = sourceText(bytes, file);
    if (!source)
        return failure(source.error());
    const Module module {.file = file, .source = *source, .body = {}};
    const ConcreteTree tree(source->toUtf8());
    if (!tree.isValid())
        return failure(syntaxError(module, {1, 1}, Tr::tr("the script is too intricate to be read")));
    ModuleHeader header;
    bool first = true;
    for (const ConcreteNode &node : tree.root().namedChildren()) {
        const bool isBody = node.is("function_definition") || node.is("decorated_definition");
        if (tree.root().is("ERROR") || node.is("ERROR") || (node.hasError() && !isBody)) {
            const Problem problem = firstProblem(node.hasError() ? node : tree.root());
            return failure(syntaxError(module, problem.at, problem.message));
        }
        readStatement(node, names, first, header);
        first = false;
    }
    return header;
}

} // namespace Migrations::Python
