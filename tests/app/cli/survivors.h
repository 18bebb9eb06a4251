#pragma once

#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"

#include <QJsonObject>
#include <QRandomGenerator>

/// A project of several revisions whose databases are hurt while the program changes them: killed,
/// cut off, without room. Knows the schema that belongs to each revision, and looks whether a database
/// has the one that its version row says.
class Survivors final
{
public:
    static constexpr int Revisions = 12;

    /// Makes the project, and the schema of each revision on a database of its own.
    Survivors(PostgresqlCluster &cluster, bool isSqlite, quint32 seed);

    /// A new, empty database.
    [[nodiscard]] QString makeDatabase();
    /// Starts `stillroom-cli --json <command> <target>` on the database.
    void start(QProcess &program, const QString &url, const QString &command, const QString &target) const;
    /// The same, and waits for its end. The exit code.
    [[nodiscard]] int run(const QString &url, const QString &command, const QString &target) const;

    /// The revision in the version table; empty: base, or no such table.
    [[nodiscard]] QString revision(const QString &url) const;
    /// What is wrong with the database: empty when it stands exactly on a revision, with that revision's
    /// schema and rows.
    [[nodiscard]] QString problem(const QString &url) const;
    [[nodiscard]] static QString name(int number) { return QStringLiteral("r%1").arg(number, 2, 10, QLatin1Char('0')); }
    [[nodiscard]] static QString head() { return name(Revisions - 1); }
    [[nodiscard]] QRandomGenerator &random() { return m_random; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    [[nodiscard]] QString schema(const QString &url) const;

    PostgresqlCluster &m_cluster;
    const bool m_isSqlite;
    ProjectFolder m_folder;
    QRandomGenerator m_random;
    QHash<QString, QString> m_schemas; ///< by revision
    int m_databases = 0;
};
