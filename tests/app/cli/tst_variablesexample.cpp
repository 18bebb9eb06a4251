#include "tests/app/cli/commandrun.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// The bundled example, a team's own migration, on both databases: Stillroom and Alembic take turns
/// on one database and print the same SQL.
class TestVariablesExample : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void alembicGoesOnWhereStillroomStopped_data() { databases(); }
    void alembicGoesOnWhereStillroomStopped();
    void stillroomGoesOnWhereAlembicStopped_data() { databases(); }
    void stillroomGoesOnWhereAlembicStopped();
    void schemaIsTheOneThatAlembicMakes();
    void sqlIsAlembics_data();
    void sqlIsAlembics();
    void repeatedUpgradeDoesNothing_data() { databases(); }
    void repeatedUpgradeDoesNothing();
    void rowsAreAskedAboutBeforeTheyAreDropped_data();
    void rowsAreAskedAboutBeforeTheyAreDropped();

private:
    struct Outcome {
        int code = -1;
        QString out;
        QString err;
    };

    static void databases();
    void useDatabase(const QString &name);
    [[nodiscard]] Outcome alembic(const QStringList &arguments) const;
    [[nodiscard]] CommandRun stillroom(const QString &command, const QString &input = {}) const;
    void sql(const QString &statement) const;
    [[nodiscard]] QStringList sqliteSchema() const;

    PostgresqlCluster m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database; ///< of the cluster; empty: SQLite
};

void TestVariablesExample::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

// a fresh copy of the example with its relative SQLite file
void TestVariablesExample::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_database.clear();
    const QDir source(QStringLiteral(STILLROOM_SOURCE_DIR "/resources/examples/variables"));
    QDirIterator files(source.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString target = m_folder->filePath(source.relativeFilePath(files.next()));
        QVERIFY(QDir().mkpath(QFileInfo(target).path()));
        QVERIFY(QFile::copy(files.filePath(), target));
    }
}

void TestVariablesExample::databases()
{
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
}

