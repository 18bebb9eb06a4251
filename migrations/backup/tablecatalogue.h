#pragma once

#include "migrations/base/error.h"

#include <QStringList>

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Backup {

/// A table as the database knows it.
struct Relation {
    QString schema; ///< SQLite: empty
    QString name;

    [[nodiscard]] QString quoted() const;
    [[nodiscard]] QString shown() const; ///< for people
};

struct CopiedColumn {
    QString name;
    QString type; ///< SQLite: empty, since a copy has its values' types only
    bool isGenerated = false; ///< cannot be written
    bool isAlwaysIdentity = false; ///< PostgreSQL: is written only with OVERRIDING SYSTEM VALUE
    bool isKey = false; ///< of the primary key
};

[[nodiscard]] QString quotedName(const QString &name);

/// What copies of tables need to know of a database. Stateless but for the connection.
class TableCatalogue final
{
public:
    explicit TableCatalogue(Database::Connection &connection) : m_connection(connection) {}

    /// Errors: NotFound, Unsupported (it is no table).
    [[nodiscard]] Result<Relation> find(const QString &name) const;
    /// the table that a copy is of: what its comment says, otherwise what its name says
    [[nodiscard]] Result<Relation> original(const Relation &copy) const;
    [[nodiscard]] Result<QList<CopiedColumn>> columns(const Relation &table) const;
    [[nodiscard]] Result<qint64> count(const QString &sql) const;

private:
    [[nodiscard]] Result<Relation> findPostgresql(const QString &name) const;
    [[nodiscard]] Result<Relation> findSqlite(const QString &name) const;

    Database::Connection &m_connection;
};

} // namespace Migrations::Backup
