#pragma once

#include "tests/app/cli/commandrun.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

#include <memory>

/// What every bundled example has to show: it opens without a problem, prints the history that
/// Alembic prints, and migrates a real PostgreSQL database to the schema that Alembic makes of it
/// and back to nothing. A test of one example derives from this, says where its files are, and adds
/// what is special about it. Each test function has a fresh copy of the example, and the programs
/// run in its folder.
class ExampleTest : public TestCase
{
    Q_OBJECT

protected:
    struct Layout {
        QString name; ///< of the folder in resources/examples
        QString folder; ///< below it, where the programs are run
        QString config = QStringLiteral("alembic.ini"); ///< below that
        qsizetype revisions = 0;
    };
    struct Outcome {
        int code = -1;
        QString out;
        QString err;
    };
    using Environment = QList<std::pair<QString, QString>>;

    explicit ExampleTest(Layout layout) : m_layout(std::move(layout)) {}

    /// the variables from which the example's env.py makes the URL of a database of the cluster
    [[nodiscard]] virtual Environment environmentFor(const QString &database) const = 0;

    /// those whose `--sql` is compared with Alembic's
    [[nodiscard]] virtual QStringList sqlCommands() const;

    /// a fresh copy of the example, and no database
    void copyExample();
    /// makes a database, which both programs use from then on; its name
    QString useNewDatabase();
    void useDatabase(const QString &name) { m_database = name; }
    [[nodiscard]] QString database() const { return m_database; }
    [[nodiscard]] QString path(const QString &file) const;
    [[nodiscard]] virtual QString urlOf(const QString &database) const { return m_cluster.url(database); }
    [[nodiscard]] QString serverFolder() const { return m_cluster.socketFolder(); }

    [[nodiscard]] Outcome run(
        const QString &program, const QStringList &arguments, const Environment &more = {}) const;
    [[nodiscard]] Outcome alembic(const QString &command) const;
    /// an upgrade or a downgrade with --yes
    [[nodiscard]] CommandRun stillroom(const QString &command) const;
    /// as it is, with nobody there to answer
    [[nodiscard]] CommandRun unanswered(const QString &command) const;
    /// one value of the database, as psql prints it
    [[nodiscard]] QString valueOf(const QString &sql) const;
    void runSql(const QString &sql);
    /// what pg_dump writes for the schema of a database
    [[nodiscard]] QString schemaOf(const QString &database) const;
    /// the ids, oldest first
    [[nodiscard]] QStringList revisions() const;

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void opensWithoutProblems();
    void listsAreAlembics_data();
    void listsAreAlembics();
    void everyStepLeadsToAlembicsSchema();
    void alembicGoesOnWhereStillroomStopped();
    void downgradeLeavesWhatAlembicLeaves();
    void sqlIsAlembics_data();
    void sqlIsAlembics();

private:
    const Layout m_layout;
    PostgresqlCluster m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
};
