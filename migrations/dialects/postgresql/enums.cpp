#include "migrations/dialects/postgresql/enums.h"

#include "migrations/dialects/refusal.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Postgresql {

QString Enums::enumeration(const QString &name, const QString &schema, const QStringList &labels) const
{
    if (name.isEmpty())
        throw Refusal::compile(u"PostgreSQL ENUM type requires a name."_s);
    QStringList literals;
    for (const QString &label : labels)
        literals << m_words.literals.string(label);
    return u"CREATE TYPE %1 AS ENUM (%2)"_s.arg(m_words.identifiers.qualified(name, schema), literals.join(u", "_s));
}

QString Enums::domain(const Schema::Type &type, const QString &schema) const
{
    QString text = u"CREATE DOMAIN "_s + m_words.identifiers.qualified(type.typeName, schema) + u" AS "_s
        + m_words.types.text(type.item ? *type.item : Schema::Type()) + u' ';
    QStringList options;
    if (!type.collation.isEmpty())
        options << u"COLLATE "_s + m_words.identifiers.quoted(type.collation);
    if (type.options.contains(u"default"_s))
        options << u"DEFAULT "_s + m_words.literals.string(type.options.value(u"default"_s));
    if (const QString name = type.options.value(u"constraint_name"_s); !name.isEmpty())
        options << u"CONSTRAINT "_s + m_words.identifiers.quoted(name);
    if (type.options.value(u"not_null"_s) == u"true")
        options << u"NOT NULL"_s;
    if (const QString check = type.options.value(u"check"_s); !check.isEmpty())
        options << u"CHECK ("_s + check + u')';
    return QString(text + options.join(u' ')).trimmed();
}

void Enums::createOf(const Schema::Type &declared, const QString &tableSchema, QStringList &statements)
{
    const Schema::Type type = m_words.types.effective(declared);
    const bool isDomain = type.name.endsWith(u"DOMAIN");
    if (type.item && !isDomain)
        return createOf(*type.item, tableSchema, statements);
    if (!type.createType || (!isDomain && (!Types::isEnum(type) || !type.native)))
        return;
    const QString schema = type.options.value(u"inherit_schema"_s) == u"true" ? tableSchema : type.typeSchema;
    if (m_created.contains({schema, type.typeName}))
        return;
    statements << (isDomain ? domain(type, schema) : enumeration(type.typeName, schema, type.labels));
    m_created.insert({schema, type.typeName});
}

void Enums::create(const Schema::Table &table, QStringList &statements)
{
    for (const Schema::Column &column : table.columns)
        createOf(column.type, table.schema, statements);
}

void Enums::create(const Schema::EnumType &type, QStringList &statements)
{
    statements << enumeration(type.name, type.schema, type.labels);
    if (m_words.literals.isLive())
        m_created.insert({type.schema, type.name});
}

void Enums::drop(const QString &name, const QString &schema, QStringList &statements)
{
    statements << u"DROP TYPE "_s + m_words.identifiers.qualified(name, schema);
    if (m_words.literals.isLive())
        m_created.remove({schema, name});
}

} // namespace Migrations::Dialects::Postgresql
