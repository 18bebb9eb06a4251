#pragma once

#include "migrations/base/error.h"
#include "migrations/dialects/sqlite/storedobjects.h"

namespace Migrations::Database {
class Connection;
}

namespace Migrations::Runner {

/// Views and triggers of a SQLite database that can be used: SQLite itself says so, by preparing a
/// statement that uses each (EXPLAIN, which runs nothing). It takes a trigger whose columns are not
/// there without a word, and only the next INSERT would fail.
class Dependents final
{
public:
    /// those of `stored` that can be used now
    [[nodiscard]] static Dependents working(Database::Connection &connection, const Dialects::Sqlite::StoredObjects &stored);

    struct Broken {
        Dialects::Sqlite::StoredObject object;
        QString reason; ///< SQLite's words
    };
    /// those of them that cannot any more; one that is gone is not among them
    [[nodiscard]] QList<Broken> broken(Database::Connection &connection) const;
    /// the same for one trigger
    [[nodiscard]] std::optional<Broken> broken(
        Database::Connection &connection, const Dialects::Sqlite::StoredObject &trigger) const;

private:
    [[nodiscard]] static QString probe(Database::Connection &connection, const Dialects::Sqlite::StoredObject &object);

    QList<Dialects::Sqlite::StoredObject> m_objects;
};

} // namespace Migrations::Runner
