#pragma once

#include <QStringList>
#include <QTemporaryDir>

/// An Alembic project in a folder of its own that goes away with it: alembic.ini, the folder
/// `scripts` with an env.py that Alembic can run, and revisions.
class ProjectFolder final
{
public:
    struct Revision {
        QString id;
        QStringList down = {};
        QString message = {};
        QStringList upgrade = {}; ///< lines of Python
        QStringList downgrade = {};
        QStringList dependsOn = {};
        QStringList labels = {};
    };

    /// The URL is that of data.db in the folder.
    ProjectFolder();

    [[nodiscard]] QString path(const QString &name = {}) const;
    [[nodiscard]] QString database() const { return path(QStringLiteral("data.db")); }
    void write(const QString &name, const QString &text) const;
    void writeConfig(const QString &url, const QString &more = {}) const;
    /// the file's path
    QString add(const Revision &revision) const;

private:
    QTemporaryDir m_folder;
};
