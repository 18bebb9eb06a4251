#include "migrations/dialects/versiontablesql.h"

#include "migrations/dialects/dialect.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

VersionTableSql::VersionTableSql(const Dialect &dialect, const VersionTableName &name)
    : m_dialect(dialect)
    , m_name(name)
{
}

QString VersionTableSql::name() const
{
    const QString table = m_dialect.quoted(m_name.table);
    return m_name.schema.isEmpty() ? table : m_dialect.quoted(m_name.schema) + u'.' + table;
}

QString VersionTableSql::create() const
{
    QString text = u"CREATE TABLE "_s + name() + u" (\n\tversion_num VARCHAR(%1) NOT NULL"_s.arg(ColumnLength);
    if (m_name.hasPrimaryKey)
        text += u", \n\tCONSTRAINT "_s + m_dialect.quoted(m_name.table + u"_pkc"_s) + u" PRIMARY KEY (version_num)"_s;
    return text + u"\n)"_s;
}

QString VersionTableSql::insert(const QString &revision) const
{
    const QString text = u"INSERT INTO "_s + name() + u" (version_num) VALUES ("_s + m_dialect.literal(revision) + u')';
    if (!m_name.hasPrimaryKey)
        return text;
    const bool namesTable = m_dialect.name() == u"postgresql";
    return text + u" RETURNING "_s + (namesTable ? name() + u'.' : QString()) + u"version_num"_s;
}

QString VersionTableSql::update(const QString &from, const QString &to) const
{
    return u"UPDATE "_s + name() + u" SET version_num="_s + m_dialect.literal(to) + u" WHERE "_s + name()
        + u".version_num = "_s + m_dialect.literal(from);
}

QString VersionTableSql::remove(const QString &revision) const
{
    return u"DELETE FROM "_s + name() + u" WHERE "_s + name() + u".version_num = "_s + m_dialect.literal(revision);
}

QString VersionTableSql::clear() const
{
    return u"DELETE FROM "_s + name();
}

QString VersionTableSql::widen(qsizetype characters) const
{
    if (m_dialect.name() != u"postgresql")
        return {};
    return u"ALTER TABLE %1 ALTER COLUMN version_num TYPE VARCHAR(%2)"_s.arg(name(), QString::number(characters));
}

} // namespace Migrations::Dialects
