#include "migrations/dialects/sqlite/constraints.h"

#include "migrations/dialects/phrase.h"
#include "migrations/dialects/refusal.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

namespace {

/// ON CONFLICT of the constraint, or of its column when it has one only
QString onConflict(const Schema::DialectOptions &options, const QStringList &columns, const QString &columnKey,
    const TableFacts &facts)
{
    QString clause = optionText(options, u"sqlite_on_conflict"_s);
    if (clause.isEmpty() && columns.size() == 1) {
        const Schema::Column *column = facts.table().column(columns.constFirst());
        clause = column ? optionText(column->options, columnKey) : QString();
    }
    return clause.isEmpty() ? QString() : u" ON CONFLICT "_s + clause;
}

} // namespace

bool Constraints::isInline(const Schema::Column &column, const TableFacts &facts)
{
    const TypeFamily family = Types::family(column.type);
    const bool isInteger =
        family == TypeFamily::Integer || family == TypeFamily::SmallInteger || family == TypeFamily::BigInteger;
    return isInteger && facts.primaryKey().key.columns == QStringList {column.name}
    && optionIsOn(facts.table().options, u"sqlite_autoincrement"_s) && !facts.hasForeignKey(column);
}

QString Constraints::primaryKey(const TableFacts &facts) const
{
    const QStringList &columns = facts.primaryKey().key.columns;
    const Schema::Column *column = columns.size() == 1 ? facts.table().column(columns.constFirst()) : nullptr;
    return column && isInline(*column, facts) ? QString() : Dialects::Constraints::primaryKey(facts);
}

QString Constraints::primaryKeyTail(const Schema::PrimaryKey &key, const TableFacts &facts) const
{
    return deferrability(key.deferrability)
        + onConflict(key.options, key.columns, u"sqlite_on_conflict_primary_key"_s, facts);
}

QString Constraints::unique(const Schema::UniqueConstraint &unique, const TableFacts &facts) const
{
    if (unique.columns.isEmpty())
        return {};
    return named(unique, facts) + u"UNIQUE ("_s + m_words.identifiers.list(unique.columns) + u')'
        + deferrability(unique.deferrability)
        + onConflict(unique.options, unique.columns, u"sqlite_on_conflict_unique"_s, facts);
}

QString Constraints::foreignKey(const Schema::ForeignKey &key, const TableFacts &facts) const
{
    if (key.referredSchema != facts.table().schema)
        return {};
    return foreignKeyText(key, m_words.identifiers.quoted(key.referredTable), facts);
}

QString Constraints::check(const Schema::CheckConstraint &check, const TableFacts &facts) const
{
    return checkText(check, facts) + onConflict(check.options, {}, {}, facts);
}

QString Constraints::columnCheck(const Schema::CheckConstraint &check, const TableFacts &facts) const
{
    if (!optionText(check.options, u"sqlite_on_conflict"_s).isEmpty())
        throw Refusal::compile(u"SQLite does not support on conflict clause for column check constraint"_s);
    return checkText(check, facts);
}

QString Constraints::exclude(const Schema::ExcludeConstraint &, const TableFacts &) const
{
    throw Refusal::unknownElement(u"Compiler <sqlalchemy.dialects.sqlite.base.SQLiteDDLCompiler> can't render "
                                  "element of type ExcludeConstraint"_s);
}

QString Constraints::onDeletePattern() const
{
    return u"^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT)$"_s;
}

} // namespace Migrations::Dialects::Sqlite
