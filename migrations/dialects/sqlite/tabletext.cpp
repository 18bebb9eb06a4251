#include "migrations/dialects/sqlite/tabletext.h"

#include <algorithm>

namespace Migrations::Dialects::Sqlite {

using namespace Qt::StringLiterals;

namespace {

bool isOneOf(const SqlToken &token, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return token.isWord(word); });
}

/// Whether a clause begins at the token. REFERENCES has words in it that begin others elsewhere, and
/// a value of DEFAULT or a name may be any word.
bool beginsClause(const QList<SqlToken> &tokens, qsizetype at)
{
    const SqlToken &token = tokens[at];
    const SqlToken before = tokens.value(at - 1);
    if (isOneOf(before, {"DEFAULT"_L1, "COLLATE"_L1, "CONSTRAINT"_L1, "SET"_L1, "MATCH"_L1, "REFERENCES"_L1}))
        return false;
    if (token.isWord("NOT"_L1))
        return tokens.value(at + 1).isWord("NULL"_L1);
    if (token.isWord("NULL"_L1))
        return !before.isWord("NOT"_L1);
    if (token.isWord("AS"_L1))
        return !before.isWord("ALWAYS"_L1);
    return isOneOf(token,
        {"CONSTRAINT"_L1, "PRIMARY"_L1, "UNIQUE"_L1, "CHECK"_L1, "DEFAULT"_L1, "COLLATE"_L1, "GENERATED"_L1, "FOREIGN"_L1})
        || (token.isWord("REFERENCES"_L1)
            && std::ranges::none_of(tokens.first(at), [](const SqlToken &each) { return each.isWord("FOREIGN"_L1); }));
}

/// the tokens of one clause
TableText::Clause readClause(const QString &sql, const QList<SqlToken> &tokens)
{
    TableText::Clause clause;
    const bool isNamed = tokens.constFirst().isWord("CONSTRAINT"_L1) && tokens.size() > 1;
    const QList<SqlToken> rest = isNamed ? tokens.sliced(2) : tokens;
    if (isNamed) {
        clause.name = tokens[1].text;
        clause.namedAs = writtenText(sql, tokens.first(2)) + u' ';
    }
    clause.kind = rest.isEmpty() ? QString() : rest.constFirst().text.toUpper();
    if (clause.kind == "GENERATED"_L1)
        clause.kind = u"AS"_s;
    clause.text = writtenText(sql, rest);
    return clause;
}

QList<TableText::Clause> readClauses(const QString &sql, const QList<SqlToken> &tokens)
{
    QList<QList<SqlToken>> parts;
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        const bool isNameBefore = at >= 2 && tokens[at - 2].isWord("CONSTRAINT"_L1) && parts.constLast().size() == 2;
        if (parts.isEmpty() || (beginsClause(tokens, at) && !isNameBefore))
            parts << QList<SqlToken> {};
        parts.last() << tokens[at];
    }
    QList<TableText::Clause> clauses;
    for (const QList<SqlToken> &part : std::as_const(parts))
        clauses << readClause(sql, part);
    return clauses;
}

bool isTableConstraint(const QList<SqlToken> &tokens)
{
    return isOneOf(tokens.constFirst(), {"CONSTRAINT"_L1, "PRIMARY"_L1, "UNIQUE"_L1, "CHECK"_L1, "FOREIGN"_L1});
}

/// each token as it compares: words without their case, names without their quotes
QStringList compared(const QString &sql)
{
    QStringList texts;
    for (const SqlToken &token : sqlTokens(sql)) {
        if (token.kind == SqlToken::Kind::Group)
            texts << u"("_s << compared(token.text) << u")"_s;
        else if (token.kind == SqlToken::Kind::String)
            texts << u'\'' + token.text;
        else
            texts << token.text.toLower();
    }
    return texts;
}

} // namespace

QList<QList<SqlToken>> TableText::Clause::parts() const
{
    const std::optional<QString> list = group();
    return list ? atCommas(sqlTokens(*list)) : QList<QList<SqlToken>>();
}

