#include "migrations/dialects/constraints.h"

#include "migrations/dialects/phrase.h"
#include "migrations/dialects/refusal.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

const QString onUpdatePattern = u"^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT)$"_s;
const QString initiallyPattern = u"^(?:DEFERRED|IMMEDIATE)$"_s;

struct Writer {
    const Constraints &writer;
    const TableFacts &facts;

    QString operator()(const Schema::PrimaryKey &key) const { return writer.primaryKey(key, facts); }
    QString operator()(const Schema::UniqueConstraint &unique) const { return writer.unique(unique, facts); }
    QString operator()(const Schema::ForeignKey &key) const { return writer.foreignKey(key, facts); }
    QString operator()(const Schema::CheckConstraint &check) const { return writer.check(check, facts); }
    QString operator()(const Schema::ExcludeConstraint &exclude) const { return writer.exclude(exclude, facts); }
};

} // namespace

QString Constraints::text(const Schema::Constraint &constraint, const TableFacts &facts) const
{
    return std::visit(Writer {*this, facts}, constraint);
}

QString Constraints::named(const Schema::Constraint &constraint, const TableFacts &facts) const
{
    const Schema::Name name = m_words.naming.constraint(constraint, facts.table().name, facts.table().schema);
    return name.isNone() ? QString() : u"CONSTRAINT "_s + m_words.identifiers.constraint(name) + u' ';
}

QString Constraints::deferrability(const Schema::Deferrability &deferrability) const
{
    QString text;
    if (deferrability.deferrable)
        text += *deferrability.deferrable ? u" DEFERRABLE"_s : u" NOT DEFERRABLE"_s;
    if (!deferrability.initially.isEmpty())
        text += u" INITIALLY "_s + checkedPhrase(deferrability.initially, initiallyPattern);
    return text;
}

QString Constraints::cascades(const Schema::ForeignKey &key) const
{
    QString text;
    if (!key.onDelete.isEmpty())
        text += u" ON DELETE "_s + checkedPhrase(key.onDelete, onDeletePattern());
    if (!key.onUpdate.isEmpty())
        text += u" ON UPDATE "_s + checkedPhrase(key.onUpdate, onUpdatePattern);
    return text;
}

QString Constraints::primaryKey(const TableFacts &facts) const
{
    Schema::PrimaryKey key = facts.primaryKey().key;
    key.columns = facts.keyColumns();
    return key.columns.isEmpty() ? QString() : primaryKey(key, facts);
}

QString Constraints::primaryKey(const Schema::PrimaryKey &key, const TableFacts &facts) const
{
    return named(key, facts) + u"PRIMARY KEY ("_s + m_words.identifiers.list(key.columns) + u')'
        + primaryKeyTail(key, facts);
}

QString Constraints::foreignKeyText(
    const Schema::ForeignKey &key, const QString &remoteTable, const TableFacts &facts) const
{
    QString text = named(key, facts) + u"FOREIGN KEY("_s + m_words.identifiers.list(key.columns) + u") REFERENCES "_s
        + remoteTable + u" ("_s + m_words.identifiers.list(key.referredColumns) + u')';
    if (!key.match.isEmpty())
        text += u" MATCH "_s + key.match;
    return text + cascades(key) + deferrability(key.deferrability);
}

QString Constraints::inlineReference(const Schema::ForeignKey &key) const
{
    return u" REFERENCES "_s + m_words.identifiers.qualified(key.referredTable, key.referredSchema) + u" ("_s
        + m_words.identifiers.list(key.referredColumns) + u')' + cascades(key) + deferrability(key.deferrability);
}

QString Constraints::checkText(const Schema::CheckConstraint &check, const TableFacts &facts) const
{
    return named(check, facts) + u"CHECK ("_s + m_words.expressions.text(check.condition) + u')'
        + deferrability(check.deferrability);
}

QString Constraints::columnCheck(const Schema::CheckConstraint &check, const TableFacts &facts) const
{
    return checkText(check, facts);
}

} // namespace Migrations::Dialects
