#include "migrations/dialects/sqlite/sqltokens.h"

#include <QMap>

namespace Migrations::Dialects::Sqlite {

using namespace Qt::StringLiterals;

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.unicode() >= 0x80;
}

/// behind the closing quote, which is doubled inside
qsizetype quotedEnd(const QString &sql, qsizetype from, QChar close)
{
    for (qsizetype at = from + 1; at < sql.size(); ++at) {
        if (sql[at] != close)
            continue;
        if (close == u']' || at + 1 >= sql.size() || sql[at + 1] != close)
            return at + 1;
        ++at;
    }
    return sql.size();
}

qsizetype commentEnd(const QString &sql, qsizetype from)
{
    const QStringView start = QStringView(sql).sliced(from).left(2);
    const QLatin1StringView close = start == "--"_L1 ? "\n"_L1 : "*/"_L1;
    if (start != "--"_L1 && start != "/*"_L1)
        return from;
    const qsizetype end = sql.indexOf(close, from + 2);
    return end < 0 ? sql.size() : end + close.size();
}

QChar closingQuote(QChar c)
{
    static const QMap<QChar, QChar> quotes {{u'\'', u'\''}, {u'"', u'"'}, {u'`', u'`'}, {u'[', u']'}};
    return quotes.value(c);
}

/// behind the matching bracket
qsizetype groupEnd(const QString &sql, qsizetype from)
{
    int depth = 0;
    for (qsizetype at = from; at < sql.size();) {
        const QChar close = closingQuote(sql[at]);
        if (const qsizetype comment = commentEnd(sql, at); comment > at) {
            at = comment;
        } else if (!close.isNull()) {
            at = quotedEnd(sql, at, close);
        } else {
            depth += sql[at] == u'(' ? 1 : sql[at] == u')' ? -1 : 0;
            ++at;
            if (depth == 0)
                return at;
        }
    }
    return sql.size();
}

SqlToken quotedToken(const QString &sql, qsizetype from, QChar close)
{
    const qsizetype end = quotedEnd(sql, from, close);
    QString text = sql.sliced(from + 1, qMax(qsizetype(0), end - from - 2));
    text.replace(QString(2, close), QString(close));
    const auto kind = close == u'\'' ? SqlToken::Kind::String : SqlToken::Kind::QuotedName;
    return {.kind = kind, .text = text, .begin = from, .end = end};
}

SqlToken tokenAt(const QString &sql, qsizetype from)
{
    using Kind = SqlToken::Kind;
    const QChar c = sql[from];
    if (const QChar close = closingQuote(c); !close.isNull())
        return quotedToken(sql, from, close);
    if (c == u'(') {
        const qsizetype end = groupEnd(sql, from);
        return {.kind = Kind::Group,
            .text = sql.sliced(from + 1, qMax(qsizetype(0), end - from - 2)),
            .begin = from,
            .end = end};
    }
    qsizetype end = from;
    while (end < sql.size() && isWordPart(sql[end]))
        ++end;
    if (end > from)
        return {.kind = Kind::Word, .text = sql.sliced(from, end - from), .begin = from, .end = end};
    return {.kind = c == u',' ? Kind::Comma : Kind::Other, .text = c, .begin = from, .end = from + 1};
}

} // namespace

QList<SqlToken> sqlTokens(const QString &sql)
{
    QList<SqlToken> tokens;
    for (qsizetype at = 0; at < sql.size();) {
        if (const qsizetype comment = commentEnd(sql, at); comment > at) {
            at = comment;
        } else if (sql[at].isSpace()) {
            ++at;
        } else {
            tokens << tokenAt(sql, at);
            at = tokens.constLast().end;
        }
    }
    return tokens;
}

QList<QList<SqlToken>> atCommas(const QList<SqlToken> &tokens)
{
    QList<QList<SqlToken>> parts {{}};
    for (const SqlToken &token : tokens) {
        if (token.kind == SqlToken::Kind::Comma)
            parts << QList<SqlToken> {};
        else
            parts.last() << token;
    }
    return parts;
}

QString writtenText(const QString &sql, const QList<SqlToken> &tokens)
{
    if (tokens.isEmpty())
        return {};
    return sql.sliced(tokens.constFirst().begin, tokens.constLast().end - tokens.constFirst().begin);
}

} // namespace Migrations::Dialects::Sqlite
