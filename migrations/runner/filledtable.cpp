#include "migrations/runner/filledtable.h"

#include "migrations/database/connection.h"
#include "migrations/dialects/dialect.h"
#include "migrations/dialects/sqlite/addedcolumn.h"
#include "migrations/runner/foreignkeyguard.h"

#include <QCoreApplication>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

Result<void> checkFilledTable(Database::Connection &connection, const QString &sql)
{
    const std::optional<Dialects::Sqlite::EmptyTableOnly> added = Dialects::Sqlite::EmptyTableOnly::read(sql);
    if (!added)
        return {};
    if (added->isWithForeignKeys) {
        const Result<std::optional<bool>> on = ForeignKeyGuard::areOn(connection);
        if (!on || !on->value_or(false))
            return {};
    }
    const Result<Database::Rows> rows
        = connection.execute(u"SELECT count(*) FROM "_s + Dialects::Dialect::sqlite().quoted(added->table));
    const qint64 count = rows ? rows->rows.value(0).value(0).toLongLong() : 0; // what is wrong, the statement says
    if (count == 0)
        return {};
    return failure({.code = ErrorCode::Server,
        .message = added->message,
        .statement = sql,
        .detail = Tr::tr("SQLite adds the column %1 to a table without rows only, and %2 has %n.", nullptr, int(count))
                      .arg(added->column, added->table),
        .nextStep = Tr::tr("Give the column a constant server_default, or add it in "
                           "op.batch_alter_table(\"%1\", recreate=\"always\") with a value for the rows.")
                        .arg(added->table)});
}

} // namespace Migrations::Runner
