#include "migrations/dialects/sqlite/addedcolumn.h"

#include "migrations/dialects/sqlite/tabletext.h"

#include <algorithm>

namespace Migrations::Dialects::Sqlite {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype beginning = 200; ///< characters, with comments before the first word

enum class Default { None, Constant, Computed, Unknown };

Default ofTokens(const QList<SqlToken> &tokens)
{
    static const QStringList moments {u"CURRENT_TIME"_s, u"CURRENT_DATE"_s, u"CURRENT_TIMESTAMP"_s};
    static const QString operators = u"+-*/|<>=%&~"_s;
    if (tokens.isEmpty())
        return Default::Unknown;
    const SqlToken &first = tokens.constFirst();
    if (tokens.size() == 1 && first.kind == SqlToken::Kind::Group)
        return ofTokens(sqlTokens(first.text));
    if (tokens.size() == 1 && first.isWord("NULL"_L1))
        return Default::None;
    if (first.kind == SqlToken::Kind::Word && moments.contains(first.text.toUpper()))
        return Default::Computed;
    const bool isCall = tokens.size() > 1 && first.kind == SqlToken::Kind::Word
        && tokens[1].kind == SqlToken::Kind::Group;
    if (isCall)
        return first.isWord("CAST"_L1) ? Default::Unknown : Default::Computed;
    const bool hasOperator = std::any_of(tokens.cbegin() + 1, tokens.cend(), [](const SqlToken &token) {
        return token.kind == SqlToken::Kind::Other && operators.contains(token.text);
    });
    return hasOperator ? Default::Computed : Default::Constant;
}

Default defaultOf(const TableText::Item &column)
{
    const TableText::Clause *clause = column.clause("DEFAULT"_L1);
    return clause ? ofTokens(sqlTokens(clause->text).sliced(1)) : Default::None;
}

} // namespace

std::optional<EmptyTableOnly> EmptyTableOnly::read(const QString &sql)
{
    const QList<SqlToken> first = sqlTokens(sql.left(beginning));
    if (first.isEmpty() || !first.constFirst().isWord("ALTER"_L1))
        return std::nullopt; // INSERTs may be long
    const QList<SqlToken> tokens = sqlTokens(sql);
    if (tokens.size() < 5 || !tokens[0].isWord("ALTER"_L1) || !tokens[1].isWord("TABLE"_L1))
        return std::nullopt;
    const qsizetype name = tokens[3].text == u"." ? 4 : 2;
    qsizetype at = name + 1;
    if (!tokens.value(at++).isWord("ADD"_L1))
        return std::nullopt;
    if (tokens.value(at).isWord("COLUMN"_L1))
        ++at;
    if (at >= tokens.size())
        return std::nullopt;
    const TableText text(u"CREATE TABLE t ("_s + writtenText(sql, tokens.sliced(at)) + u')');
    if (text.items().size() != 1 || text.items().constFirst().column.isEmpty())
        return std::nullopt;
    const TableText::Item &column = text.items().constFirst();
    EmptyTableOnly found {.table = tokens[name].text, .column = column.column, .message = {}};
    if (const TableText::Clause *generated = column.clause("AS"_L1)) {
        if (generated->has("STORED"_L1))
            found.message = u"cannot add a STORED column"_s;
    } else if (const Default value = defaultOf(column); value == Default::None) {
        if (column.clause("NOT"_L1))
            found.message = u"Cannot add a NOT NULL column with default value NULL"_s;
    } else if (value == Default::Computed) {
        found.message = u"Cannot add a column with non-constant default"_s;
    } else if (column.clause("REFERENCES"_L1)) {
        found.message = u"Cannot add a REFERENCES column with non-NULL default value"_s;
        found.isWithForeignKeys = true;
    }
    return found.message.isEmpty() ? std::nullopt : std::optional(found);
}

} // namespace Migrations::Dialects::Sqlite
