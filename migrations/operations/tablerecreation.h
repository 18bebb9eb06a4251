#pragma once

#include "migrations/operations/operation.h"

#include <functional>

namespace Migrations::Operations {

/// Alembic's "move and copy" (ApplyBatchImpl, reference §6): changes are applied to a table in
/// memory, then a new table is made beside the old one, the rows are copied, and it takes the old
/// one's place. Pure: the table that is there comes in, operations come out.
///
/// As in Alembic a renamed column keeps its old name as the key by which later changes of the same
/// batch find it. Names of constraints and indexes are final when they come in. Errors have
/// Alembic's texts and the class of its exception.
class TableRecreation final
{
public:
    /// whether a value needs no CAST to go from one type to the other
    using CopiedAsItIs = std::function<bool(const Schema::Type &, const Schema::Type &)>;

    /// What batch_alter_table() was told besides the table.
    struct Extras {
        QList<Schema::Constraint> constraints = {}; ///< table_args
        QList<Schema::Index> indexes = {}; ///< table_args
        Schema::DialectOptions options = {}; ///< table_kwargs
        QString comment = {};
        QStringList prefixes = {};
        QList<QStringList> ordering = {}; ///< partial_reordering
    };

    /// `existing`: columns with their flags, every constraint and index in the lists; an index that
    /// a column's flag makes is left out, as Alembic does
    TableRecreation(const Schema::Table &existing, Extras extras, CopiedAsItIs isCopiedAsItIs);

    [[nodiscard]] Result<void> addColumn(
        const Schema::Column &column, const QString &before = {}, const QString &after = {});
    [[nodiscard]] Result<void> dropColumn(const DropColumn &operation);
    [[nodiscard]] Result<void> alterColumn(const AlterColumn &operation);
    /// `isOfType`: the CHECK of a column's type, which needs no name
    [[nodiscard]] Result<void> addConstraint(const Schema::Constraint &constraint, bool isOfType = false);
    [[nodiscard]] Result<void> dropConstraint(const QString &name, bool isOfType = false);
    [[nodiscard]] Result<void> createIndex(const Schema::Index &index);
    [[nodiscard]] Result<void> dropIndex(const QString &name);

    /// A column of the new table, and where it comes from.
    struct NewColumn {
        QString name;
        QString source = {}; ///< the old table's column; empty: there was none
        bool hasNewType = false; ///< as the script says, not as it was found
    };

    /// What is sent, in this order.
    struct Steps {
        /// constraints of the old table whose names the new one uses again; dropped before, where a name
        /// stands for one constraint of the whole schema
        QStringList sharedNames;
        CreateTable create;
        CopyRows copy; ///< when it or `drop` fails, the new table is dropped
        DropTable drop;
        RenameTable rename;
        Result<QList<CreateIndex>> indexes; ///< Alembic sees only then that a column is not there

        // for who makes the new table of what is stored, and not only of what was reflected
        QList<NewColumn> columns = {}; ///< in the order of `create`
        QStringList droppedColumns = {}; ///< their names may be those of new columns
        QStringList keptIndexes = {}; ///< that were reflected and stand in `indexes` again
        QStringList droppedIndexes = {};
        QStringList statedOptions = {}; ///< of the table, by the script
        bool isDescribed = false; ///< the script said what the old table is, and nothing else is wanted
    };
    [[nodiscard]] Result<Steps> steps();

    /// of the new table until it takes the old one's place
    [[nodiscard]] static QString temporaryName(const QString &table);

private:
    struct Entry {
        QString key;
        Schema::Column column;
        std::optional<Schema::Expression> source; ///< unset: a new column, nothing to copy
        bool hasNewType = false;
    };
    using Entries = QList<Entry>;

    [[nodiscard]] Entries::iterator find(const QString &key);
    [[nodiscard]] QString nameOf(const QString &key) const;
    void takeConstraints(const Schema::Table &existing);
    void changeType(Entry &entry, const Schema::Type &type);
    [[nodiscard]] Result<void> order();
    [[nodiscard]] bool fits(const Schema::Constraint &constraint) const;
    [[nodiscard]] Schema::Constraint renamed(Schema::Constraint constraint) const;
    [[nodiscard]] Schema::Index renamed(Schema::Index index) const;
    [[nodiscard]] Schema::Table newTable() const;
    [[nodiscard]] CopyRows copy(const QString &target) const;
    [[nodiscard]] Result<QList<CreateIndex>> indexes() const;
    void describeChanges(Steps &steps) const;

    Schema::Table m_table; ///< name and schema; its lists are taken apart
    Extras m_extras;
    CopiedAsItIs m_isCopiedAsItIs;
    Entries m_entries;
    QList<Schema::Constraint> m_named;
    QStringList m_existingNames; ///< of constraints
    QStringList m_existingColumns;
    QStringList m_droppedIndexes;
    QList<Schema::Constraint> m_unnamed;
    QList<Schema::Index> m_indexes;
    QList<Schema::Index> m_newIndexes;
    QStringList m_existingOrder;
    QList<std::pair<QString, QString>> m_addedOrder;
};

/// what Alembic would send of it, in order
[[nodiscard]] QList<Operation> operationsOf(const TableRecreation::Steps &steps);

} // namespace Migrations::Operations
