#include "migrations/scripts/squashedtext.h"

#include "migrations/python/concretetree.h"
#include "migrations/python/parser.h"
#include "migrations/python/textform.h"
#include "migrations/scripts/revisiontemplate.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

namespace {

using Python::ConcreteNode;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Error unsupported(const ReplacedRevision &revision, int line, const QString &message)
{
    return {.code = ErrorCode::Unsupported,
        .message = message,
        .at = {revision.header.path, line, 0},
        .nextStep = Tr::tr("Write the script otherwise, or squash a range without it. Nothing was changed.")};
}

// in front of a line's text; Python counts its columns anew after a form feed
qsizetype afterFormFeeds(const QByteArray &line)
{
    const auto text
        = std::ranges::find_if_not(line, [](char byte) { return byte == ' ' || byte == '\t' || byte == '\f'; });
    return line.first(text - line.begin()).lastIndexOf('\f') + 1;
}

/// One replaced script on its way into a function.
class Enclosed final
{
public:
    Enclosed(const ReplacedRevision &revision, const QString &source)
        : m_revision(revision)
        , m_source(source.toUtf8())
        , m_tree(m_source)
    {
    }

    /// Errors: Unsupported
    [[nodiscard]] Result<void> check()
    {
        if (!m_tree.isValid() || m_tree.root().hasError())
            return failure(unsupported(m_revision, 0, Tr::tr("The script cannot be read.")));
        if (const std::optional<Error> found = findRefused(m_tree.root()))
            return failure(*found);
        for (const ConcreteNode &statement : m_tree.root().namedChildren()) {
            const ConcreteNode definition
                = statement.is("decorated_definition") ? statement.field("definition") : statement;
            if (definition.is("function_definition"))
                m_functions.insert(definition.field("name").text(), definition.position().line);
            const bool takesArguments = definition.is("function_definition")
                && !definition.field("parameters").namedChildren().empty();
            const QString name = takesArguments ? definition.field("name").text() : QString();
            if (name == "upgrade"_L1 || name == "downgrade"_L1)
                return failure(unsupported(m_revision, definition.position().line,
                    Tr::tr("%1() takes arguments: the project has several databases.").arg(name)));
        }
        if (m_functions.contains(u"upgrade"_s))
            return {};
        return failure(unsupported(m_revision, 0, Tr::tr("The script has no function upgrade().")));
    }

    [[nodiscard]] bool hasDowngrade() const { return m_functions.contains(u"downgrade"_s); }
    [[nodiscard]] bool hasFutureImport() const { return m_hasFutureImport; }

    // the script with every line indented that does not begin inside of a string
    [[nodiscard]] QString indented() const
    {
        QByteArray result;
        qsizetype at = 0;
        while (at < m_source.size()) {
            const qsizetype end = m_source.indexOf('\n', at);
            const qsizetype next = end < 0 ? m_source.size() : end + 1;
            const QByteArray line = m_source.sliced(at, next - at);
            const bool isInside = std::ranges::any_of(
                m_strings, [at](const auto &string) { return string.first < at && at < string.second; });
            if (isInside || line.trimmed().isEmpty())
                result += line;
            else
                result += QByteArray(line).insert(afterFormFeeds(line), "    ");
            at = next;
        }
        while (result.endsWith('\n'))
            result.chop(1);
        return QString::fromUtf8(result);
    }

private:
    std::optional<Error> findRefused(const ConcreteNode &node)
    {
        const int line = node.position().line;
        if (node.is("string")) {
            m_strings.emplaceBack(node.startByte(), node.endByte());
        } else if (node.is("future_import_statement")) {
            // it must stand at the top of the file, where the new one has it
            m_hasFutureImport = true;
            const qsizetype size = node.endByte() - node.startByte();
            m_source.replace(node.startByte(), size, QByteArray("pass").leftJustified(size, ' '));
        } else if (node.is("wildcard_import")) {
            return unsupported(m_revision, line, Tr::tr("\"import *\" does not work inside of a function."));
        } else if (node.is("global_statement")) {
            return unsupported(m_revision, line, Tr::tr("\"global\" would mean the new file."));
        } else if (node.is("call") && node.field("function").is("identifier")
            && QByteArrayList {"globals", "locals", "exec", "eval"}.contains(node.field("function").bytes())) {
            return unsupported(
                m_revision, line, Tr::tr("%1() would mean the new file.").arg(node.field("function").text()));
        }
        for (const ConcreteNode &child : node.namedChildren()) {
            if (std::optional<Error> found = findRefused(child))
                return found;
        }
        return std::nullopt;
    }

    const ReplacedRevision &m_revision;
    QByteArray m_source;
    Python::ConcreteTree m_tree;
    QHash<QString, int> m_functions;
    QList<std::pair<qsizetype, qsizetype>> m_strings;
    bool m_hasFutureImport = false;
};

QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0).trimmed();
}

// for a docstring that nobody's message ends
QString harmless(QString text)
{
    return text.replace(u'\\', "\\\\"_L1).replace("\"\"\""_L1, "'''"_L1);
}

