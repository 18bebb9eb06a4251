#include "migrations/dialects/sqlite/createindextext.h"

#include "migrations/dialects/sqlite/sqltokens.h"

namespace Migrations::Dialects::Sqlite {

using namespace Qt::StringLiterals;

CreateIndexText CreateIndexText::read(const QString &sql)
{
    CreateIndexText result;
    const QList<SqlToken> tokens = sqlTokens(sql);
    qsizetype at = 0;
    while (at < tokens.size() && tokens[at].kind != SqlToken::Kind::Group)
        ++at;
    if (at == tokens.size())
        return result;
    const QString list = tokens[at].text;
    for (QList<SqlToken> part : atCommas(sqlTokens(list))) {
        if (!part.isEmpty() && (part.constLast().isWord("ASC"_L1) || part.constLast().isWord("DESC"_L1)))
            part.removeLast();
        if (part.size() > 2 && part[part.size() - 2].isWord("COLLATE"_L1))
            part.resize(part.size() - 2);
        result.parts << writtenText(list, part);
    }
    if (tokens.value(at + 1).isWord("WHERE"_L1))
        result.where = writtenText(sql, tokens.sliced(at + 2));
    return result;
}

} // namespace Migrations::Dialects::Sqlite
