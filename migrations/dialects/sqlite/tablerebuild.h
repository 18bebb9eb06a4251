#pragma once

#include "migrations/dialects/dialect.h"
#include "migrations/dialects/sqlite/storedobjects.h"
#include "migrations/operations/tablerecreation.h"

namespace Migrations::Dialects::Sqlite {

/// A statement of a rebuild, and what it is for: around some of them something has to be looked at.
struct RebuildStatement {
    enum class Kind {
        RenameColumn,
        Create,
        KeepSequence, ///< the row of sqlite_sequence
        Copy,
        Drop,
        LegacyOn, ///< PRAGMA legacy_alter_table: views and triggers are not looked at
        Rename,
        LegacyOff,
        Index,
        Trigger,
    };

    Kind kind;
    QString sql;
    QString name = {}; ///< of a Trigger, and of an Index that Alembic would lose
};

/// How a table is made anew on SQLite so that what Alembic intends comes out and nothing else is
/// different (the procedure of https://www.sqlite.org/lang_altertable.html, "otheralter"): a list of
/// statements, of what stands in sqlite_master and of Alembic's own steps. Where Alembic loses
/// nothing these are Alembic's statements.
///
/// Pure. Two parts, because a column that something mentions gets its new name from SQLite itself,
/// which then writes it into every index, trigger, view and key: first renames(), then, of what is
/// stored afterwards, statements(). The compiler and the steps outlive it.
class TableRebuild final
{
public:
    TableRebuild(const Operations::TableRecreation::Steps &steps, const StoredObjects &stored,
        const Dialects::Dialect &dialect, Dialects::Compiler &compiler);

    /// ALTER TABLE … RENAME COLUMN; none where nothing mentions the columns
    [[nodiscard]] QList<RebuildStatement> renames() const;
    /// Conflict for an index that cannot be kept, because its column goes; what a compiler refuses.
    [[nodiscard]] Result<QList<RebuildStatement>> statements(const StoredObjects &now);
    /// CHECKs without a name that went with their column or its type; known after statements()
    [[nodiscard]] const QStringList &leftOut() const { return m_leftOut; }

private:
    using Steps = Operations::TableRecreation::Steps;

    [[nodiscard]] bool isMentioned(const QString &column) const;
    void planRenames();
    [[nodiscard]] Result<QStringList> compiled(const Operations::Operation &operation);
    [[nodiscard]] Result<QStringList> createStatements(const StoredObjects &now);
    [[nodiscard]] Operations::CopyRows copy() const;
    [[nodiscard]] Result<QList<RebuildStatement>> indexes(const StoredObjects &now);
    [[nodiscard]] Result<void> checkIndex(const StoredObject &index) const;
    [[nodiscard]] QString nowNamed(const QString &column) const { return m_now.value(column, column); }

    const Steps &m_steps;
    const StoredObjects m_stored;
    const Dialects::Dialect &m_dialect;
    Dialects::Compiler &m_compiler;
    QString m_table;
    QList<RebuildStatement> m_renames;
    QMap<QString, QString> m_now; ///< names of columns after the renames
    QStringList m_leftOut;
};

} // namespace Migrations::Dialects::Sqlite