// points the project at a new PostgreSQL database; SQLite is what it says by itself
void TestVariablesExample::useDatabase(const QString &name)
{
    if (name == u"sqlite")
        return;
    QString url = m_cluster.createDatabase();
    QVERIFY2(!url.isEmpty(), qPrintable(m_cluster.problem()));
    m_database = url.section(u'/', 3).section(u'?', 0, 0);
    QFile file(m_folder->filePath(u"alembic.ini"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QString text = QString::fromUtf8(file.readAll());
    text.replace(u"sqlite:///variables.db"_s, url.replace(u'%', u"%%"_s));
    file.resize(0);
    file.write(text.toUtf8());
}

TestVariablesExample::Outcome TestVariablesExample::alembic(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(u"alembic"_s, arguments);
    if (!process.waitForFinished(60000))
        return {.err = process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

CommandRun TestVariablesExample::stillroom(const QString &command, const QString &input) const
{
    return CommandRun::of(QStringList {u"-c"_s, m_folder->filePath(u"alembic.ini"_s)} + command.split(u' '), input);
}

void TestVariablesExample::sql(const QString &statement) const
{
    QProcess process;
    if (m_database.isEmpty()) {
        process.start(u"sqlite3"_s, {u"-bail"_s, m_folder->filePath(u"variables.db"_s), statement});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    } else {
        PostgresqlCluster &cluster = const_cast<PostgresqlCluster &>(m_cluster);
        QVERIFY2(cluster.run(m_database, statement), qPrintable(cluster.problem()));
    }
}

QStringList TestVariablesExample::sqliteSchema() const
{
    QProcess process;
    process.start(u"sqlite3"_s,
        {m_folder->filePath(u"variables.db"_s), u"SELECT type, name, sql FROM sqlite_master ORDER BY type, name"_s});
    process.waitForFinished();
    QString text = QString::fromUtf8(process.readAllStandardOutput());
    return text.replace(u"    "_s, u"\t"_s).split(u'\n', Qt::SkipEmptyParts);
}

void TestVariablesExample::alembicGoesOnWhereStillroomStopped()
{
    QFETCH(QString, database);
    useDatabase(database);
    const CommandRun upgraded = stillroom(u"upgrade head"_s);
    QCOMPARE(upgraded.code, 0);
    QVERIFY2(upgraded.err.contains(u"创建execution_variables表成功"_s), qPrintable(upgraded.err));

    const Outcome current = alembic({u"current"_s});
    QVERIFY2(current.code == 0, qPrintable(current.err));
    QCOMPARE(current.out.trimmed(), u"004_variable_source_index (head)"_s);
    const Outcome down = alembic({u"downgrade"_s, u"-1"_s});
    QVERIFY2(down.code == 0, qPrintable(down.err));
    QCOMPARE(stillroom(u"current"_s).out.trimmed(), u"003_variable_types"_s);
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    QCOMPARE(alembic({u"current"_s}).out.trimmed(), u"004_variable_source_index (head)"_s);
}

void TestVariablesExample::stillroomGoesOnWhereAlembicStopped()
{
    QFETCH(QString, database);
    useDatabase(database);
    const Outcome up = alembic({u"upgrade"_s, u"head"_s});
    QVERIFY2(up.code == 0, qPrintable(up.err));
    QCOMPARE(stillroom(u"current"_s).out.trimmed(), u"004_variable_source_index (head)"_s);
    QCOMPARE(stillroom(u"downgrade -1"_s).code, 0);
    QCOMPARE(alembic({u"current"_s}).out.trimmed(), u"003_variable_types"_s);
    const CommandRun down = stillroom(u"downgrade base --yes"_s);
    QVERIFY2(down.code == 0, qPrintable(down.err));
    QCOMPARE(alembic({u"current"_s}).out.trimmed(), QString());
    QVERIFY(stillroom(u"tables"_s).out.trimmed().isEmpty());
    QCOMPARE(alembic({u"upgrade"_s, u"head"_s}).code, 0);
}

void TestVariablesExample::schemaIsTheOneThatAlembicMakes()
{
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    const QStringList ours = sqliteSchema();
    QVERIFY(QFile::remove(m_folder->filePath(u"variables.db"_s)));
    QCOMPARE(alembic({u"upgrade"_s, u"head"_s}).code, 0);
    QCOMPARE(ours.size(), sqliteSchema().size());
    QCOMPARE(ours, sqliteSchema());
}

void TestVariablesExample::sqlIsAlembics_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("command");
    for (const QString &database : {u"sqlite"_s, u"postgresql"_s}) {
        for (const QString &command : {u"upgrade 000_execution_history"_s, u"upgrade 001_variable_tables:head"_s,
                 u"upgrade 001_variable_tables:+1"_s, u"downgrade head:001_variable_tables"_s})
            QTest::newRow(qPrintable(database + u' ' + command)) << database << command;
    }
}

void TestVariablesExample::sqlIsAlembics()
{
    QFETCH(QString, database);
    QFETCH(QString, command);
    useDatabase(database);
    const Outcome theirs = alembic(QStringList(command.split(u' ')) << u"--sql"_s);
    QVERIFY2(theirs.code == 0, qPrintable(theirs.err));
    QVERIFY(theirs.out.contains(u"-- Running"_s));
    QCOMPARE(stillroom(command + u" --sql"_s).out, theirs.out);
}

void TestVariablesExample::repeatedUpgradeDoesNothing()
{
    QFETCH(QString, database);
    useDatabase(database);
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    const QString before = stillroom(u"tables --json"_s).out;
    const CommandRun again = stillroom(u"upgrade head"_s);
    QCOMPARE(again.code, 0);
    QVERIFY(!again.err.contains(u"Running"_s));
    QCOMPARE(stillroom(u"tables --json"_s).out, before);
    // the script itself looks before it creates, so it may even run on tables that are there
    sql(u"UPDATE alembic_version SET version_num = '000_execution_history'"_s);
    const CommandRun repeated = stillroom(u"upgrade 001_variable_tables"_s);
    QVERIFY2(repeated.err.contains(u"已存在"_s), qPrintable(repeated.err));
}

void TestVariablesExample::rowsAreAskedAboutBeforeTheyAreDropped_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("answer");
    for (const QString &database : {u"sqlite"_s, u"postgresql"_s}) {
        for (const QString &answer : {u"--yes"_s, u"--no"_s, u"yes"_s, u"no"_s, u""_s})
            QTest::newRow(qPrintable(database + u' ' + answer)) << database << answer;
    }
}

void TestVariablesExample::rowsAreAskedAboutBeforeTheyAreDropped()
{
    QFETCH(QString, database);
    QFETCH(QString, answer);
    useDatabase(database);
    QCOMPARE(stillroom(u"upgrade 001_variable_tables"_s).code, 0);
    sql(u"INSERT INTO execution_history (execution_id, workflow_name) VALUES ('e1', 'w');"
        "INSERT INTO execution_variables (execution_id, variable_name, data_type, source_step_index) "
        "VALUES ('e1', 'v', 'string', 1)"_s);
    const bool isOption = answer.startsWith(u"--"_s);
    const CommandRun run = stillroom(u"downgrade -1"_s + (isOption ? u' ' + answer : QString()),
        isOption || answer.isEmpty() ? QString() : answer + u'\n');
    QVERIFY2(run.err.contains(u"1 条数据"_s), qPrintable(run.err));
    const bool yes = answer.endsWith(u"yes"_s);
    QCOMPARE(run.code, yes ? 0 : 1);
    const QString current = stillroom(u"current"_s).out.trimmed();
    QCOMPARE(current, yes ? u"000_execution_history"_s : u"001_variable_tables"_s);
    QCOMPARE(stillroom(u"tables"_s).out.contains(u"execution_variables"_s), !yes);
}

QTEST_GUILESS_MAIN(TestVariablesExample)
#include "tst_variablesexample.moc"
