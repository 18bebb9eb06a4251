#pragma once

#include "migrations/scripts/revision.h"

#include <Qsci/qsciscintilla.h>

namespace Workbench {

/// A view of a revision's source with line numbers and highlighting in the colours of the theme.
class CodeEditor final : public QsciScintilla
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeEditor)

public:
    explicit CodeEditor(QWidget *parent = nullptr);

    void setCode(const QString &text, Migrations::Scripts::Language language);
    /// puts the line into view and marks it; counts from 1
    void showLine(int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpMargins();
    void applyColors();

    QsciLexer *m_lexer = nullptr; ///< a child of this
    Migrations::Scripts::Language m_language = Migrations::Scripts::Language::Python;
    int m_markedLine = -1;
};

} // namespace Workbench
