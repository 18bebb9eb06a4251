#include "migrations/dialects/sqlite/tables.h"

#include "migrations/dialects/phrase.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

QString Tables::options(const Schema::Table &table) const
{
    QStringList words;
    if (table.options.contains(u"sqlite_with_rowid"_s) && !optionIsOn(table.options, u"sqlite_with_rowid"_s))
        words << u"WITHOUT ROWID"_s;
    if (optionIsOn(table.options, u"sqlite_strict"_s))
        words << u"STRICT"_s;
    return words.isEmpty() ? QString() : u"\n "_s + words.join(u",\n "_s);
}

} // namespace Migrations::Dialects::Sqlite
