#pragma once

#include <QList>
#include <QString>

namespace Layers {

struct Include {
    QString name; ///< without quotes or angle brackets
    bool quoted = false;
    int line = 0;
};

struct Function {
    QString head; ///< its first line
    int line = 0;
    int lineCount = 0; ///< from the head to the closing brace
};

/// A C++ source as far as the rules of this house need it. It is no parser: it knows comments,
/// literals and braces, and what the text before a brace says about it.
class SourceText final
{
public:
    explicit SourceText(const QString &text);

    /// The text with comments, literals and preprocessor lines blanked; lines keep their numbers.
    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] const QList<Include> &includes() const { return m_includes; }
    /// Functions with a body, outermost only: a lambda counts for the function that it is in.
    [[nodiscard]] QList<Function> functions() const;
    [[nodiscard]] int lineCount() const { return m_lineCount; }
    [[nodiscard]] int lineAt(qsizetype offset) const;

private:
    void blankLiterals(const QString &text);
    void takePreprocessor(const QString &text);

    QString m_code;
    QList<Include> m_includes;
    int m_lineCount = 0;
};

} // namespace Layers
