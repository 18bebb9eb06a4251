#include "ui/editor/codeeditor.h"

#include "ui/style/colors.h"
#include "ui/style/fonts.h"
#include "ui/style/metrics.h"

#include <Qsci/qscilexerpython.h>
#include <Qsci/qscilexersql.h>

#include <QEvent>
#include <QFontInfo>

#include <span>

using namespace Migrations;

namespace Workbench {

namespace {

constexpr int numberMargin = 0;
constexpr int spaceMargin = 1;
constexpr int lineMarker = 1;

struct StyleColor {
    int style;
    QColor CodeColors::*color;
};

constexpr StyleColor pythonStyles[] {
    {QsciLexerPython::Comment, &CodeColors::comment},
    {QsciLexerPython::CommentBlock, &CodeColors::comment},
    {QsciLexerPython::Number, &CodeColors::number},
    {QsciLexerPython::Keyword, &CodeColors::keyword},
    {QsciLexerPython::DoubleQuotedString, &CodeColors::string},
    {QsciLexerPython::SingleQuotedString, &CodeColors::string},
    {QsciLexerPython::TripleSingleQuotedString, &CodeColors::string},
    {QsciLexerPython::TripleDoubleQuotedString, &CodeColors::string},
    {QsciLexerPython::DoubleQuotedFString, &CodeColors::string},
    {QsciLexerPython::SingleQuotedFString, &CodeColors::string},
    {QsciLexerPython::TripleSingleQuotedFString, &CodeColors::string},
    {QsciLexerPython::TripleDoubleQuotedFString, &CodeColors::string},
    {QsciLexerPython::UnclosedString, &CodeColors::string},
    {QsciLexerPython::ClassName, &CodeColors::type},
    {QsciLexerPython::FunctionMethodName, &CodeColors::function},
    {QsciLexerPython::Decorator, &CodeColors::type},
};

constexpr StyleColor sqlStyles[] {
    {QsciLexerSQL::Comment, &CodeColors::comment},
    {QsciLexerSQL::CommentLine, &CodeColors::comment},
    {QsciLexerSQL::CommentDoc, &CodeColors::comment},
    {QsciLexerSQL::Number, &CodeColors::number},
    {QsciLexerSQL::Keyword, &CodeColors::keyword},
    {QsciLexerSQL::SingleQuotedString, &CodeColors::string},
    {QsciLexerSQL::DoubleQuotedString, &CodeColors::type},
};

std::span<const StyleColor> stylesOf(Scripts::Language language)
{
    return language == Scripts::Language::Sql ? std::span<const StyleColor>(sqlStyles)
                                              : std::span<const StyleColor>(pythonStyles);
}

// Scintilla takes points only.
QFont inPoints(QFont font)
{
    if (font.pixelSize() > 0)
        font.setPointSizeF(QFontInfo(font).pointSizeF());
    return font;
}

} // namespace

CodeEditor::CodeEditor(QWidget *parent) : QsciScintilla(parent), m_lexer(new QsciLexerPython(this))
{
    setObjectName(QStringLiteral("editor"));
    setAccessibleName(tr("Revision source"));
    setUtf8(true);
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setWrapMode(QsciScintilla::WrapNone);
    setCaretLineVisible(true);
    setIndentationGuides(false);
    setTabWidth(4);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    SendScintilla(SCI_SETEXTRAASCENT, 1);
    SendScintilla(SCI_SETEXTRADESCENT, 2);
    setLexer(m_lexer);
    setUpMargins();
    applyColors();
}

void CodeEditor::setUpMargins()
{
    setMarginType(numberMargin, QsciScintilla::NumberMargin);
    setMarginType(spaceMargin, QsciScintilla::SymbolMarginDefaultBackgroundColor);
    setMarginWidth(spaceMargin, Metrics::gap);
    setMarginMarkerMask(spaceMargin, 0);
    setMarginWidth(2, 0);
    markerDefine(QsciScintilla::Background, lineMarker);
}

void CodeEditor::setCode(const QString &text, Scripts::Language language)
{
    if (language != m_language) {
        m_language = language;
        delete m_lexer;
        if (language == Scripts::Language::Sql)
            m_lexer = new QsciLexerSQL(this);
        else
            m_lexer = new QsciLexerPython(this);
        setLexer(m_lexer);
        applyColors();
    }
    markerDeleteAll(lineMarker);
    m_markedLine = -1;
    if (this->text() == text)
        return;
    setText(text);
    const int digits = std::max(3, int(QString::number(lines()).size()));
    setMarginWidth(numberMargin, QFontMetrics(smaller(monospaceFont())).horizontalAdvance(u'0') * (digits + 1));
}

void CodeEditor::showLine(int line)
{
    if (line <= 0 || line > lines())
        return;
    markerDeleteAll(lineMarker);
    m_markedLine = line - 1;
    markerAdd(m_markedLine, lineMarker);
    setCursorPosition(m_markedLine, indentation(m_markedLine));
    const int visible = int(SendScintilla(SCI_LINESONSCREEN));
    setFirstVisibleLine(std::max(0, m_markedLine - visible / 3));
}

void CodeEditor::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void CodeEditor::applyColors()
{
    if (!m_lexer)
        return;
    const Colors &colors = colorsFor(palette());
    const QFont font = inPoints(monospaceFont());
    m_lexer->setDefaultFont(font);
    m_lexer->setDefaultPaper(colors.code);
    m_lexer->setDefaultColor(colors.syntax.text);
    m_lexer->setFont(font, -1);
    m_lexer->setPaper(colors.code, -1);
    m_lexer->setColor(colors.syntax.text, -1);
    for (const StyleColor &entry : stylesOf(m_language))
        m_lexer->setColor(colors.syntax.*entry.color, entry.style);
    setMarginsFont(smaller(font));
    setMarginsBackgroundColor(colors.code);
    setMarginsForegroundColor(colors.syntax.lineNumber);
    setCaretForegroundColor(colors.text);
    setCaretLineBackgroundColor(colors.syntax.currentLine);
    setSelectionBackgroundColor(colors.selection);
    resetSelectionForegroundColor();
    setMatchedBraceBackgroundColor(colors.selection);
    setMatchedBraceForegroundColor(colors.text);
    setMarkerBackgroundColor(colors.selection, lineMarker);
    setPaper(colors.code);
}

} // namespace Workbench
