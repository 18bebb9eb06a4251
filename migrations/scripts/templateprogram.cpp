#include "migrations/scripts/templateprogram.h"

#include "migrations/python/textform.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::DotMatchesEverythingOption);
}

/// Reads a template from its beginning to its end and writes the program as it goes.
class Compiler final
{
public:
    Compiler(const QString &text, const QString &path) : m_text(text), m_path(path) {}

    Result<TemplateProgram> compile(const QString &module)
    {
        while (!m_error && m_at < m_text.size())
            readOne();
        if (!m_error && !m_blocks.isEmpty())
            fail(ErrorCode::Syntax, Tr::tr("the control line \"% %1\" has no end").arg(m_blocks.constLast().keyword),
                m_blocks.constLast().line, Tr::tr("Add a line \"% end%1\".").arg(m_blocks.constLast().keyword));
        if (m_error)
            return failure(*m_error);
        TemplateProgram program;
        program.python = u"from %1 import *\n"_s.arg(module);
        program.lines << 1;
        for (const auto *part : {&m_module, &m_body}) {
            program.python += part->python;
            program.lines += part->lines;
        }
        return program;
    }

private:
    struct Block {
        QString keyword;
        int line;
    };

    // ---- the template

    void readOne()
    {
        if (take(uR"(\$\{)"_s))
            readExpression();
        else if (atLineStart() && take(uR"([\t ]*##[^\r\n]*(?:\r?\n|\z))"_s))
            return;
        else if (atLineStart() && take(uR"([\t ]*%(?!%)[\t ]*((?:\\\r?\n|[^\r\n])*)(?:\r?\n|\z))"_s))
            readControlLine(m_match.captured(1));
        else if (take(u"<%doc>.*?</%doc>"_s))
            return;
        else if (take(u"<%text>(.*?)</%text>"_s))
            write(m_match.captured(1));
        else if (take(uR"re(</?%([\w.:]+)(?:\s+\w+|\s*=\s*|"[^"]*"|'[^']*'|\s*,)*\s*/?>)re"_s))
            fail(ErrorCode::Unsupported, Tr::tr("the tag <%%1> is not understood").arg(m_match.captured(1)),
                m_matchLine, {});
        else if (take(u"<%(!?)"_s))
            readBlock(!m_match.captured(1).isEmpty());
        else if (atLineStart() && take(uR"((\s*)%%(%*))"_s))
            write(m_match.captured(1) + u'%' + m_match.captured(2));
        else
            readText();
    }

    void readText()
    {
        static const QRegularExpression end(uR"(\\\r?\n|(?<=\n)(?=[ \t]*(?:%|##))|(?=\$\{)|(?=</?%)|\z)"_s);
        qsizetype from = m_at;
        QRegularExpressionMatch match = end.match(m_text, from);
        if (match.capturedEnd() == m_at) // what begins here was none of the others
            match = end.match(m_text, from + 1);
        const QString text = m_text.sliced(m_at, match.capturedStart() - m_at);
        if (!text.isEmpty())
            write(text);
        advanceTo(match.capturedEnd());
    }

    void readExpression()
    {
        const int line = m_matchLine;
        const std::optional<QString> text = upTo(u"|}"_s);
        if (!text)
            return fail(ErrorCode::Syntax, Tr::tr("${ has no }"), line, Tr::tr("Add the }."));
        QStringList filters;
        if (m_text[m_at - 1] == u'|') {
            const std::optional<QString> names = upTo(u"}"_s);
            if (!names)
                return fail(ErrorCode::Syntax, Tr::tr("${ has no }"), line, Tr::tr("Add the }."));
            for (const QString &name : names->split(u',', Qt::SkipEmptyParts))
                filters << name.trimmed();
        }
        if (text->trimmed().isEmpty())
            return;
        // on lines of its own, so that a comment in it ends before our brackets do
        QString value = u"(%1\n)"_s.arg(QString(*text).replace("\r\n"_L1, "\n"_L1).trimmed());
        for (const QString &filter : std::as_const(filters)) {
            static const QStringList plain {u"n"_s, u"str"_s, u"unicode"_s};
            static const QStringList markup {u"h"_s, u"x"_s, u"u"_s, u"entity"_s};
            if (markup.contains(filter) || !pattern(u"^\\w+\\z"_s).match(filter).hasMatch())
                return fail(ErrorCode::Unsupported, Tr::tr("the filter %1 is not understood").arg(filter), line, {});
            if (filter == "trim"_L1)
                value += u".strip()"_s;
            else if (!plain.contains(filter))
                value = filter + u'(' + value + u')';
        }
        emitCode(u"__write__(%1)"_s.arg(value), line);
    }

    void readControlLine(const QString &text)
    {
        const QRegularExpressionMatch words = pattern(u"^(end)?(\\w+)\\s*(.*)$"_s).match(text);
        if (!words.hasMatch())
            return fail(ErrorCode::Syntax, Tr::tr("\"% %1\" is no control line").arg(text), m_matchLine, {});
        const QString keyword = words.captured(2);
        const bool isEnd = !words.captured(1).isEmpty();
        static const QStringList opening {u"if"_s, u"for"_s, u"while"_s, u"try"_s, u"with"_s};
        static const QStringList middle {u"elif"_s, u"else"_s, u"except"_s, u"finally"_s};
        const bool isInside = !m_blocks.isEmpty();
        if (isEnd && isInside && m_blocks.constLast().keyword == keyword) {
            m_blocks.removeLast();
        } else if (!isEnd && opening.contains(keyword)) {
            emitCode(text, m_matchLine);
            m_blocks << Block {keyword, m_matchLine};
            emitCode(u"pass"_s, m_matchLine);
        } else if (!isEnd && isInside && middle.contains(keyword)) {
            const Block block = m_blocks.takeLast();
            emitCode(text, m_matchLine);
            m_blocks << block;
            emitCode(u"pass"_s, m_matchLine);
        } else {
            fail(ErrorCode::Syntax, Tr::tr("the control line \"% %1\" does not belong here").arg(text),
                m_matchLine, {});
        }
    }

    void readBlock(bool isModule)
    {
        const int line = m_matchLine;
        const qsizetype end = m_text.indexOf("%>"_L1, m_at);
        if (end < 0)
            return fail(ErrorCode::Syntax, Tr::tr("<% has no %>"), line, Tr::tr("Add the %>."));
        const QStringList code = m_text.sliced(m_at, end - m_at).replace("\r\n"_L1, "\n"_L1).split(u'\n');
        advanceTo(end + 2);
        // the first row that stands on a line of its own says how far the code is indented
        const auto first = std::ranges::find_if(
            code.cbegin() + 1, code.cend(), [](const QString &row) { return !row.trimmed().isEmpty(); });
        const qsizetype margin
            = first == code.cend() ? 0 : pattern(u"^\\s*"_s).match(*first).capturedLength();
        for (qsizetype i = 0; i < code.size(); ++i) {
            const QString row = i == 0 ? code[i].trimmed() : code[i].mid(margin);
            if (!row.trimmed().isEmpty())
                emitCode(row, line + int(i), isModule);
        }
    }

    // the text before one of `ends` that is in no string, comment or bracket, and goes behind it
    std::optional<QString> upTo(const QString &ends)
    {
        static const QRegularExpression token(
            uR"(#[^\n]*|"""(?:\\.|[^\\])*?"""|'''(?:\\.|[^\\])*?'''|"(?:\\.|[^\\"\n])*"|'(?:\\.|[^\\'\n])*'|.)"_s,
            QRegularExpression::DotMatchesEverythingOption);
        const qsizetype start = m_at;
        int depth = 0;
        qsizetype at = start;
        while (at < m_text.size()) {
            const QString found = matchAt(token, at).captured();
            if (depth == 0 && found.size() == 1 && ends.contains(found[0])) {
                const QString text = m_text.sliced(start, at - start);
                advanceTo(at + 1);
                return text;
            }
            if (found.size() == 1 && u"([{"_s.contains(found[0]))
                ++depth;
            else if (found.size() == 1 && u")]}"_s.contains(found[0]))
                --depth;
            at += std::max<qsizetype>(1, found.size());
        }
        return std::nullopt;
    }

    [[nodiscard]] bool atLineStart() const { return m_at == 0 || m_text[m_at - 1] == u'\n'; }

    [[nodiscard]] QRegularExpressionMatch matchAt(const QRegularExpression &expression, qsizetype at) const
    {
        return expression.match(
            m_text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    }

    bool take(const QString &expression)
    {
        m_match = matchAt(pattern(expression), m_at);
        if (!m_match.hasMatch())
            return false;
        m_matchLine = m_line;
        advanceTo(m_match.capturedEnd());
        return true;
    }

    void advanceTo(qsizetype at)
    {
        m_line += int(QStringView(m_text).sliced(m_at, at - m_at).count(u'\n'));
        m_at = at;
    }

    // ---- the program

    void write(const QString &text)
    {
        emitCode(u"__write__(%1)"_s.arg(Python::reprOfString(text)), m_matchLine);
    }

    void emitCode(const QString &code, int line, bool isModule = false)
    {
        TemplateProgram &part = isModule ? m_module : m_body;
        const QString indent(isModule ? 0 : m_blocks.size() * 4, u' ');
        const QStringList rows = code.split(u'\n');
        for (qsizetype i = 0; i < rows.size(); ++i) {
            part.python += (i == 0 ? indent : QString()) + rows[i] + u'\n';
            part.lines << line + int(i);
        }
    }

    void fail(ErrorCode code, const QString &reason, int line, const QString &nextStep)
    {
        m_error = Error {.code = code,
            .message = Tr::tr("The template cannot be used: %1.").arg(reason),
            .at = {m_path, line, 0},
            .excerpt = u"    "_s + m_text.section(u'\n', line - 1, line - 1).trimmed(),
            .nextStep = nextStep.isEmpty()
                ? Tr::tr("Write it as Alembic's own script.py.mako does. Nothing was written.")
                : nextStep};
    }

    const QString m_text;
    const QString m_path;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_matchLine = 1;
    QRegularExpressionMatch m_match;
    QList<Block> m_blocks;
    TemplateProgram m_module;
    TemplateProgram m_body;
    std::optional<Error> m_error;
};

} // namespace

Result<TemplateProgram> TemplateProgram::compile(const QString &text, const QString &path, const QString &module)
{
    return Compiler(text, path).compile(module);
}

} // namespace Migrations::Scripts
