#include "tests/layers/sourcetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Layers {

namespace {

    bool isWord(QChar character)
    {
        return character.isLetterOrNumber() || character == u'_';
    }

    /// A quote within a number, as in 1'000, opens no literal.
    bool isDigitSeparator(const QString &text, qsizetype quote)
    {
        qsizetype start = quote;
        while (start > 0 && (isWord(text[start - 1]) || text[start - 1] == u'\'')) {
            --start;
        }
        return start < quote && text[start].isDigit();
    }

    bool isRawString(const QString &text, qsizetype quote)
    {
        static const QRegularExpression prefix(u"(^|\\W)(u8|u|U|L)?R$"_s);
        return prefix.match(text.mid(qMax<qsizetype>(0, quote - 4), qMin<qsizetype>(4, quote))).hasMatch();
    }

    qsizetype endOfRawString(const QString &text, qsizetype quote)
    {
        const qsizetype bracket = text.indexOf(u'(', quote);
        const QString closing = u')' + text.mid(quote + 1, bracket - quote - 1) + u'"';
        const qsizetype end = text.indexOf(closing, bracket);
        return end < 0 ? text.size() : end + closing.size();
    }

    qsizetype endOfLiteral(const QString &text, qsizetype quote)
    {
        qsizetype end = quote + 1;
        while (end < text.size() && text[end] != text[quote] && text[end] != u'\n') {
            end += text[end] == u'\\' ? 2 : 1;
        }
        return qMin(end + 1, text.size());
    }

    /// The end of the comment or literal that starts at `start`; `start` when none does.
    qsizetype endOfBlank(const QString &text, qsizetype start)
    {
        const QStringView rest = QStringView(text).mid(start, 2);
        if (rest == u"//") {
            const qsizetype end = text.indexOf(u'\n', start);
            return end < 0 ? text.size() : end;
        }
        if (rest == u"/*") {
            const qsizetype end = text.indexOf("*/"_L1, start + 2);
            return end < 0 ? text.size() : end + 2;
        }
        if (text[start] == u'"') {
            return isRawString(text, start) ? endOfRawString(text, start) : endOfLiteral(text, start);
        }
        if (text[start] == u'\'' && !isDigitSeparator(text, start)) {
            return endOfLiteral(text, start);
        }
        return start;
    }

    /// What the text before an opening brace says about the block.
    enum class Block { Container, Function, BraceInitializer, Other };

    QString withoutTemplateArguments(QString head)
    {
        static const QRegularExpression operatorName(u"\\boperator\\s*(\\(\\s*\\)|[^\\s\\w(]+)"_s);
        static const QRegularExpression arguments(u"<[^<>]*>"_s);
        head.replace(operatorName, u"operator_"_s).replace("->"_L1, " "_L1);
        while (head.contains(arguments)) {
            head.replace(arguments, u" "_s);
        }
        return head;
    }

    QString outsideParentheses(const QString &text)
    {
        QString result;
        int depth = 0;
        for (const QChar character : text) {
            depth += character == u'(' ? 1 : 0;
            if (depth == 0) {
                result += character;
            }
            depth -= character == u')' ? 1 : 0;
        }
        return result;
    }

    Block classify(const QString &text)
    {
        static const QRegularExpression container(u"\\b(namespace|class|struct|union)\\b"_s);
        static const QRegularExpression externC(u"^\\s*extern\\s*$"_s);
        static const QRegularExpression initializerList(u"\\)[^:]*[^:]:(?!:)"_s);
        const QString head = withoutTemplateArguments(text);
        const qsizetype parenthesis = head.indexOf(u'(');
        const QString outside = outsideParentheses(head);
        const QString start = head.left(parenthesis < 0 ? head.size() : parenthesis);
        if (externC.match(head).hasMatch() || (!start.contains("enum"_L1) && start.contains(container))) {
            return Block::Container;
        }
        const QString trimmed = head.trimmed();
        if (parenthesis < 0 || head.count(u'(') != head.count(u')')) { // no parameters, or an argument
            return Block::Other;
        }
        if (outside.contains(u'=')) { // a value; with a parameter list before the brace, a lambda
            return trimmed.endsWith(u')') ? Block::Function : Block::Other;
        }
        if (isWord(trimmed.back()) && initializerList.match(head).hasMatch()) {
            return Block::BraceInitializer;
        }
        return Block::Function;
    }

    qsizetype closingBrace(const QString &code, qsizetype opening)
    {
        int depth = 0;
        for (qsizetype i = opening; i < code.size(); ++i) {
            depth += code[i] == u'{' ? 1 : code[i] == u'}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return code.size() - 1;
    }

    /// Where the declaration itself begins: after macros and access specifiers.
    qsizetype startOfDeclaration(const QString &code, qsizetype start, qsizetype end)
    {
        static const QRegularExpression before(
            u"\\G(\\s+|Q_[A-Z_]+\\s*(\\([^()]*\\))?|(public|protected|private)(\\s+slots)?\\s*:|signals\\s*:)"_s);
        while (start < end) {
            const QRegularExpressionMatch match = before.match(code, start);
            if (!match.hasMatch()) {
                break;
            }
            start = match.capturedEnd();
        }
        return start;
    }

} // namespace

SourceText::SourceText(const QString &text)
    : m_lineCount(int(text.count(u'\n')) + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1))
{
    blankLiterals(text);
    takePreprocessor(text);
}

void SourceText::blankLiterals(const QString &text)
{
    m_code = text;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype end = endOfBlank(text, i);
        for (qsizetype blank = i; blank < end; ++blank) {
            if (text[blank] != u'\n') {
                m_code[blank] = u' ';
            }
        }
        i = qMax(end, i + 1);
    }
}

void SourceText::takePreprocessor(const QString &text)
{
    static const QRegularExpression directive(u"^[ \\t]*#(?:[^\\n]*\\\\\\n)*[^\\n]*"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression include(u"^[ \\t]*#[ \\t]*include[ \\t]*([\"<])([^\">\\n]+)[\">]"_s);
    auto matches = directive.globalMatch(m_code);
    const QString code = m_code;
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QRegularExpressionMatch name = include.match(text.mid(match.capturedStart(), match.capturedLength()));
        if (name.hasMatch()) {
            m_includes.append({name.captured(2), name.captured(1) == "\""_L1, lineAt(match.capturedStart())});
        }
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            m_code[i] = code[i] == u'\n' ? u'\n' : u' ';
        }
    }
}

int SourceText::lineAt(qsizetype offset) const
{
    return int(QStringView(m_code).left(offset).count(u'\n')) + 1;
}

QList<Function> SourceText::functions() const
{
    QList<Function> result;
    qsizetype headStart = 0;
    for (qsizetype i = 0; i < m_code.size(); ++i) {
        if (m_code[i] == u';' || m_code[i] == u'}') {
            headStart = i + 1;
        }
        if (m_code[i] != u'{') {
            continue;
        }
        const qsizetype start = startOfDeclaration(m_code, headStart, i);
        const Block block = classify(m_code.mid(start, i - start));
        if (block == Block::Container) {
            headStart = i + 1;
            continue;
        }
        const qsizetype end = closingBrace(m_code, i);
        if (block == Block::Function) {
            const QString head = m_code.mid(start, i - start).section(u'\n', 0, 0).trimmed();
            result.append({head, lineAt(start), lineAt(end) - lineAt(start) + 1});
        }
        if (block != Block::BraceInitializer) {
            headStart = end + 1;
        }
        i = end;
    }
    return result;
}

} // namespace Layers
