#include "migrations/scripts/headeredit.h"

#include "migrations/python/concretetree.h"
#include "migrations/python/parser.h"
#include "migrations/python/textform.h"
#include "migrations/scripts/scriptreader.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

namespace {

using Python::ConcreteNode;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

struct Names {
    QByteArray python;
    QByteArray sql;
};

const Names &namesOf(HeaderField field)
{
    static const QHash<HeaderField, Names> all {{HeaderField::Down, {"down_revision", "revises"}},
        {HeaderField::DependsOn, {"depends_on", "depends_on"}},
        {HeaderField::BranchLabels, {"branch_labels", "branch_labels"}}};
    return *all.constFind(field);
}

const QStringList &valuesOf(const Revision &revision, HeaderField field)
{
    if (field == HeaderField::Down)
        return revision.down;
    return field == HeaderField::DependsOn ? revision.dependsOn : revision.branchLabels;
}

Error notWritten(const QString &path, const QString &message)
{
    return {.code = ErrorCode::Unsupported,
        .message = message,
        .at = {.file = path},
        .nextStep = Tr::tr("Edit the file by hand. Nothing was written.")};
}

/// A part of the file and what takes its place.
struct Replacement {
    qsizetype from = 0;
    qsizetype to = 0;
    QByteArray text;
};

QByteArray applied(QByteArray bytes, QList<Replacement> replacements)
{
    std::ranges::sort(replacements, std::ranges::greater(), &Replacement::from);
    for (const Replacement &one : std::as_const(replacements))
        bytes.replace(one.from, one.to - one.from, one.text);
    return bytes;
}

// ---- .py

// Of the same length, so that the tree's positions are those of the file whatever its encoding is.
QByteArray asciiOf(const QByteArray &bytes)
{
    QByteArray ascii = bytes;
    for (char &byte : ascii) {
        if (uchar(byte) >= 0x80)
            byte = 'x';
    }
    if (bytes.startsWith("\xEF\xBB\xBF"))
        ascii.replace(0, 3, "   ");
    return ascii;
}

// the value that the module's name has in the end; null: it is not assigned
ConcreteNode assignedTo(const Python::ConcreteTree &tree, const QByteArray &name)
{
    ConcreteNode found;
    for (const ConcreteNode &statement : tree.root().namedChildren()) {
        const std::vector<ConcreteNode> children = statement.namedChildren();
        if (!statement.is("expression_statement") || children.size() != 1 || !children.front().is("assignment"))
            continue;
        const ConcreteNode left = children.front().field("left");
        const ConcreteNode right = children.front().field("right");
        if (left.is("identifier") && left.bytes() == name && !right.isNull())
            found = right;
    }
    return found;
}

// the texts of a literal in order; false: it is something else
bool collectStrings(const ConcreteNode &node, QList<ConcreteNode> &strings)
{
    if (node.is("string") || node.is("concatenated_string")) {
        strings << node;
        return true;
    }
    if (node.is("none"))
        return true;
    const bool isDisplay = node.is("tuple") || node.is("list") || node.is("set") || node.is("expression_list")
        || node.is("parenthesized_expression");
    return isDisplay
        && std::ranges::all_of(
            node.namedChildren(), [&](const ConcreteNode &child) { return collectStrings(child, strings); });
}

bool isPlain(const QString &text)
{
    static const QRegularExpression plain(uR"(^[^\\'"\x00-\x1f\x7f]*\z)"_s);
    return plain.match(text).hasMatch();
}

/// Writes ids as the file's own literals are written.
class Literals final
{
public:
    explicit Literals(const Python::ConcreteTree &tree)
    {
        const ConcreteNode id = assignedTo(tree, "revision");
        if (!id.isNull() && id.is("string") && id.bytes().endsWith('"'))
            m_quote = "\"";
    }

    [[nodiscard]] QByteArray of(const QString &text) const
    {
        return isPlain(text) ? m_quote + text.toUtf8() + m_quote : Python::reprOfString(text).toUtf8();
    }

