#pragma once

#include <QString>

#include <optional>

namespace Migrations::SqlText {

/// Walks over SQLite's tokens and finds where statements end (https://sqlite.org/lang.html;
/// sqlite3_complete() says when a trigger does). Refers to the text.
class SqliteScanner final
{
public:
    explicit SqliteScanner(const QString &sql)
        : m_sql(sql)
    {
    }

    /// The position behind the next statement's semicolon; nothing when the text ends before one.
    [[nodiscard]] std::optional<qsizetype> endOfStatement();
    /// where a string or a quoted name starts that does not end
    [[nodiscard]] std::optional<qsizetype> unterminated() const { return m_unterminated; }

private:
    enum class Token { Space, Semicolon, Word, Other, End };

    [[nodiscard]] Token next();
    [[nodiscard]] Token quoted(QChar close);
    [[nodiscard]] Token word();
    void skipTo(QStringView end);

    const QString &m_sql;
    qsizetype m_at = 0;
    QString m_word; ///< upper case, of the last Token::Word
    std::optional<qsizetype> m_unterminated;
};

} // namespace Migrations::SqlText
