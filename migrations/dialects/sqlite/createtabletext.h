#pragma once

#include "migrations/dialects/sqlite/sqltokens.h"
#include "migrations/schema/table.h"

#include <QHash>

namespace Migrations::Dialects::Sqlite {

/// What only the text of a CREATE TABLE says and no pragma: names of constraints, checks,
/// deferrability, conflict clauses, expressions of generated columns, collations. SQLite keeps the
/// text up to date on RENAME and ADD COLUMN. Column names are folded to lower case in the hashes.
class CreateTableText final
{
public:
    explicit CreateTableText(const QString &sql);

    /// In the order of the text; those of columns carry the column's name. Referred columns only
    /// where they are written.
    [[nodiscard]] const QList<Schema::Constraint> &constraints() const { return m_constraints; }
    [[nodiscard]] QString computed(const QString &column) const { return m_computed.value(column.toLower()); }
    [[nodiscard]] QString collation(const QString &column) const { return m_collations.value(column.toLower()); }
    [[nodiscard]] bool hasAutoincrement() const { return m_autoincrement; }

private:
    class Item;

    void readItem(const QList<SqlToken> &tokens);
    void readClause(Item &item);
    void readKey(Item &item, bool isPrimary);
    void readReference(Item &item);
    void readDetail(Item &item, const SqlToken &token);
    void readAction(Item &item);
    void add(Item &item, const Schema::Constraint &constraint);

    QList<Schema::Constraint> m_constraints;
    QHash<QString, QString> m_computed;
    QHash<QString, QString> m_collations;
    bool m_autoincrement = false;
};

} // namespace Migrations::Dialects::Sqlite
