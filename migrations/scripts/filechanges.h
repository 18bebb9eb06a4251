#pragma once

#include "migrations/base/error.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Migrations::Scripts {

/// Several changes of files that happen all or not at all: everything new is written beside its place
/// first, then only renamed. What apply() did is undone by the destructor unless keep() was called, so
/// that a database's commit can still decide.
class FileChanges final
{
public:
    FileChanges() = default;
    ~FileChanges();
    Q_DISABLE_COPY_MOVE(FileChanges)

    // what is to be done; paths are absolute, folders that are missing are made
    void makeFolder(const QString &path) { m_folders << path; }
    void write(const QString &path, const QByteArray &content); ///< a file that is there keeps its rights
    void move(const QString &from, const QString &to); ///< Conflict when `to` exists by then

    /// Errors: Io, Conflict; then everything is as it was.
    [[nodiscard]] Result<void> apply();
    void keep();

private:
    struct Change {
        QString to;
        QString from; ///< of a move; else the file with the new content
        bool isMove = false;
        QByteArray content = {};
    };
    struct Renamed {
        QString from;
        QString to;
    };

    [[nodiscard]] Result<void> makeFolders(const QString &path);
    [[nodiscard]] Result<void> prepare(Change &change);
    [[nodiscard]] Result<void> rename(const QString &from, const QString &to);
    void undo();

    QStringList m_folders;
    QList<Change> m_changes;
    QStringList m_madeFolders;
    QStringList m_replaced; ///< old contents, to be removed when all is well
    QList<Renamed> m_renamed;
};

} // namespace Migrations::Scripts
