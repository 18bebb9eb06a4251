#pragma once

#include "migrations/base/error.h"

#include <QStringList>

#include <optional>

namespace Migrations::Database {

/// A SQL text as far as sending it needs: where its words, placeholders and semicolons are, apart
/// from quotes, comments and casts. It is no parser.
class StatementText final
{
public:
    enum class Syntax { Postgresql, Sqlite };
    enum class Placeholders {
        Named, ///< :name
        Positional, ///< ?
    };

    /// The text with the driver's own placeholders, and which value belongs to each occurrence:
    /// a name, or the number of a "?" counted from 0.
    struct Bound {
        QString sql;
        QStringList values;
    };

    StatementText(const QString &sql, Syntax syntax);

    [[nodiscard]] bool isEmpty() const; ///< only blanks, comments and semicolons
    /// without the semicolons, blanks and comments behind the last word
    [[nodiscard]] QString withoutTail() const;
    /// What the last statement is, in upper case: "INSERT", also behind WITH…
    [[nodiscard]] QString verb() const;
    /// COPY … FROM STDIN or TO STDOUT, which need a client that streams
    [[nodiscard]] bool streamsCopy() const;
    /// Whether a transaction is open afterwards; unset: the text does not begin or end one.
    [[nodiscard]] std::optional<bool> transactionAfter() const;

    /// Replaces placeholders: by "?" (Sqlite), by "$1" (Postgresql; the same name has one number).
    [[nodiscard]] Bound bound(Placeholders placeholders) const;

private:
    enum class Kind { Word, Name, Question, Semicolon, Open, Close, Other };
    struct Token {
        Kind kind;
        qsizetype position;
        qsizetype length;
    };

    void scan();
    [[nodiscard]] qsizetype skipQuoted(qsizetype from, QChar close, bool backslash) const;
    [[nodiscard]] qsizetype skipComment(qsizetype from) const;
    [[nodiscard]] qsizetype skipDollarQuoted(qsizetype from) const;
    [[nodiscard]] qsizetype endOfQuoted(qsizetype from) const;
    [[nodiscard]] QString word(const Token &token) const;
    [[nodiscard]] QList<QStringList> statements() const; ///< the bare words outside brackets

    QString m_sql;
    Syntax m_syntax;
    QList<Token> m_tokens;
};

} // namespace Migrations::Database
