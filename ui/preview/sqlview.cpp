#include "ui/preview/sqlview.h"

#include "ui/preview/sqlhighlighter.h"
#include "ui/style/colors.h"
#include "ui/style/fonts.h"
#include "ui/style/metrics.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

namespace Workbench {

namespace {

class Gutter final : public QWidget
{
public:
    explicit Gutter(SqlView *view) : QWidget(view), m_view(view) { setMouseTracking(true); }

    [[nodiscard]] QSize sizeHint() const override { return {m_view->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        m_view->paintGutter(painter, event->rect());
    }

    void mouseMoveEvent(QMouseEvent *event) override
    {
        const bool link = hasSource(event->position().toPoint());
        setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }

    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && hasSource(event->position().toPoint()))
            emit m_view->sourceRequested(m_view->lineAt(event->position().toPoint().y())->at);
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        if (hasSource(help->pos()))
            QToolTip::showText(help->globalPos(), m_view->lineAt(help->pos().y())->at.toString(), this);
        return true;
    }

private:
    [[nodiscard]] bool hasSource(const QPoint &at) const
    {
        const SqlLine *line = m_view->lineAt(at.y());
        return line && line->at.line > 0;
    }

    SqlView *m_view;
};

} // namespace

SqlView::SqlView(QWidget *parent)
    : QPlainTextEdit(parent), m_definitions(std::make_unique<KSyntaxHighlighting::Repository>()),
      m_highlighter(new SqlHighlighter(document(), m_lines)), m_gutter(new Gutter(this))
{
    setObjectName(QStringLiteral("sqlView"));
    setAccessibleName(tr("SQL preview"));
    setReadOnly(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(Metrics::gap);
    setViewportMargins(gutterWidth(), 0, 0, 0);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
    applyColors();
}

SqlView::~SqlView() = default;

void SqlView::setLines(const QList<SqlLine> &lines, const QString &dialect)
{
    QStringList text;
    for (const SqlLine &line : lines)
        text << line.text;
    const QString joined = text.join(u'\n');
    const bool same = joined == toPlainText() && !m_lines.isEmpty();
    const QString name = dialect == u"postgresql" ? QStringLiteral("SQL (PostgreSQL)") : QStringLiteral("SQL");
    m_lines = lines;
    if (m_highlighter->definition().name() != name)
        m_highlighter->setDefinition(m_definitions->definitionForName(name));
    if (!same)
        setPlainText(joined);
    m_gutter->update();
}

int SqlView::sourceLineAt(int line) const
{
    return line >= 0 && line < m_lines.size() ? m_lines.at(line).at.line : 0;
}

int SqlView::gutterWidth() const
{
    return QFontMetrics(smaller(monospaceFont())).horizontalAdvance(QStringLiteral("00000")) + Metrics::margin;
}

void SqlView::forEachVisibleLine(const QRect &area, const std::function<void(const SqlLine &, const QRectF &)> &visit)
{
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > area.bottom())
            return;
        if (block.blockNumber() < m_lines.size() && box.bottom() >= area.top())
            visit(m_lines.at(block.blockNumber()), box);
    }
}

const SqlLine *SqlView::lineAt(int y) const
{
    const QTextBlock block = cursorForPosition(QPoint(0, y)).block();
    return block.blockNumber() < m_lines.size() ? &m_lines.at(block.blockNumber()) : nullptr;
}

void SqlView::paintGutter(QPainter &painter, const QRect &area)
{
    const Colors &colors = colorsFor(palette());
    painter.fillRect(area, colors.code);
    painter.setFont(smaller(monospaceFont()));
    forEachVisibleLine(area, [&](const SqlLine &line, const QRectF &box) {
        if (line.kind == SqlLine::Kind::Revision) {
            painter.fillRect(QRectF(0, box.top() - 3, m_gutter->width(), box.height() + 6), colors.hover);
            painter.fillRect(QRectF(0, box.top() - 3, 3, box.height() + 6), colors.accent);
        }
        if (line.at.line <= 0)
            return;
        painter.setPen(line.at.file.isEmpty() ? colors.syntax.lineNumber : colors.accent);
        painter.drawText(QRectF(0, box.top(), m_gutter->width() - Metrics::gap, fontMetrics().height()),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(line.at.line));
    });
}

void SqlView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const Colors &colors = colorsFor(palette());
        forEachVisibleLine(event->rect().adjusted(0, -4, 0, 4), [&](const SqlLine &line, const QRectF &box) {
            if (line.kind == SqlLine::Kind::Revision)
                painter.fillRect(QRectF(0, box.top() - 3, viewport()->width(), box.height() + 6), colors.hover);
        });
    }
    QPlainTextEdit::paintEvent(event);
}

void SqlView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), viewport()->height());
}

void SqlView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter)
        applyColors();
}

void SqlView::applyColors()
{
    setFont(monospaceFont());
    m_highlighter->setColors(colorsFor(palette()));
    if (m_gutter)
        m_gutter->update();
}

} // namespace Workbench