QString literal(const QStringList &texts, bool isAlwaysTuple = false)
{
    if (texts.isEmpty())
        return u"None"_s;
    QStringList parts;
    for (const QString &text : texts)
        parts << Python::reprOfString(text);
    if (parts.size() > 1)
        return u'(' + parts.join(", "_L1) + u')';
    return isAlwaysTuple ? u'(' + parts.constFirst() + u",)" : parts.constFirst();
}

QString pythonHeader(const RevisionDraft &draft, const QList<ReplacedRevision> &replaced, bool hasFutureImport)
{
    QString text = u"\"\"\"%1\n\nRevision ID: %2\nRevises: %3\nCreate Date: %4\n\nReplaces, oldest first:\n"_s.arg(
        harmless(draft.message), draft.id, draft.down.join(", "_L1), draft.createDate.toString());
    for (const ReplacedRevision &one : replaced) {
        const QString line = one.header.id + u"  "_s + harmless(firstLine(one.header.doc));
        text += u"  "_s + line.trimmed() + u'\n';
    }
    text += u"\n\"\"\"\n"_s;
    if (hasFutureImport)
        text += u"from __future__ import annotations\n\n"_s;
    return text
        + u"# revision identifiers, used by Alembic.\nrevision = %1\ndown_revision = %2\nbranch_labels = %3\n"
          "depends_on = %4\n\n\n# Each replaced revision stands in a function of its own, so that their names do not "
          "meet.\n"_s.arg(Python::reprOfString(draft.id), literal(draft.down), literal(draft.branchLabels, true),
              literal(draft.dependsOn));
}

QString functionName(qsizetype index, const QString &id)
{
    static const QRegularExpression other(u"[^0-9A-Za-z_]"_s);
    return u"_revision_%1_%2"_s.arg(index + 1).arg(QString(id).replace(other, u"_"_s));
}

Result<QString> squashedPython(const RevisionDraft &draft, const QList<ReplacedRevision> &replaced)
{
    QString functions;
    QStringList names;
    bool hasFutureImport = false;
    for (const ReplacedRevision &one : replaced) {
        const Result<QString> source = Python::sourceText(one.bytes, one.header.path);
        if (!source)
            return failure(source.error());
        Enclosed enclosed(one, *source);
        if (const Result<void> checked = enclosed.check(); !checked)
            return failure(checked.error());
        hasFutureImport = hasFutureImport || enclosed.hasFutureImport();
        names << functionName(names.size(), one.header.id);
        functions += u"\n\ndef %1():\n%2\n"_s.arg(names.constLast(), enclosed.indented());
        if (!enclosed.hasDowngrade())
            functions += u"\n    def downgrade():\n        raise NotImplementedError(%1)\n"_s.arg(
                Python::reprOfString(one.header.id + u" has no downgrade()"));
        functions += u"\n    return upgrade, downgrade\n"_s;
    }
    QString text = pythonHeader(draft, replaced, hasFutureImport) + functions + u"\n\ndef upgrade():\n"_s;
    for (const QString &name : std::as_const(names))
        text += u"    %1()[0]()\n"_s.arg(name);
    text += u"\n\ndef downgrade():\n"_s;
    for (auto name = names.crbegin(); name != names.crend(); ++name)
        text += u"    %1()[1]()\n"_s.arg(*name);
    return text;
}

// ---- .sql

struct Sections {
    QString up;
    QString down;
};

Sections sectionsOf(const ReplacedRevision &revision)
{
    static const QRegularExpression head(
        u"^--\\s*migrate:(up|down)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    Sections sections;
    QString *current = nullptr;
    for (QString line : QString::fromUtf8(revision.bytes).split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QRegularExpressionMatch match = head.match(line.trimmed());
        if (match.hasMatch()) {
            current = match.captured(1).toLower() == "up"_L1 ? &sections.up : &sections.down;
            *current += line + u"\n-- "_s + revision.header.id + u'\n';
        } else if (current) {
            *current += line + u'\n';
        }
    }
    return sections;
}

QString squashedSql(const RevisionDraft &draft, const QList<ReplacedRevision> &replaced)
{
    QString up;
    QString down;
    for (const ReplacedRevision &one : replaced) {
        const Sections sections = sectionsOf(one);
        up += sections.up;
        down.prepend(sections.down);
    }
    const QString header = sqlRevision(draft).section(u"\n-- migrate:up"_s, 0, 0);
    return header + u'\n' + up + down;
}

} // namespace

Result<QString> squashedText(const RevisionDraft &draft, const QList<ReplacedRevision> &replaced)
{
    const Language language = replaced.constFirst().header.language;
    for (const ReplacedRevision &one : replaced) {
        if (one.header.language != language)
            return failure(unsupported(
                one, 0, Tr::tr("The range has .py and .sql revisions, which do not go into one file.")));
    }
    return language == Language::Sql ? Result<QString>(squashedSql(draft, replaced)) : squashedPython(draft, replaced);
}

} // namespace Migrations::Scripts
