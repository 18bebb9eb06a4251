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
    };
    [[nodiscard]] Result<Steps> steps();

private:
    struct Entry {
        QString key;
        Schema::Column column;
        std::optional<Schema::Expression> source; ///< unset: a new column, nothing to copy
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

    Schema::Table m_table; ///< name and schema; its lists are taken apart
    Extras m_extras;
    CopiedAsItIs m_isCopiedAsItIs;
    Entries m_entries;
    QList<Schema::Constraint> m_named;
    QStringList m_existingNames; ///< of constraints
    QList<Schema::Constraint> m_unnamed;
    QList<Schema::Index> m_indexes;
    QList<Schema::Index> m_newIndexes;
    QStringList m_existingOrder;
    QList<std::pair<QString, QString>> m_addedOrder;
};

} // namespace Migrations::Operations
