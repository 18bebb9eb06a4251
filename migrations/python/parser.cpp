#include "migrations/python/parser.h"

#include "migrations/python/treebuilder.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QByteArray withoutByteOrderMark(const QByteArray &utf8)
{
    return utf8.startsWith("\xEF\xBB\xBF") ? utf8.mid(3) : utf8;
}

// the first place where tree-sitter could not go on
ConcreteNode firstError(const ConcreteNode &node)
{
    ConcreteNode current = node;
    while (true) {
        if (current.is("ERROR") || current.isMissing())
            return current;
        ConcreteNode next;
        for (const ConcreteNode &child : current.children()) {
            if (child.hasError() || child.isMissing()) {
                next = child;
                break;
            }
        }
        if (next.isNull())
            return current;
        current = next;
    }
}

Error syntaxError(const Module &module, Position at, const QString &message)
{
    return {
        .code = ErrorCode::Syntax,
        .message = message,
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

Result<std::shared_ptr<const Module>> parse(const QByteArray &utf8, const QString &file)
{
    const QByteArray text = withoutByteOrderMark(utf8);
    const ConcreteTree tree(text);
    auto module = std::make_shared<Module>();
    module->file = file;
    module->source = QString::fromUtf8(text);
    const ConcreteNode root = tree.root();
    if (root.hasError())
        return failure(syntaxError(
            *module, firstError(root).position(), QStringLiteral("SyntaxError: ") + Tr::tr("this is not Python")));
    TreeBuilder builder;
    module->body = builder.block(root);
    if (const std::optional<Position> at = builder.tooDeep())
        return failure(syntaxError(
            *module, *at, QStringLiteral("SyntaxError: ") + Tr::tr("too deeply nested")));
    return module;
}

Result<ModuleHeader> parseHeader(const QByteArray &utf8, const QString &file, const QSet<QString> &names)
{
    const QByteArray text = withoutByteOrderMark(utf8);
    const ConcreteTree tree(text);
    ModuleHeader header;
    TreeBuilder builder;
    bool first = true;
    for (const ConcreteNode &node : tree.root().namedChildren()) {
        if (node.is("ERROR")) {
            Module module {.file = file, .source = QString::fromUtf8(text), .body = {}};
            return failure(syntaxError(
                module, node.position(), QStringLiteral("SyntaxError: ") + Tr::tr("this is not Python")));
        }
        if (!node.is("expression_statement")) {
            first = false;
            continue;
        }
        const std::vector<ConcreteNode> children = node.namedChildren();
        if (children.size() != 1)
            continue;
        const ConcreteNode &child = children.front();
        if (first && (child.is("string") || child.is("concatenated_string"))) {
            const ExpressionPtr docstring = builder.expression(child);
            if (const auto *string = std::get_if<StringLiteral>(&docstring->node))
                header.docstring = string->value;
        } else if (child.is("assignment") && child.field("left").is("identifier")) {
            const QString name = child.field("left").text();
            const ConcreteNode right = child.field("right");
            if (names.contains(name) && !right.isNull())
                header.assignments.insert_or_assign(name, builder.expression(right));
        }
        first = false;
    }
    return header;
}

} // namespace Migrations::Python