    // between the quotes that are there
    [[nodiscard]] QByteArray instead(const ConcreteNode &string, const QString &text) const
    {
        static const QRegularExpression quoted(uR"(^([uUrR]?(?:"""|'''|"|')))"_s);
        const QRegularExpressionMatch match = quoted.match(string.text());
        if (!string.is("string") || !match.hasMatch() || !isPlain(text))
            return of(text);
        QString end = match.captured();
        while (end.front().isLetter())
            end.removeFirst();
        return QString(match.captured() + text + end).toUtf8();
    }

    [[nodiscard]] QByteArray tuple(const QStringList &texts) const
    {
        QByteArrayList parts;
        for (const QString &text : texts)
            parts << of(text);
        return '(' + parts.join(", ") + (parts.size() == 1 ? ",)" : ")");
    }

private:
    QByteArray m_quote = "'";
};

// the fewest replacements that make the literal say `after`
QList<Replacement> changesOf(const ConcreteNode &value, const QList<ConcreteNode> &strings, const QStringList &before,
    const QStringList &after, const Literals &literals, HeaderField field)
{
    if (strings.size() == after.size() && before.size() == after.size()) {
        QList<Replacement> changes;
        for (qsizetype i = 0; i < after.size(); ++i) {
            if (before[i] != after[i])
                changes << Replacement {
                    strings[i].startByte(), strings[i].endByte(), literals.instead(strings[i], after[i])};
        }
        return changes;
    }
    const bool isScalar = after.size() == 1 && field != HeaderField::BranchLabels;
    const QByteArray text = after.isEmpty() ? QByteArray("None")
        : isScalar                          ? literals.of(after.constFirst())
                                            : literals.tuple(after);
    return {{value.startByte(), value.endByte(), text}};
}

Result<QByteArray> withPythonHeader(
    const QByteArray &bytes, const Revision &revision, HeaderField field, const QStringList &values)
{
    const Python::ConcreteTree tree(asciiOf(bytes));
    const QByteArray name = namesOf(field).python;
    const ConcreteNode value = tree.isValid() ? assignedTo(tree, name) : ConcreteNode();
    QList<ConcreteNode> strings;
    if (value.isNull())
        return failure(notWritten(revision.path, Tr::tr("The file has no %1.").arg(QString::fromUtf8(name))));
    if (!collectStrings(value, strings))
        return failure(
            notWritten(revision.path, Tr::tr("The value of %1 is not a literal.").arg(QString::fromUtf8(name))));
    return applied(bytes,
        changesOf(value, strings, valuesOf(revision, field), values, Literals(tree), field));
}

// ---- .sql

Result<QByteArray> withSqlHeader(
    const QByteArray &bytes, const Revision &revision, HeaderField field, const QStringList &values)
{
    // byte for byte, whatever the encoding is
    const QString text = QString::fromLatin1(bytes);
    const QString key = QString::fromLatin1(namesOf(field).sql);
    static const QString line = uR"((?m)^([^\S\r\n]*--[^\S\r\n]*%1[^\S\r\n]*:[^\S\r\n]*)([^\r\n]*?)([^\S\r\n]*\r?$))"_s;
    const QByteArray value = values.join(", "_L1).toUtf8();
    QRegularExpressionMatch last; // the last one counts
    for (const QRegularExpressionMatch &match : QRegularExpression(line.arg(key)).globalMatch(text)) {
        if (!text.first(match.capturedStart()).contains("-- migrate:"_L1))
            last = match;
    }
    if (last.hasMatch())
        return applied(bytes, {{last.capturedStart(2), last.capturedEnd(2), value}});
    const QRegularExpressionMatch id = QRegularExpression(line.arg(u"revision"_s)).match(text);
    if (!id.hasMatch())
        return failure(notWritten(revision.path, Tr::tr("The file has no %1.").arg(u"-- revision:"_s)));
    const bool hasReturn = id.captured().endsWith(u'\r');
    const QByteArray end = hasReturn ? QByteArray("\r\n") : QByteArray("\n");
    const qsizetype at = id.capturedEnd() - (hasReturn ? 1 : 0);
    return applied(bytes, {{at, at, end + "-- " + namesOf(field).sql + ": " + value}});
}

} // namespace

Result<QByteArray> withHeader(
    const QByteArray &bytes, const QString &path, HeaderField field, const QStringList &values)
{
    const Result<std::optional<Revision>> before = readRevision(bytes, path);
    if (!before)
        return failure(before.error());
    if (!*before)
        return failure(notWritten(path, Tr::tr("The file is no revision.")));
    if (valuesOf(**before, field) == values)
        return bytes;
    Result<QByteArray> edited = (*before)->language == Language::Sql
        ? withSqlHeader(bytes, **before, field, values)
        : withPythonHeader(bytes, **before, field, values);
    if (!edited)
        return edited;
    // read back: an encoding that has no such letter, a string that goes on in another line
    const Result<std::optional<Revision>> after = readRevision(*edited, path);
    if (!after || !*after || valuesOf(**after, field) != values || (*after)->id != (*before)->id)
        return failure(notWritten(path, Tr::tr("The value cannot be written into this file.")));
    return edited;
}

} // namespace Migrations::Scripts
