#pragma once

#include "migrations/python/syntaxtree.h"

#include <QHash>
#include <QMutex>

#include <functional>
#include <memory>

namespace Migrations::Alembic {

/// The modules of a project's own code that scripts may import: found by their dotted name, parsed
/// once. What is in them is evaluated like a script, never run. May be asked from several threads.
class ModuleLibrary final
{
public:
    /// The text of a module.
    struct Source {
        QByteArray text;
        QString file;
        bool isPackage = false; ///< an __init__.py, or a folder without one
    };
    /// nullopt: the project has no such module
    using Reader = std::function<std::optional<Source>(const QString &dotted)>;

    explicit ModuleLibrary(Reader reader) : m_reader(std::move(reader)) {}
    Q_DISABLE_COPY_MOVE(ModuleLibrary)

    struct Entry {
        std::shared_ptr<const Python::Module> module; ///< null: there is none, or it is no Python
        bool isPackage = false;
    };
    [[nodiscard]] Entry find(const QString &dotted);

private:
    const Reader m_reader;
    QMutex m_mutex; ///< of what follows
    QHash<QString, Entry> m_entries;
};

} // namespace Migrations::Alembic
