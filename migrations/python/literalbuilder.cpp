#include "migrations/python/stringescapes.h"
#include "migrations/python/treebuilder.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// The letters before the quote and the quote itself.
struct StringStart {
    bool isRaw = false;
    bool isBytes = false;
    bool isFormatted = false;

    explicit StringStart(const QByteArray &text)
    {
        for (const char letter : text.toLower()) {
            isRaw = isRaw || letter == 'r';
            isBytes = isBytes || letter == 'b';
            isFormatted = isFormatted || letter == 'f';
        }
    }
};

void appendText(FormattedString &result, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!result.parts.empty()) {
        if (QString *last = std::get_if<QString>(&result.parts.back())) {
            *last += text;
            return;
        }
    }
    result.parts.emplace_back(text);
}

QString decoded(const QByteArray &segment, const StringStart &start)
{
    QString text = QString::fromUtf8(segment);
    if (start.isFormatted)
        text.replace(QStringLiteral("{{"), QStringLiteral("{")).replace(QStringLiteral("}}"), QStringLiteral("}"));
    return start.isRaw ? text : unescapedText(text);
}

} // namespace

ExpressionPtr TreeBuilder::number(const ConcreteNode &node)
{
    QByteArray text = node.bytes().replace("_", "").toLower();
    if (text.endsWith('j'))
        return unsupported(node);
    bool valid = false;
    if (node.is("float"))
        return makeExpression(node.position(), FloatLiteral {text.toDouble(&valid)});
    int base = 10;
    if (text.startsWith("0x"))
        base = 16;
    else if (text.startsWith("0o"))
        base = 8;
    else if (text.startsWith("0b"))
        base = 2;
    const bool octalOfOld = base == 10 && text.size() > 1 && text.startsWith('0') && text.toLongLong() != 0;
    if (octalOfOld)
        complain(node, Tr::tr("leading zeros in decimal integer literals are not permitted"));
    const qint64 value = (base == 10 ? text : text.mid(2)).toLongLong(&valid, base);
    if (!valid)
        return makeExpression(node.position(), LargeIntegerLiteral {QString::fromLatin1(text)});
    return makeExpression(node.position(), IntegerLiteral {value});
}

ExpressionPtr TreeBuilder::constant(const ConcreteNode &node)
{
    if (node.is("none"))
        return makeExpression(node.position(), NoneLiteral {});
    if (node.is("ellipsis"))
        return makeExpression(node.position(), EllipsisLiteral {});
    return makeExpression(node.position(), BooleanLiteral {node.is("true")});
}

ExpressionPtr TreeBuilder::string(const ConcreteNode &node)
{
    return literal(node, {node});
}

ExpressionPtr TreeBuilder::concatenatedString(const ConcreteNode &node)
{
    return literal(node, node.namedChildren());
}

ExpressionPtr TreeBuilder::literal(const ConcreteNode &node, const std::vector<ConcreteNode> &parts)
{
    StringParts result;
    for (const ConcreteNode &part : parts)
        appendString(part, result);
    FormattedString &text = result.text;
    if (result.isBytes && result.isText)
        complain(node, Tr::tr("cannot mix bytes and nonbytes literals"));
    if (result.namesCharacter)
        return makeExpression(node.position(), UnsupportedSyntax {QStringLiteral("\\N{…}")});
    if (result.isBytes)
        return makeExpression(node.position(), BytesLiteral {result.bytes});
    if (text.parts.empty())
        return makeExpression(node.position(), StringLiteral {});
    if (text.parts.size() == 1 && std::holds_alternative<QString>(text.parts.front()))
        return makeExpression(node.position(), StringLiteral {std::get<QString>(text.parts.front())});
    return makeExpression(node.position(), std::move(text));
}

void TreeBuilder::appendString(const ConcreteNode &node, StringParts &result)
{
    const std::vector<ConcreteNode> children = node.children();
    if (children.size() < 2)
        return;
    const StringStart start(children.front().bytes());
    const QByteArray all = node.bytes();
    const auto segment = [&](uint32_t from, uint32_t to) {
        return all.mid(from - node.startByte(), to - from);
    };
    uint32_t from = children.front().endByte();
    // the grammar takes the content into the closing quote where it is nothing but an escape: r'\\'
    const QByteArray opening = children.front().bytes();
    const uint32_t contentEnd = node.endByte() - uint32_t(opening.endsWith("\"\"\"") || opening.endsWith("'''") ? 3 : 1);
    (start.isBytes ? result.isBytes : result.isText) = true;
    if (start.isBytes) {
        const QByteArray raw = segment(from, contentEnd);
        result.bytes += start.isRaw ? raw : unescapedBytes(raw);
        return;
    }
    const auto append = [&](uint32_t to) {
        const QByteArray text = segment(from, to);
        result.namesCharacter = result.namesCharacter || (!start.isRaw && namesCharacter(text));
        appendText(result.text, decoded(text, start));
    };
    for (const ConcreteNode &child : children) {
        if (!child.is("interpolation"))
            continue;
        append(child.startByte());
        result.text.parts.emplace_back(field(child, start.isRaw));
        from = child.endByte();
    }
    append(contentEnd);
}

FormattedString::Field TreeBuilder::field(const ConcreteNode &interpolation, bool raw)
{
    FormattedString::Field result;
    const ConcreteNode value = interpolation.field("expression");
    result.value = expression(value);
    bool showsItself = false;
    for (const ConcreteNode &child : interpolation.children()) {
        if (std::exchange(showsItself, false)) { // f"{x = }": with the space around
            const QByteArray text = interpolation.bytes();
            result.selfText = QString::fromUtf8(text.mid(1, child.startByte() - interpolation.startByte() - 1));
        }
        if (child.is("=")) {
            showsItself = true;
        } else if (child.is("type_conversion")) {
            result.conversion = child.bytes().back();
        } else if (child.is("format_specifier")) {
            result.format = std::make_unique<FormattedString>();
            const QByteArray text = child.bytes();
            qsizetype from = 1; // after the colon
            for (const ConcreteNode &nested : child.namedChildren()) {
                if (!nested.is("interpolation") && !nested.is("format_expression"))
                    continue;
                const qsizetype begin = nested.startByte() - child.startByte();
                appendText(*result.format, QString::fromUtf8(text.mid(from, begin - from)));
                result.format->parts.emplace_back(field(nested, raw));
                from = nested.endByte() - child.startByte();
            }
            appendText(*result.format, QString::fromUtf8(text.mid(from)));
        }
    }
    return result;
}

} // namespace Migrations::Python
