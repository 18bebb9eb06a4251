#pragma once

#include "migrations/backup/tablecatalogue.h"

namespace Migrations::Backup {

/// The rows of copies on their way back into their tables, inside a transaction of the caller's; see
/// restoreTables().
class RowReturn final
{
public:
    explicit RowReturn(Database::Connection &connection);
    /// SQLite: foreign keys as they were
    ~RowReturn();
    Q_DISABLE_COPY_MOVE(RowReturn)

    /// before the transaction
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] Result<void> restore(const Relation &table, const Relation &copy);
    /// before the commit
    [[nodiscard]] Result<void> check();

private:
    struct Trigger {
        QString off;
        QString on;
    };

    [[nodiscard]] Result<QList<Trigger>> triggers(const Relation &table);
    [[nodiscard]] Result<QStringList> statements(const Relation &table, const Relation &copy);
    [[nodiscard]] Result<void> refuseCascades(const Relation &table, const QString &later);
    [[nodiscard]] Result<void> execute(const QString &sql);

    Database::Connection &m_connection;
    const TableCatalogue m_catalogue;
    const bool m_isSqlite;
    bool m_hadForeignKeys = false;
    qint64 m_brokenBefore = 0;
};

} // namespace Migrations::Backup
