#include "migrations/dialects/sqlite/indexes.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

QString Indexes::create(const Operations::CreateIndex &operation) const
{
    QString text = beginning(operation) + (operation.ifNotExists ? u"IF NOT EXISTS "_s : QString());
    if (!operation.schema.isEmpty())
        text += m_words.identifiers.quoted(operation.schema) + u'.';
    QStringList parts;
    for (const Schema::IndexPart &each : operation.index.parts)
        parts << part(each);
    return text + name(operation) + u" ON "_s + m_words.identifiers.quoted(operation.table) + u" ("_s
        + parts.join(u", "_s) + u')' + where(operation.index.options, u"sqlite_where"_s);
}

QString Indexes::drop(const Operations::DropIndex &operation) const
{
    return u"DROP INDEX "_s + (operation.ifExists ? u"IF EXISTS "_s : QString()) + name(operation);
}

} // namespace Migrations::Dialects::Sqlite
