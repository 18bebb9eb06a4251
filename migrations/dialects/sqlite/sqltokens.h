#pragma once

#include <QList>
#include <QString>

namespace Migrations::Dialects::Sqlite {

/// A piece of SQL text as SQLite's tokenizer cuts it (https://www.sqlite.org/lang_keywords.html,
/// "quoting"); a bracket with all that is in it is one token.
struct SqlToken {
    enum class Kind { Word, QuotedName, String, Group, Comma, Other };

    Kind kind = Kind::Other;
    QString text; ///< names without their quotes; groups without their brackets
    qsizetype begin = 0; ///< in the text that was cut
    qsizetype end = 0;

    [[nodiscard]] bool isWord(QLatin1StringView word) const
    {
        return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0;
    }
};

/// Without blanks and comments. Never fails: an open quote or bracket ends with the text.
[[nodiscard]] QList<SqlToken> sqlTokens(const QString &sql);

/// The tokens between the commas.
[[nodiscard]] QList<QList<SqlToken>> atCommas(const QList<SqlToken> &tokens);

/// What the tokens say in `sql`, from the first to the last as it is written.
[[nodiscard]] QString writtenText(const QString &sql, const QList<SqlToken> &tokens);

} // namespace Migrations::Dialects::Sqlite
