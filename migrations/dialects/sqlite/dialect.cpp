#include "migrations/dialects/sqlite/dialect.h"

#include "migrations/dialects/sqlite/compiler.h"
#include "migrations/dialects/sqlite/statementwriter.h"
#include "migrations/dialects/sqlite/reflection.h"
#include "migrations/dialects/sqlite/types.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

namespace {

/// SQLAlchemy's own list (SQLiteIdentifierPreparer.reserved_words), which is not the server's
const QString reservedWords = QStringLiteral(
    "add after all alter analyze and as asc attach autoincrement before begin between by cascade case "
    "cast check collate column commit conflict constraint create cross current_date current_time "
    "current_timestamp database default deferrable deferred delete desc detach distinct drop each else "
    "end escape except exclusive exists explain fail false for foreign from full glob group having if "
    "ignore immediate in index indexed initially inner insert instead intersect into is isnull join key "
    "left like limit match natural not notnull null of offset on or order outer plan pragma primary query "
    "raise references reindex rename replace restrict right rollback row select set table temp temporary "
    "then to transaction trigger true union unique update using vacuum values view virtual when where");

std::unique_ptr<Dialects::StatementWriter> makeWriter(const StatementWriter::Parts &parts)
{
    return std::make_unique<StatementWriter>(parts);
}

SqlDialect::Words words()
{
    const QStringList reserved = reservedWords.split(u' ');
    return {.reserved = {reserved.cbegin(), reserved.cend()},
        .longestIdentifier = 9999,
        .literals = {.trueText = u"1"_s, .falseText = u"0"_s, .doublesBackslashes = false},
        .functions = {.whole = {{u"now"_s, u"CURRENT_TIMESTAMP"_s},
                          {u"localtimestamp"_s, u"DATETIME(CURRENT_TIMESTAMP, 'localtime')"_s}},
            .renamed = {{u"char_length"_s, u"length"_s}, {u"aggregate_strings"_s, u"group_concat"_s}}},
        .values = {.nativeUuid = false, .alwaysMicroseconds = true},
        .makeWriter = makeWriter};
}

std::unique_ptr<const Dialects::Types> makeTypes(const Identifiers &identifiers)
{
    return std::make_unique<Types>(identifiers);
}

} // namespace

Dialect::Dialect()
    : SqlDialect(words(), makeTypes)
{
}

QString Dialect::name() const
{
    return u"sqlite"_s;
}

bool Dialect::isCopiedAsItIs(const Schema::Type &from, const Schema::Type &to) const
{
    return Types::affinity(from) == Types::affinity(to) || Types::family(to) == TypeFamily::Json;
}

Result<Schema::Table> Dialect::reflected(const Schema::Table &table) const
{
    return reflectedTable(table, *this);
}

std::unique_ptr<Dialects::Compiler> Dialect::compiler(const NamingConvention &convention, Target target) const
{
    return std::make_unique<Compiler>(vocabulary(convention, target));
}

} // namespace Migrations::Dialects::Sqlite
