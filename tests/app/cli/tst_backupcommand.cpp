#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// Backups and restores as they are typed: what is asked, what is answered, what is in the log.
class TestBackupCommand : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theWholeWayThereAndBack_data() { databases(); }
    void theWholeWayThereAndBack();
    void noIsNo();
    void upgradeBacksUpFirst_data() { databases(); }
    void upgradeBacksUpFirst();
    void aFailedStepNamesTheBackup();
    void withoutABackupNoStepIsBegun();
    void nothingToDoMakesNoBackup();
    void aFullDiskIsExplained();
    void tablesThereAndBack_data() { databases(); }
    void tablesThereAndBack();
    void tablesThatStayAreNamed();
    void wrongUsageIsRefused_data();
    void wrongUsageIsRefused();

private:
    static void databases();
    void use(bool isSqlite) { m_url = isSqlite ? QString() : m_cluster.createDatabase(); }
    [[nodiscard]] CommandRun run(const QString &command, const QString &input = {}) const
    {
        QStringList words {u"-c"_s, m_folder->path()};
        if (!m_url.isEmpty())
            words << u"--url"_s << m_url;
        return CommandRun::of(words + command.split(u' '), input);
    }
    [[nodiscard]] QJsonObject json(const QString &command) const
    {
        return QJsonDocument::fromJson(run(u"--json "_s + command).out.toUtf8()).object();
    }
    [[nodiscard]] QString current() const { return run(u"current"_s).out.trimmed(); }
    [[nodiscard]] QStringList backups() const { return QDir(m_folder->path()).entryList({u"*.backup"_s}); }
    [[nodiscard]] QJsonObject lastRun() const { return json(u"log --limit 1"_s)["runs"_L1][0].toObject(); }

    PostgresqlCluster m_cluster;
    std::unique_ptr<ProjectFolder> m_folder;
    QString m_url;
};

void TestBackupCommand::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestBackupCommand::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    m_url.clear();
    m_folder->add({.id = u"a1"_s, .upgrade = {u"op.execute('CREATE TABLE t (x INTEGER)')"_s, u"op.execute('INSERT INTO t VALUES (1), (2)')"_s}});
    m_folder->add({.id = u"b2"_s, .down = {u"a1"_s}, .upgrade = {u"op.execute('DELETE FROM t')"_s}});
}

void TestBackupCommand::databases()
{
    QTest::addColumn<bool>("isSqlite");
    QTest::newRow("SQLite") << true;
    QTest::newRow("PostgreSQL") << false;
}

void TestBackupCommand::theWholeWayThereAndBack()
{
    QFETCH(const bool, isSqlite);
    use(isSqlite);
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    const QString file = m_folder->path(u"kept"_s);
    const CommandRun backup = run(u"backup --to "_s + file);
    QCOMPARE(backup.code, 0);
    QVERIFY2(backup.err.contains(u"Backup: "_s + file), qPrintable(backup.err));
    QVERIFY(QFileInfo::exists(file));
    QCOMPARE(run(u"backup --to "_s + file).code, 1);
    QCOMPARE(run(u"upgrade b2"_s).code, 0);
    const CommandRun restore = run(u"restore "_s + file, u"yes\n"_s);
    QVERIFY2(restore.code == 0, qPrintable(restore.err));
    QVERIFY2(restore.err.contains(u"stands at b2 and has 1 tables"_s) || restore.err.contains(u"stands at b2 and has 2 tables"_s), qPrintable(restore.err));
    QVERIFY2(restore.err.contains(u"stands at a1"_s), qPrintable(restore.err));
    QVERIFY2(restore.err.contains(u"The database is at a1."_s), qPrintable(restore.err));
    QCOMPARE(current(), u"a1"_s);
    QCOMPARE(lastRun()["action"_L1].toString(), u"restore"_s);
    QCOMPARE(lastRun()["rowsAfter"_L1].toArray(), QJsonArray {u"a1"_s});
    // and what was there before can be brought back, too
    const QString before = lastRun()["backup"_L1].toString();
    QVERIFY(QFileInfo::exists(before));
    QCOMPARE(run(u"restore --yes "_s + before).code, 0);
    QCOMPARE(current(), u"b2 (head)"_s);
}

void TestBackupCommand::noIsNo()
{
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    const QString file = json(u"backup"_s)["backup"_L1].toString();
    QVERIFY(QFileInfo(file).fileName().contains(u".a1.backup"_s));
    QCOMPARE(run(u"upgrade b2"_s).code, 0);
    const CommandRun restore = run(u"restore "_s + file, u"no\n"_s);
    QCOMPARE(restore.code, 1);
    QVERIFY(restore.err.contains(u"nothing was restored"_s));
    QCOMPARE(current(), u"b2 (head)"_s);
    QCOMPARE(backups().size(), 1);
}

void TestBackupCommand::upgradeBacksUpFirst()
{
    QFETCH(const bool, isSqlite);
    use(isSqlite);
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    const QJsonObject report = json(u"upgrade b2 --backup"_s);
    const QString file = report["backup"_L1].toString();
    QVERIFY2(QFileInfo::exists(file), qPrintable(file));
    QCOMPARE(lastRun()["backup"_L1].toString(), file);
    QCOMPARE(run(u"restore --yes "_s + file).code, 0);
    QCOMPARE(current(), u"a1"_s);
}

