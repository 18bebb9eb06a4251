#include "migrations/dialects/sqlite/storedobjects.h"

#include <algorithm>

namespace Migrations::Dialects::Sqlite {

using namespace Qt::StringLiterals;

namespace {

bool sameName(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace

const StoredObject *StoredObjects::find(const QString &type, const QString &name) const
{
    const auto found = std::ranges::find_if(
        m_objects, [&](const StoredObject &each) { return each.type == type && sameName(each.name, name); });
    return found == m_objects.cend() ? nullptr : &*found;
}

QList<StoredObject> StoredObjects::ofType(const QString &type) const
{
    QList<StoredObject> found;
    std::ranges::copy_if(m_objects, std::back_inserter(found), [&](const StoredObject &each) { return each.type == type; });
    return found;
}

QList<StoredObject> StoredObjects::of(const QString &type, const QString &table) const
{
    QList<StoredObject> found;
    std::ranges::copy_if(m_objects, std::back_inserter(found), [&](const StoredObject &each) {
        return each.type == type && sameName(each.table, table) && !each.sql.isEmpty();
    });
    return found;
}

bool StoredObjects::hasDependentsBeside(const QString &table) const
{
    return std::ranges::any_of(m_objects, [&](const StoredObject &each) {
        return each.type == "view"_L1 || (each.type == "trigger"_L1 && !sameName(each.table, table));
    });
}

} // namespace Migrations::Dialects::Sqlite
