#include "ui/preview/sqlhighlighter.h"

#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

#include <QTextBlock>
#include <QTextDocument>

namespace Workbench {

namespace {

QColor colorOf(KSyntaxHighlighting::Theme::TextStyle style, const CodeColors &colors)
{
    using KSyntaxHighlighting::Theme;
    switch (style) {
    case Theme::Keyword:
    case Theme::ControlFlow:
    case Theme::Operator: return colors.keyword;
    case Theme::Function:
    case Theme::BuiltIn: return colors.function;
    case Theme::DataType: return colors.type;
    case Theme::String:
    case Theme::Char:
    case Theme::SpecialString:
    case Theme::VerbatimString:
    case Theme::SpecialChar: return colors.string;
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float:
    case Theme::Constant: return colors.number;
    case Theme::Comment:
    case Theme::Documentation:
    case Theme::CommentVar: return colors.comment;
    default: return colors.text;
    }
}

QTextCharFormat inkOf(const QColor &color)
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

constexpr int commentPrefix = 3; // "-- "

} // namespace

SqlHighlighter::SqlHighlighter(QTextDocument *document, const QList<SqlLine> &lines)
    : KSyntaxHighlighting::SyntaxHighlighter(document), m_lines(lines), m_colors(&lightColors())
{
}

void SqlHighlighter::setColors(const Colors &colors)
{
    m_colors = &colors;
    rehighlight();
}

void SqlHighlighter::highlightBlock(const QString &text)
{
    const int number = currentBlock().blockNumber();
    const auto kind = number < m_lines.size() ? m_lines.at(number).kind : SqlLine::Kind::Statement;
    switch (kind) {
    case SqlLine::Kind::Statement: KSyntaxHighlighting::SyntaxHighlighter::highlightBlock(text); return;
    case SqlLine::Kind::Revision: highlightRevision(text); return;
    case SqlLine::Kind::VersionRow: setFormat(0, int(text.size()), inkOf(m_colors->syntax.comment)); return;
    case SqlLine::Kind::Output: setFormat(0, int(text.size()), inkOf(m_colors->info)); return;
    case SqlLine::Kind::Question: setFormat(0, int(text.size()), inkOf(m_colors->warning)); return;
    case SqlLine::Kind::Blank: return;
    }
}

// the id in bold, its summary plain; the comment sign steps back
void SqlHighlighter::highlightRevision(const QString &text)
{
    const int id = int(text.indexOf(QStringLiteral("  ")));
    const int end = id < 0 ? int(text.size()) : id;
    QTextCharFormat strong = inkOf(m_colors->text);
    strong.setFontWeight(QFont::Bold);
    QTextCharFormat hidden = inkOf(m_colors->hover);
    hidden.setFontPointSize(1);
    setFormat(0, commentPrefix, hidden);
    setFormat(commentPrefix, end - commentPrefix, strong);
    setFormat(end, int(text.size()) - end, inkOf(m_colors->textDim));
}

void SqlHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    setFormat(offset, length, inkOf(colorOf(format.textStyle(), m_colors->syntax)));
}

} // namespace Workbench
