#pragma once

#include "ui/preview/sqldocument.h"
#include "ui/style/colors.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

namespace Workbench {

/// Colours SQL with KSyntaxHighlighting's grammars in our own colours, and the lines that are not
/// SQL by their kind.
class SqlHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlHighlighter)

public:
    /// `lines`: one for each block of the document; not owned
    SqlHighlighter(QTextDocument *document, const QList<SqlLine> &lines);

    void setColors(const Colors &colors);

protected:
    void highlightBlock(const QString &text) override;
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    void highlightRevision(const QString &text);

    const QList<SqlLine> &m_lines;
    const Colors *m_colors;
};

} // namespace Workbench
