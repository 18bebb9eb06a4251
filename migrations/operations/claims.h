#pragma once

#include "migrations/operations/operation.h"

#include <QSet>

namespace Migrations::Operations {

/// What a series of operations says will be there when it is done: tables with their columns, indexes,
/// enum types with their labels, triggers. An operation that takes something back takes its claim back,
/// too. SQL text claims triggers only; whatever else it may alter, drop or rename is no claim any more.
class Claims final
{
public:
    void note(const Operation &operation);

    /// What is not there, one line of the field's words for each: `table t`, `column t.x`, `index ix`,
    /// `label "y" of enum type e`, `trigger tr`. `triggers`: the names of those that are there.
    [[nodiscard]] QStringList missing(const Schema::Database &found, const QSet<QString> &triggers) const;
    /// Things claimed.
    [[nodiscard]] int size() const;
    /// that claimed things are in; empty: the default one
    [[nodiscard]] QSet<QString> schemas() const;
    [[nodiscard]] bool hasTriggers() const { return !m_triggers.isEmpty(); }

private:
    using Place = std::pair<QString, QString>; ///< schema, name

    struct Table {
        QSet<QString> columns;
        QSet<QString> indexes;
    };

    // an operation that is none of these claims nothing
    template<class Other>
    void take(const Other &) { }
    void take(const CreateTable &operation);
    void take(const DropTable &operation);
    void take(const RenameTable &operation);
    void take(const AddColumn &operation);
    void take(const DropColumn &operation);
    void take(const AlterColumn &operation);
    void take(const CreateIndex &operation);
    void take(const DropIndex &operation);
    void take(const CreateEnum &operation);
    void take(const DropEnum &operation);
    void take(const DropSchema &operation);
    void take(const ExecuteSql &operation);

    QMap<Place, Table> m_tables; ///< an entry for each table that something is claimed of
    QSet<Place> m_created; ///< tables that are claimed themselves
    QMap<Place, QStringList> m_enums; ///< labels
    QSet<QString> m_triggers;
};

} // namespace Migrations::Operations