void TestBackupCommand::aFailedStepNamesTheBackup()
{
    m_folder->add({.id = u"c3"_s, .down = {u"b2"_s}, .upgrade = {u"op.execute('BROKEN')"_s}});
    const CommandRun upgrade = run(u"upgrade head --backup"_s);
    QCOMPARE(upgrade.code, 1);
    QCOMPARE(backups().size(), 1);
    QVERIFY2(upgrade.err.contains(u"stillroom-cli restore "_s + m_folder->path(backups()[0])), qPrintable(upgrade.err));
    QVERIFY(lastRun()["error"_L1].toString().contains(u"stillroom-cli restore"_s));
}

void TestBackupCommand::withoutABackupNoStepIsBegun()
{
    m_url = m_cluster.createDatabase();
    const QByteArray programs = qgetenv("PATH");
    qputenv("PATH", m_folder->path().toUtf8());
    const CommandRun upgrade = run(u"upgrade head --backup"_s);
    qputenv("PATH", programs);
    QCOMPARE(upgrade.code, 1);
    QVERIFY2(upgrade.err.contains(u"no step was begun"_s), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"postgresql-client"_s), qPrintable(upgrade.err));
    QCOMPARE(current(), QString());
}

void TestBackupCommand::nothingToDoMakesNoBackup()
{
    QCOMPARE(run(u"upgrade head"_s).code, 0);
    QCOMPARE(run(u"upgrade head --backup"_s).code, 0);
    QCOMPARE(backups(), QStringList());
}

void TestBackupCommand::aFullDiskIsExplained()
{
    m_folder->add({.id = u"c3"_s, .down = {u"b2"_s}, .upgrade = {u"op.execute('CREATE TABLE big (x)')"_s,
        u"op.execute('INSERT INTO big VALUES (zeroblob(3000000))')"_s}});
    QCOMPARE(run(u"upgrade c3"_s).code, 0);
    QProcess shell;
    shell.setWorkingDirectory(m_folder->path());
    shell.start(u"bash"_s, {u"-c"_s, u"ulimit -f 1000; exec " STILLROOM_BIN_DIR "/stillroom-cli --lang en backup"_s});
    QVERIFY(shell.waitForFinished());
    const QString told = QString::fromUtf8(shell.readAllStandardError());
    QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
    QCOMPARE(shell.exitCode(), 1);
    QVERIFY2(told.contains(u"FAILED: "_s) && told.contains(u"next: "_s), qPrintable(told));
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.backup"_s, u".*"_s}, QDir::Files | QDir::Hidden), QStringList());
}

void TestBackupCommand::tablesThereAndBack()
{
    QFETCH(const bool, isSqlite);
    use(isSqlite);
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    const QJsonObject report = json(u"backup --tables t"_s);
    const QString copy = report["tables"_L1][0]["copy"_L1].toString();
    QCOMPARE(report["tables"_L1][0]["rows"_L1].toInt(), 2);
    QCOMPARE(run(u"upgrade b2"_s).code, 0);
    const CommandRun restore = run(u"restore --tables "_s + copy, u"yes\n"_s);
    QVERIFY2(restore.code == 0, qPrintable(restore.err));
    QVERIFY2(restore.err.contains(u"t has 0 rows; its copy %1 has 2."_s.arg(copy)), qPrintable(restore.err));
    QCOMPARE(current(), u"b2 (head)"_s);
    QCOMPARE(json(u"backup --tables "_s + copy)["tables"_L1][0]["rows"_L1].toInt(), 2);
}

void TestBackupCommand::tablesThatStayAreNamed()
{
    m_folder->add({.id = u"c3"_s, .down = {u"b2"_s}, .upgrade = {u"op.execute('CREATE TABLE later (x INTEGER)')"_s}});
    m_url = m_cluster.createDatabase();
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    const QString file = json(u"backup"_s)["backup"_L1].toString();
    QCOMPARE(run(u"upgrade head"_s).code, 0);
    const QJsonObject report = json(u"restore --yes "_s + file);
    QCOMPARE(report["left"_L1].toArray(), QJsonArray {u"public.later"_s});
    QCOMPARE(current(), u"a1"_s);
}

void TestBackupCommand::wrongUsageIsRefused_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::newRow("neither file nor tables") << u"restore"_s << 1;
    QTest::newRow("both") << u"restore x --tables y"_s << 1;
    QTest::newRow("file and tables") << u"backup --to x --tables y"_s << 2;
    QTest::newRow("no table") << u"backup --tables ,"_s << 1;
    QTest::newRow("no such table") << u"backup --tables nothing"_s << 1;
    QTest::newRow("no such file") << u"restore nothing"_s << 1;
    QTest::newRow("the database itself") << u"restore %1"_s << 1;
    QTest::newRow("not a copy") << u"restore --tables t"_s << 1;
}

void TestBackupCommand::wrongUsageIsRefused()
{
    QFETCH(const QString, command);
    QFETCH(const int, code);
    QCOMPARE(run(u"upgrade head"_s).code, 0);
    const QStringList before = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    const CommandRun answer = run(command.contains(u'%') ? command.arg(m_folder->database()) : command);
    QCOMPARE(answer.code, code);
    QVERIFY(!answer.err.isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), before);
}

QTEST_GUILESS_MAIN(TestBackupCommand)
#include "tst_backupcommand.moc"
