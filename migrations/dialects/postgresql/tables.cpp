#include "migrations/dialects/postgresql/tables.h"

#include "migrations/dialects/phrase.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Postgresql {

QString Tables::options(const Schema::Table &table) const
{
    const Schema::DialectOptions &options = table.options;
    QString text;
    if (const QStringList parents = optionNames(options, u"postgresql_inherits"_s); !parents.isEmpty())
        text += u"\n INHERITS ( "_s + m_words.identifiers.list(parents) + u" )"_s;
    if (const QString by = optionText(options, u"postgresql_partition_by"_s); !by.isEmpty())
        text += u"\n PARTITION BY "_s + by;
    if (const QString method = optionText(options, u"postgresql_using"_s); !method.isEmpty())
        text += u"\n USING "_s + method;
    if (const std::optional<bool> oids = optionFlag(options, u"postgresql_with_oids"_s))
        text += *oids ? u"\n WITH OIDS"_s : u"\n WITHOUT OIDS"_s;
    if (const QString action = optionText(options, u"postgresql_on_commit"_s); !action.isEmpty())
        text += u"\n ON COMMIT "_s + QString(action).replace(u'_', u' ').toUpper();
    if (const QString tablespace = optionText(options, u"postgresql_tablespace"_s); !tablespace.isEmpty())
        text += u"\n TABLESPACE "_s + m_words.identifiers.quoted(tablespace);
    return text;
}

bool Tables::isWritten(const Schema::Constraint &constraint) const
{
    const auto *key = std::get_if<Schema::ForeignKey>(&constraint);
    return !key || !key->useAlter;
}

} // namespace Migrations::Dialects::Postgresql
