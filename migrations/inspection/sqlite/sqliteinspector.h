#pragma once

#include "migrations/base/error.h"
#include "migrations/dialects/sqlite/createtabletext.h"
#include "migrations/schema/table.h"

#include <QHash>

#include <functional>

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Inspection {

class Record;

/// Makes schema values of SQLite's pragmas and of the text of CREATE TABLE. Used once; the
/// connection outlives it.
class SqliteInspector final
{
public:
    explicit SqliteInspector(Database::Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] Result<Schema::Database> read();

private:
    [[nodiscard]] Result<void> each(const QString &query, const std::function<void(const Record &)> &take);
    void readVirtualTables();
    void takeTable(const Record &record);
    void takeColumn(const Record &record);
    void takeForeignKey(const Record &record);
    void takeIndexEntry(const Record &record);
    void addConstraints(Schema::Table &table);
    void addPrimaryKey(Schema::Table &table, const Dialects::Sqlite::CreateTableText &text);
    void addUniqueConstraints(Schema::Table &table, const Dialects::Sqlite::CreateTableText &text);
    void addForeignKeys(Schema::Table &table, const Dialects::Sqlite::CreateTableText &text);

    Database::Connection &m_connection;
    Schema::Database m_database;
    QHash<QString, Dialects::Sqlite::CreateTableText> m_texts; ///< by table
    QHash<QString, QMap<int, QString>> m_primaryKeys; ///< columns by their place in the key
    QHash<QString, QList<Schema::ForeignKey>> m_foreignKeys;
    QHash<QString, QList<QStringList>> m_uniqueKeys; ///< that stand in CREATE TABLE
    QStringList m_virtualTables;
};

} // namespace Migrations::Inspection
