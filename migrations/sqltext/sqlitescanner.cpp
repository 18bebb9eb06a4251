#include "migrations/sqltext/sqlitescanner.h"

#include <QStringList>

namespace Migrations::SqlText {

namespace {

/// whether the words at the start of a statement begin a trigger
bool beginsTrigger(const QStringList &words)
{
    qsizetype at = 0;
    if (words.value(at) == u"EXPLAIN")
        at += words.value(1) == u"QUERY" && words.value(2) == u"PLAN" ? 3 : 1;
    if (words.value(at++) != u"CREATE")
        return false;
    if (words.value(at) == u"TEMP" || words.value(at) == u"TEMPORARY")
        ++at;
    return words.value(at) == u"TRIGGER";
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.unicode() > 0x7f;
}

} // namespace

void SqliteScanner::skipTo(QStringView end)
{
    const qsizetype found = m_sql.indexOf(end, m_at);
    m_at = found < 0 ? m_sql.size() : found + end.size();
}

SqliteScanner::Token SqliteScanner::quoted(QChar close)
{
    const qsizetype start = m_at++;
    while (m_at < m_sql.size()) {
        if (m_sql.at(m_at++) != close)
            continue;
        const bool isDoubled = close != u']' && m_at < m_sql.size() && m_sql.at(m_at) == close;
        if (!isDoubled)
            return Token::Other;
        ++m_at;
    }
    m_unterminated = start;
    return Token::End;
}

SqliteScanner::Token SqliteScanner::word()
{
    const qsizetype start = m_at;
    while (m_at < m_sql.size() && isWordCharacter(m_sql.at(m_at)))
        ++m_at;
    m_word = m_sql.sliced(start, m_at - start).toUpper();
    return Token::Word;
}

SqliteScanner::Token SqliteScanner::next()
{
    if (m_at >= m_sql.size())
        return Token::End;
    const QChar c = m_sql.at(m_at);
    const QStringView rest = QStringView(m_sql).sliced(m_at);
    if (rest.startsWith(u"--") || rest.startsWith(u"/*")) {
        skipTo(rest.startsWith(u"--") ? QStringView(u"\n") : QStringView(u"*/"));
        return Token::Space;
    }
    if (c == u'\'' || c == u'"' || c == u'`')
        return quoted(c);
    if (c == u'[')
        return quoted(u']');
    if (isWordCharacter(c))
        return word();
    ++m_at;
    if (c == u';')
        return Token::Semicolon;
    return c.isSpace() ? Token::Space : Token::Other;
}

std::optional<qsizetype> SqliteScanner::endOfStatement()
{
    constexpr qsizetype deciding = 6; // EXPLAIN QUERY PLAN CREATE TEMP TRIGGER
    QStringList first;
    bool firstIsOver = false;
    // in a trigger: 1 behind a semicolon, 2 behind the END that follows it
    int trigger = 0;
    for (Token token = next(); token != Token::End; token = next()) {
        if (token == Token::Space)
            continue;
        if (token == Token::Semicolon) {
            if (trigger == 2 || !beginsTrigger(first))
                return m_at;
            trigger = 1;
            continue;
        }
        trigger = token == Token::Word && trigger == 1 && m_word == u"END" ? 2 : 0;
        firstIsOver = firstIsOver || token != Token::Word || first.size() == deciding;
        if (!firstIsOver)
            first << m_word;
    }
    return std::nullopt;
}

} // namespace Migrations::SqlText
