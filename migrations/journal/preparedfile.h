#pragma once

#include "migrations/base/error.h"

#include <QHash>
#include <QVariant>

struct sqlite3;
struct sqlite3_stmt;

namespace Migrations::Journal {

/// The journal's file for a writer in a hurry: every statement is prepared once. Values are texts,
/// numbers and, when they are invalid, NULL. Waits two seconds for another writer. Belongs to the
/// thread that opened it.
class PreparedFile final
{
public:
    PreparedFile() = default;
    ~PreparedFile();
    Q_DISABLE_COPY_MOVE(PreparedFile)

    [[nodiscard]] Result<void> open(const QString &path);
    [[nodiscard]] Result<void> execute(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] qint64 lastNumber() const; ///< of the row that was inserted last

private:
    [[nodiscard]] Result<sqlite3_stmt *> prepared(const QString &sql);
    [[nodiscard]] Error error(int code) const;

    QString m_path;
    sqlite3 *m_handle = nullptr;
    QHash<QString, sqlite3_stmt *> m_statements;
};

} // namespace Migrations::Journal
