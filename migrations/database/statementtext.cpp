#include "migrations/database/statementtext.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_' || c.unicode() >= 0x80;
}

bool isWordPart(QChar c)
{
    return isWordStart(c) || c.isDigit() || c == u'$';
}

/// A semicolon does not end a trigger or a function before the END of its body.
bool isInsideBody(const QStringList &words)
{
    const bool hasBody = !words.isEmpty() && words.constFirst() == "CREATE"_L1
        && (words.contains(u"ATOMIC"_s) || (words.contains(u"TRIGGER"_s) && words.contains(u"BEGIN"_s)));
    return hasBody && words.count(u"END"_s) <= words.count(u"CASE"_s);
}

} // namespace

StatementText::StatementText(const QString &sql, Syntax syntax)
    : m_sql(sql)
    , m_syntax(syntax)
{
    scan();
}

void StatementText::scan()
{
    const QStringView sql(m_sql);
    const auto add = [this](Kind kind, qsizetype from, qsizetype end) {
        m_tokens << Token {kind, from, end - from};
        return end;
    };
    const auto wordEnd = [&](qsizetype at) {
        while (at < sql.size() && isWordPart(sql[at]))
            ++at;
        return at;
    };
    for (qsizetype at = 0; at < sql.size();) {
        const QChar c = sql[at];
        const QChar next = at + 1 < sql.size() ? sql[at + 1] : QChar();
        if (c.isSpace()) {
            ++at;
        } else if (const qsizetype comment = skipComment(at); comment > at) {
            at = comment;
        } else if (const qsizetype quoted = endOfQuoted(at); quoted > at) {
            at = add(Kind::Other, at, quoted);
        } else if (isWordStart(c)) {
            at = add(Kind::Word, at, wordEnd(at));
        } else if (c.isDigit()) {
            at = add(Kind::Other, at, wordEnd(at));
        } else if (c == u':' && next == u':') {
            at = add(Kind::Other, at, at + 2);
        } else if (c == u':' && isWordStart(next) && (at == 0 || !isWordPart(sql[at - 1]))) {
            at = add(Kind::Name, at, wordEnd(at + 1));
        } else {
            static const QMap<QChar, Kind> marks {
                {u'?', Kind::Question}, {u';', Kind::Semicolon}, {u'(', Kind::Open}, {u')', Kind::Close}};
            at = add(marks.value(c, Kind::Other), at, at + 1);
        }
    }
}

qsizetype StatementText::skipComment(qsizetype from) const
{
    const QStringView rest = QStringView(m_sql).sliced(from);
    if (rest.startsWith("--"_L1)) {
        const qsizetype end = m_sql.indexOf(u'\n', from);
        return end < 0 ? m_sql.size() : end;
    }
    if (!rest.startsWith("/*"_L1))
        return from;
    int depth = 0;
    for (qsizetype at = from; at + 1 < m_sql.size(); ++at) {
        const QStringView pair = QStringView(m_sql).sliced(at, 2);
        if (pair == "/*"_L1 && (depth == 0 || m_syntax == Syntax::Postgresql)) {
            ++depth;
            ++at;
        } else if (pair == "*/"_L1) {
            ++at;
            if (--depth == 0)
                return at + 1;
        }
    }
    return m_sql.size();
}

qsizetype StatementText::skipQuoted(qsizetype from, QChar close, bool backslash) const
{
    for (qsizetype at = from; at < m_sql.size(); ++at) {
        const QChar c = m_sql[at];
        if (backslash && c == u'\\') {
            ++at;
        } else if (c == close) {
            if (at + 1 >= m_sql.size() || m_sql[at + 1] != close || close == u']')
                return at + 1;
            ++at;
        }
    }
    return m_sql.size();
}

qsizetype StatementText::skipDollarQuoted(qsizetype from) const
{
    qsizetype at = from + 1;
    while (at < m_sql.size() && isWordPart(m_sql[at]) && m_sql[at] != u'$')
        ++at;
    const bool isTag = at < m_sql.size() && m_sql[at] == u'$' && !m_sql[from + 1].isDigit();
    if (!isTag)
        return from;
    const QString tag = m_sql.sliced(from, at + 1 - from);
    const qsizetype end = m_sql.indexOf(tag, at + 1);
    return end < 0 ? m_sql.size() : end + tag.size();
}

