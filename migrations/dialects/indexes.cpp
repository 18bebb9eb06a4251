#include "migrations/dialects/indexes.h"

#include "migrations/dialects/refusal.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

QString Indexes::name(const Operations::CreateIndex &operation) const
{
    const Schema::Name name = m_words.naming.index(operation.index, operation.table, operation.schema);
    if (name.isNone())
        throw Refusal::compile(u"CREATE INDEX requires that the index have a name"_s);
    return m_words.identifiers.constraint(name);
}

QString Indexes::name(const Operations::DropIndex &operation) const
{
    const QString table = operation.table.isEmpty() ? u"no_table"_s : operation.table;
    const Schema::Name name = m_words.naming.index({.name = operation.name, .parts = {}}, table, operation.schema);
    if (name.isNone())
        throw Refusal::compile(u"DROP INDEX requires that the index have a name"_s);
    const QString text = m_words.identifiers.constraint(name);
    return operation.schema.isEmpty() ? text : m_words.identifiers.quoted(operation.schema) + u'.' + text;
}

QString Indexes::beginning(const Operations::CreateIndex &operation) const
{
    return operation.index.unique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s;
}

QString Indexes::part(const Schema::IndexPart &part) const
{
    const QString text = m_words.expressions.text(part.expression);
    return part.order.isEmpty() ? text : text + u' ' + part.order;
}

QString Indexes::where(const Schema::DialectOptions &options, const QString &key) const
{
    const auto found = options.constFind(key);
    if (found == options.cend() || found->kind == Schema::Expression::Kind::Null)
        return {};
    // a condition that is a plain str is SQL, not a literal
    const bool isText = found->kind == Schema::Expression::Kind::String;
    return u" WHERE "_s + (isText ? found->text : m_words.expressions.text(*found));
}

} // namespace Migrations::Dialects
