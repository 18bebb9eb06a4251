#pragma once

#include "migrations/schema/table.h"

#include <QSet>

namespace Migrations::Dialects {

/// Quotes names where SQLAlchemy quotes them: reserved words of its own list, upper case, odd
/// characters (reference §3.0). Immutable, thread safe.
class Identifiers final
{
public:
    Identifiers(QSet<QString> reservedWords, qsizetype longest);

    /// of the names that the database takes
    [[nodiscard]] qsizetype longest() const { return m_longest; }
    [[nodiscard]] bool needQuotes(const QString &name) const;
    [[nodiscard]] QString quoted(const QString &name, bool always = false) const;
    [[nodiscard]] QString list(const QStringList &names) const;

    /// schema.name with the schema as one identifier, as SQLAlchemy's own statements have it
    [[nodiscard]] QString qualified(const QString &name, const QString &schema) const;
    /// schema.name with the schema split at its dots, as Alembic's ALTER TABLE has it
    [[nodiscard]] QString dotted(const QString &name, const QString &schema) const;

    /// The name of a constraint or index. One that a convention made is cut to what the database
    /// takes; throws a Refusal for a given one that is longer.
    [[nodiscard]] QString constraint(const Schema::Name &name) const;

private:
    QSet<QString> m_reservedWords;
    qsizetype m_longest;
};

} // namespace Migrations::Dialects
