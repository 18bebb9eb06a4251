#pragma once

#include "migrations/operations/tablerecreation.h"

namespace Migrations::Dialects::Sqlite {

/// What a table that is made anew is completed from.
struct CompletionSource {
    QString before; ///< CREATE TABLE as it was stored when Alembic's text was made of it
    QString now; ///< the same after columns got their new names; otherwise equal to `before`
    /// each column of the new table with the name that its source has now
    QList<Operations::TableRecreation::NewColumn> columns;
    QStringList droppedColumns; ///< by the names that they have now
    QMap<QString, QString> newNames = {}; ///< of columns, by the name that they had
    QStringList statedOptions = {};
    QString table;
};

struct CompletedTable {
    QString sql;
    /// what went away with a dropped column, or with the type of a column: CHECKs without a name, as
    /// they are written
    QStringList leftOut = {};
};

/// The CREATE TABLE of a table that is made anew, with what SQLAlchemy's reflection does not see and
/// Alembic therefore loses (reference §6): types by names that it does not know, collations,
/// conflict clauses, AUTOINCREMENT, STRICT, WITHOUT ROWID, CHECKs without a name, orders and
/// collations of keys; conditions and expressions have the new names of their columns. Where nothing
/// would be lost it is Alembic's text, byte for byte.
///
/// Pure. What the script itself says about a column's type or the table's options stands.
[[nodiscard]] CompletedTable completed(const QString &alembics, const CompletionSource &source);

} // namespace Migrations::Dialects::Sqlite
