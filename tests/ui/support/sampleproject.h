#pragma once

#include <QString>
#include <QTemporaryDir>

/// An Alembic project in a temporary folder with a SQLite database of its own: a chain of three
/// revisions. "001_accounts" makes a table, "002_names" adds a column and prints a line,
/// "003_cleanup" drops a table whose rows would be lost; its downgrade asks.
class SampleProject final
{
public:
    SampleProject();

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("alembic.ini")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// of a file in the folder of revisions
    [[nodiscard]] QString revisionPath(const QString &id) const;
    void writeRevision(const QString &id, const QString &down, const QString &doc, const QString &upgrade,
        const QString &downgrade) const;
    void write(const QString &relativePath, const QString &text) const;

private:
    QTemporaryDir m_folder;
};
