#pragma once

#include "ui/preview/sqldocument.h"

#include <QPlainTextEdit>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
}

namespace Workbench {

class SqlHighlighter;

/// Shows the lines of a preview: a band for each revision, highlighted SQL, and in the gutter the
/// line of the script that a statement comes from, which a click opens.
class SqlView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlView)

public:
    explicit SqlView(QWidget *parent = nullptr);
    ~SqlView() override;

    /// `dialect`: SQLAlchemy's name
    void setLines(const QList<SqlLine> &lines, const QString &dialect);
    /// the line of the script that the gutter shows beside a line of the view; 0: none
    [[nodiscard]] int sourceLineAt(int line) const;

    // for the gutter
    void paintGutter(QPainter &painter, const QRect &area);
    [[nodiscard]] const SqlLine *lineAt(int y) const;
    [[nodiscard]] int gutterWidth() const;

signals:
    void sourceRequested(const Migrations::SourceLocation &at);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();
    void forEachVisibleLine(const QRect &area, const std::function<void(const SqlLine &, const QRectF &)> &visit);

    QList<SqlLine> m_lines;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_definitions;
    SqlHighlighter *m_highlighter = nullptr; ///< a child of the document
    QWidget *m_gutter = nullptr;
};

} // namespace Workbench
