#include "migrations/dialects/postgresql/dialect.h"

#include "migrations/dialects/postgresql/compiler.h"
#include "migrations/dialects/postgresql/statementwriter.h"
#include "migrations/dialects/postgresql/types.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Postgresql {

namespace {

/// SQLAlchemy's own list (RESERVED_WORDS of its dialect), which is not the server's
const QString reservedWords = QStringLiteral(
    "all analyse analyze and any array as asc asymmetric authorization between binary both case cast "
    "check collate column constraint create cross current_catalog current_date current_role "
    "current_schema current_time current_timestamp current_user default deferrable desc distinct do else "
    "end except false fetch for foreign freeze from full grant group having ilike in initially inner "
    "intersect into is isnull join leading left like limit localtime localtimestamp natural new not "
    "notnull null of off offset old on only or order outer over overlaps placing primary references "
    "returning right select session_user similar some symmetric table then to trailing true union unique "
    "user using variadic verbose when where window with");

std::unique_ptr<Dialects::StatementWriter> makeWriter(const StatementWriter::Parts &parts)
{
    return std::make_unique<StatementWriter>(parts);
}

SqlDialect::Words words()
{
    const QStringList reserved = reservedWords.split(u' ');
    return {.reserved = {reserved.cbegin(), reserved.cend()},
        .longestIdentifier = 63,
        .literals = {.trueText = u"true"_s, .falseText = u"false"_s, .doublesBackslashes = true},
        .functions = {.whole = {}, .renamed = {{u"aggregate_strings"_s, u"string_agg"_s}}},
        .values = {.nativeUuid = true, .alwaysMicroseconds = false},
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
    return u"postgresql"_s;
}

bool Dialect::isCopiedAsItIs(const Schema::Type &from, const Schema::Type &to) const
{
    return Types::affinity(from) == Types::affinity(to);
}

Result<Schema::Table> Dialect::reflected(const Schema::Table &) const
{
    return failure(ErrorCode::Unsupported, u"batch_alter_table(recreate=\"always\") on PostgreSQL without copy_from"_s);
}

std::unique_ptr<Dialects::Compiler> Dialect::compiler(const NamingConvention &convention, Target target) const
{
    return std::make_unique<Compiler>(vocabulary(convention, target));
}

} // namespace Migrations::Dialects::Postgresql
