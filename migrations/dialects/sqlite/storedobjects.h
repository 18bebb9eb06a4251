#pragma once

#include <QList>
#include <QString>

namespace Migrations::Dialects::Sqlite {

/// A row of sqlite_master.
struct StoredObject {
    QString type; ///< "table", "index", "trigger" or "view"
    QString name;
    QString table; ///< that it belongs to
    QString sql; ///< empty: the index of a constraint

    friend bool operator==(const StoredObject &, const StoredObject &) = default;
};

/// What stands in sqlite_master, in its order. Names are compared as SQLite does, without their case.
class StoredObjects final
{
public:
    StoredObjects() = default;
    explicit StoredObjects(QList<StoredObject> objects)
        : m_objects(std::move(objects))
    {
    }

    [[nodiscard]] const QList<StoredObject> &all() const { return m_objects; }
    [[nodiscard]] const StoredObject *find(const QString &type, const QString &name) const;
    [[nodiscard]] QList<StoredObject> ofType(const QString &type) const;
    /// indexes that a CREATE INDEX made
    [[nodiscard]] QList<StoredObject> indexesOf(const QString &table) const { return of(QStringLiteral("index"), table); }
    [[nodiscard]] QList<StoredObject> triggersOf(const QString &table) const { return of(QStringLiteral("trigger"), table); }
    /// views, and triggers that belong to something else than the table
    [[nodiscard]] bool hasDependentsBeside(const QString &table) const;

private:
    [[nodiscard]] QList<StoredObject> of(const QString &type, const QString &table) const;

    QList<StoredObject> m_objects;
};

} // namespace Migrations::Dialects::Sqlite