qsizetype StatementText::endOfQuoted(qsizetype from) const
{
    const QChar c = m_sql[from];
    const bool postgresql = m_syntax == Syntax::Postgresql;
    if (c == u'\'' || c == u'"')
        return skipQuoted(from + 1, c, false);
    if (!postgresql && c == u'`')
        return skipQuoted(from + 1, c, false);
    if (!postgresql && c == u'[')
        return skipQuoted(from + 1, u']', false);
    if (postgresql && c == u'$')
        return skipDollarQuoted(from);
    const bool escape = (c == u'E' || c == u'e') && from + 1 < m_sql.size() && m_sql[from + 1] == u'\'';
    return postgresql && escape ? skipQuoted(from + 2, u'\'', true) : from;
}

QString StatementText::word(const Token &token) const
{
    return m_sql.sliced(token.position, token.length).toUpper();
}

bool StatementText::isEmpty() const
{
    return std::ranges::all_of(m_tokens, [](const Token &token) { return token.kind == Kind::Semicolon; });
}

QString StatementText::withoutTail() const
{
    for (auto token = m_tokens.crbegin(); token != m_tokens.crend(); ++token) {
        if (token->kind != Kind::Semicolon)
            return m_sql.first(token->position + token->length);
    }
    return {};
}

QList<QStringList> StatementText::statements() const
{
    QList<QStringList> all;
    QStringList words;
    int depth = 0;
    for (const Token &token : m_tokens) {
        if (token.kind == Kind::Open)
            ++depth;
        else if (token.kind == Kind::Close)
            --depth;
        else if (token.kind == Kind::Word && depth == 0)
            words << word(token);
        else if (token.kind == Kind::Semicolon && !isInsideBody(words))
            all << std::exchange(words, {});
    }
    all << words;
    all.removeIf([](const QStringList &statement) { return statement.isEmpty(); });
    return all;
}

QString StatementText::verb() const
{
    static const QStringList verbs {
        u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"MERGE"_s, u"REPLACE"_s, u"VALUES"_s, u"TABLE"_s};
    const QList<QStringList> all = statements();
    if (all.isEmpty())
        return {};
    const QStringList words = all.constLast();
    if (words.constFirst() != "WITH"_L1)
        return words.constFirst();
    const auto main = std::ranges::find_if(words, [&](const QString &word) { return verbs.contains(word); });
    return main == words.cend() ? words.constFirst() : *main;
}

bool StatementText::streamsCopy() const
{
    return std::ranges::any_of(statements(), [](const QStringList &words) {
        return words.constFirst() == "COPY"_L1 && (words.contains(u"STDIN"_s) || words.contains(u"STDOUT"_s));
    });
}

std::optional<bool> StatementText::transactionAfter() const
{
    static const QMap<QString, bool> effects {{u"BEGIN"_s, true}, {u"START"_s, true}, {u"COMMIT"_s, false},
        {u"END"_s, false}, {u"ROLLBACK"_s, false}, {u"ABORT"_s, false}};
    std::optional<bool> after;
    for (const QStringList &words : statements()) {
        const bool toSavepoint = words.constFirst() == "ROLLBACK"_L1 && words.contains(u"TO"_s);
        const bool chained = words.contains(u"CHAIN"_s) && !words.contains(u"NO"_s);
        if (effects.contains(words.constFirst()) && !toSavepoint)
            after = effects.value(words.constFirst()) || chained;
    }
    return after;
}

StatementText::Bound StatementText::bound(Placeholders placeholders) const
{
    const Kind wanted = placeholders == Placeholders::Named ? Kind::Name : Kind::Question;
    Bound result;
    qsizetype done = 0;
    for (const Token &token : m_tokens) {
        if (token.kind != wanted)
            continue;
        const QString value = wanted == Kind::Name ? m_sql.sliced(token.position + 1, token.length - 1)
                                                   : QString::number(result.values.size());
        result.sql += QStringView(m_sql).sliced(done, token.position - done);
        done = token.position + token.length;
        if (m_syntax == Syntax::Sqlite) {
            result.sql += u'?';
            result.values << value;
            continue;
        }
        if (!result.values.contains(value))
            result.values << value;
        result.sql += u'$' + QString::number(result.values.indexOf(value) + 1);
    }
    result.sql += QStringView(m_sql).sliced(done);
    return result;
}

} // namespace Migrations::Database
