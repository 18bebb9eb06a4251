#include "migrations/dialects/postgresql/constraints.h"

#include "migrations/dialects/phrase.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Postgresql {

namespace {

QString validity(const Schema::DialectOptions &options)
{
    return optionIsOn(options, u"postgresql_not_valid"_s) ? u" NOT VALID"_s : QString();
}

QString distinctness(const Schema::DialectOptions &options)
{
    const std::optional<bool> flag = optionFlag(options, u"postgresql_nulls_not_distinct"_s);
    if (!flag)
        return {};
    return *flag ? u"NULLS NOT DISTINCT "_s : u"NULLS DISTINCT "_s;
}

} // namespace

QString Constraints::include(const Schema::DialectOptions &options) const
{
    const QStringList names = optionNames(options, u"postgresql_include"_s);
    return names.isEmpty() ? QString() : u" INCLUDE ("_s + m_words.identifiers.list(names) + u')';
}

QString Constraints::primaryKeyTail(const Schema::PrimaryKey &key, const TableFacts &) const
{
    return include(key.options) + deferrability(key.deferrability);
}

QString Constraints::unique(const Schema::UniqueConstraint &unique, const TableFacts &facts) const
{
    if (unique.columns.isEmpty())
        return {};
    return named(unique, facts) + u"UNIQUE "_s + distinctness(unique.options) + u'('
        + m_words.identifiers.list(unique.columns) + u')' + include(unique.options)
        + deferrability(unique.deferrability);
}

QString Constraints::foreignKey(const Schema::ForeignKey &key, const TableFacts &facts) const
{
    return foreignKeyText(key, m_words.identifiers.qualified(key.referredTable, key.referredSchema), facts)
        + validity(key.options);
}

QString Constraints::check(const Schema::CheckConstraint &check, const TableFacts &facts) const
{
    return checkText(check, facts) + validity(check.options);
}

QString Constraints::exclude(const Schema::ExcludeConstraint &exclude, const TableFacts &facts) const
{
    QStringList elements;
    for (const Schema::ExcludeElement &element : exclude.elements) {
        elements << m_words.expressions.text(element.expression)
                + (element.operatorClass.isEmpty() ? QString() : u' ' + element.operatorClass) + u" WITH "_s
                + element.comparison;
    }
    QString text = named(exclude, facts) + u"EXCLUDE USING "_s
        + checkedPhrase(exclude.method, u"^(?:btree|hash|gist|gin|[\\w_]+)$"_s).toLower() + u" ("_s
        + elements.join(u", "_s) + u')';
    if (exclude.where)
        text += u" WHERE ("_s + m_words.expressions.text(*exclude.where) + u')';
    return text + deferrability(exclude.deferrability);
}

QString Constraints::onDeletePattern() const
{
    return u"^(?:RESTRICT|CASCADE|SET (?:NULL|DEFAULT)(?:\\s*\\(.+\\))?|NO ACTION)$"_s;
}

} // namespace Migrations::Dialects::Postgresql
