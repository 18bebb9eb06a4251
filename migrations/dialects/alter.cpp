#include "migrations/dialects/alter.h"

#include "migrations/dialects/refusal.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

Alter::Alter(const Vocabulary &words, const Columns &columns, const Constraints &constraints)
    : m_words(words)
    , m_columns(columns)
    , m_constraints(constraints)
{
}

QString Alter::table(const QString &table, const QString &schema) const
{
    return u"ALTER TABLE "_s + m_words.identifiers.dotted(table, schema) + u' ';
}

QString Alter::column(const Operations::AlterColumn &operation) const
{
    return table(operation.table, operation.schema) + u"ALTER COLUMN "_s + m_words.identifiers.quoted(operation.column)
        + u' ';
}

QString Alter::addColumn(const Operations::AddColumn &operation, const TableFacts &facts) const
{
    const Schema::Column &added = operation.column;
    QString text = table(operation.table, operation.schema) + u"ADD COLUMN "_s;
    if (operation.ifNotExists)
        text += u"IF NOT EXISTS "_s;
    text += m_columns.specification(added, facts);
    if (operation.inlinePrimaryKey && added.primaryKey)
        text += u" PRIMARY KEY"_s;
    if (operation.inlineReferences && added.foreignKeys.size() == 1)
        text += m_constraints.inlineReference(added.foreignKeys.constFirst());
    return text + m_columns.checks(added, facts);
}

QString Alter::dropColumn(const Operations::DropColumn &operation) const
{
    return table(operation.table, operation.schema) + u"DROP COLUMN "_s
        + (operation.ifExists ? u"IF EXISTS "_s : QString()) + m_words.identifiers.quoted(operation.column);
}

QString Alter::type(const Operations::AlterColumn &operation) const
{
    return column(operation) + u"TYPE "_s + m_words.types.text(*operation.type);
}

QString Alter::nullability(const Operations::AlterColumn &operation) const
{
    return column(operation) + (*operation.nullable ? u"DROP NOT NULL"_s : u"SET NOT NULL"_s);
}

QString Alter::plainDefault(const Operations::AlterColumn &operation) const
{
    const std::optional<Schema::Expression> &value = *operation.serverDefault;
    return column(operation) + (value ? u"SET DEFAULT "_s + m_columns.defaultText(*value) : u"DROP DEFAULT"_s);
}

bool Alter::touchesIdentity(const Operations::AlterColumn &operation)
{
    return operation.identity || (operation.serverDefault && operation.existingIdentity);
}

void Alter::refuseComputed(const Operations::AlterColumn &operation)
{
    if (operation.involvesComputed) {
        throw Refusal::compile(u"Adding or removing a \"computed\" construct, e.g. GENERATED ALWAYS AS, to or from an "
                               "existing column is not supported."_s);
    }
}

} // namespace Migrations::Dialects