QStringList TableText::Clause::columns() const
{
    QStringList names;
    for (const QList<SqlToken> &part : parts()) {
        if (!part.isEmpty())
            names << part.constFirst().text;
    }
    return names;
}

bool TableText::Clause::has(QLatin1StringView word) const
{
    return std::ranges::any_of(sqlTokens(text), [&](const SqlToken &token) { return token.isWord(word); });
}

std::optional<QString> TableText::Clause::group() const
{
    for (const SqlToken &token : sqlTokens(text)) {
        if (token.kind == SqlToken::Kind::Group)
            return token.text;
    }
    return std::nullopt;
}

const TableText::Clause *TableText::Item::clause(QLatin1StringView kind) const
{
    const auto found = std::ranges::find(clauses, kind, &Clause::kind);
    return found == clauses.cend() ? nullptr : &*found;
}

QString TableText::Item::written() const
{
    QStringList texts;
    if (!column.isEmpty())
        texts << writtenName;
    if (!type.isEmpty())
        texts << type;
    for (const Clause &clause : clauses)
        texts << clause.written();
    return texts.join(u' ');
}

TableText::TableText(const QString &sql)
{
    const QList<SqlToken> tokens = sqlTokens(sql);
    const auto group = std::ranges::find(tokens, SqlToken::Kind::Group, &SqlToken::kind);
    if (group == tokens.cend())
        return;
    m_head = sql.first(group->begin).trimmed();
    for (const QList<SqlToken> &item : atCommas(sqlTokens(group->text))) {
        if (!item.isEmpty())
            readItem(group->text, item);
    }
    for (const QList<SqlToken> &option : atCommas(tokens.sliced(group - tokens.cbegin() + 1))) {
        QStringList words;
        for (const SqlToken &word : option) {
            if (word.kind == SqlToken::Kind::Word)
                words << word.text.toUpper();
        }
        if (!words.isEmpty())
            m_options << words.join(u' ');
    }
}

void TableText::readItem(const QString &sql, const QList<SqlToken> &tokens)
{
    if (isTableConstraint(tokens)) {
        // the comma between two constraints may be left out
        for (const Clause &clause : readClauses(sql, tokens))
            m_items << Item {.clauses = {clause}};
        return;
    }
    const auto first = std::find_if(tokens.cbegin() + 1, tokens.cend(),
        [&](const SqlToken &token) { return beginsClause(tokens, &token - tokens.constData()); });
    const qsizetype size = first - tokens.cbegin();
    m_items << Item {.column = tokens.constFirst().text,
        .writtenName = sql.sliced(tokens.constFirst().begin, tokens.constFirst().end - tokens.constFirst().begin),
        .type = writtenText(sql, tokens.sliced(1, size - 1)),
        .clauses = readClauses(sql, tokens.sliced(size))};
}

const TableText::Item *TableText::column(const QString &name) const
{
    const auto found = std::ranges::find_if(m_items, [&](const Item &item) {
        return !item.column.isEmpty() && item.column.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_items.cend() ? nullptr : &*found;
}

QString TableText::written() const
{
    QStringList lines;
    for (const Item &item : m_items)
        lines << item.written();
    const QString options = m_options.isEmpty() ? QString() : u"\n "_s + m_options.join(u",\n "_s);
    return m_head + u" (\n\t"_s + lines.join(u", \n\t"_s) + u"\n)"_s + options;
}

bool saysTheSame(const QString &one, const QString &other)
{
    return compared(one) == compared(other);
}

bool mentions(const QString &sql, const QString &name)
{
    return std::ranges::any_of(sqlTokens(sql), [&](const SqlToken &token) {
        if (token.kind == SqlToken::Kind::Group)
            return mentions(token.text, name);
        const bool isName = token.kind == SqlToken::Kind::Word || token.kind == SqlToken::Kind::QuotedName;
        return isName && token.text.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace Migrations::Dialects::Sqlite
