#pragma once

#include "migrations/dialects/vocabulary.h"
#include "migrations/operations/operation.h"

#include <QSet>

namespace Migrations::Dialects::Postgresql {

/// CREATE TYPE and DROP TYPE, with the memory of a run: a type that a table brings along is created
/// once in it (reference §3.2). As Alembic prints it, an explicit create or drop does not change that
/// memory; live it does, because the second CREATE TYPE would fail.
class Enums final
{
public:
    explicit Enums(const Vocabulary &words)
        : m_words(words)
    {
    }

    /// the types of the table's columns that were not created yet
    void create(const Schema::Table &table, QStringList &statements);
    void create(const Schema::EnumType &type, QStringList &statements);
    void drop(const QString &name, const QString &schema, QStringList &statements);

private:
    using Key = std::pair<QString, QString>; ///< schema, name

    void createOf(const Schema::Type &type, const QString &tableSchema, QStringList &statements);
    [[nodiscard]] QString domain(const Schema::Type &type, const QString &schema) const;
    [[nodiscard]] QString enumeration(const QString &name, const QString &schema, const QStringList &labels) const;

    const Vocabulary &m_words;
    QSet<Key> m_created;
};

} // namespace Migrations::Dialects::Postgresql
