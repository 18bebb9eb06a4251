#include "migrations/alembic/modulelibrary.h"

#include "migrations/python/parser.h"

namespace Migrations::Alembic {

ModuleLibrary::Entry ModuleLibrary::find(const QString &dotted)
{
    const QMutexLocker lock(&m_mutex);
    if (const auto known = m_entries.constFind(dotted); known != m_entries.cend())
        return *known;
    Entry entry;
    if (const std::optional<Source> source = m_reader(dotted)) {
        entry.isPackage = source->isPackage;
        entry.module = Python::parse(source->text, source->file).value_or(nullptr);
    }
    m_entries.insert(dotted, entry);
    return entry;
}

} // namespace Migrations::Alembic
