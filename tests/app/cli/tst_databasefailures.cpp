#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

/// What every command says about a database that it cannot use.
class TestDatabaseFailures : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unusableDatabasesAreExplained_data();
    void unusableDatabasesAreExplained();
    void passwordsAreNotShown();
    void lockedFileIsExplainedAndLeftAlone();
    void unknownRevisionInTheDatabaseIsExplained();
    void offlineNeedsNoServer();

private:
    PostgresqlCluster m_cluster;
    QTemporaryDir m_folder;
};

void TestDatabaseFailures::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
    QFile text(m_folder.filePath(u"text.db"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray("this is no database\n").repeated(100));
}

void TestDatabaseFailures::unusableDatabasesAreExplained_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("nobody listens") << u"postgresql://app:secret@127.0.0.1:1/app"_s << u"connection"_s
                                    << u"Connection refused"_s;
    QTest::newRow("no such host") << u"postgresql://app@nowhere.invalid/app"_s << u"connection"_s
                                  << u"nowhere.invalid"_s;
    QTest::newRow("no socket") << u"postgresql://app@/app?host=%1"_s.arg(m_folder.path()) << u"connection"_s
                               << u"No such file or directory"_s;
    QTest::newRow("wrong password") << m_cluster.url(u"postgres"_s, PostgresqlCluster::superuser(), u"wr0ng"_s)
                                    << u"authentication"_s << u"password authentication failed"_s;
    QTest::newRow("no such role") << m_cluster.url(u"postgres"_s, u"nobody"_s, u"x"_s) << u"authentication"_s
                                  << u"nobody"_s;
    QTest::newRow("no such database") << m_cluster.url(u"gone"_s) << u"connection"_s << u"\"gone\""_s;
    QTest::newRow("no such folder") << u"sqlite:///gone/data.db"_s << u"connection"_s << u"/gone"_s;
    QTest::newRow("not a database") << u"sqlite:///%1"_s.arg(m_folder.filePath(u"text.db"_s)) << u"bad-input"_s
                                    << u"file is not a database"_s;
    QTest::newRow("another kind of database") << u"mysql://app@localhost/app"_s << u"unsupported"_s << u"mysql"_s;
    QTest::newRow("template") << u"driver://user:pass@localhost/dbname"_s << u"not-found"_s
                              << u"does not say which database"_s;
    QTest::newRow("no URL") << QString() << u"not-found"_s << u"sqlalchemy.url"_s;
}

void TestDatabaseFailures::unusableDatabasesAreExplained()
{
    QFETCH(QString, url);
    QFETCH(QString, code);
    QFETCH(QString, word);
    const ProjectFolder folder;
    folder.writeConfig(url);
    folder.add({.id = u"r1"_s, .upgrade = {u"op.execute('SELECT 1')"_s}});
    for (const QStringList &command : {QStringList {u"current"_s}, {u"upgrade"_s, u"head"_s},
             {u"downgrade"_s, u"base"_s}, {u"tables"_s}, {u"history"_s, u"-i"_s}}) {
        const CommandRun run = CommandRun::of(QStringList {u"-c"_s, folder.path(), u"--json"_s} + command);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.startsWith("FAILED: "_L1), qPrintable(run.err));
        QVERIFY2(run.err.contains(word), qPrintable(run.err));
        QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
        QVERIFY(!run.err.contains(u"wr0ng"_s) && !run.err.contains(u"secret"_s));
        const QJsonObject error = QJsonDocument::fromJson(run.out.toUtf8()).object().value("error"_L1).toObject();
        QCOMPARE(error.value("code"_L1).toString(), code);
    }
}

void TestDatabaseFailures::passwordsAreNotShown()
{
    const ProjectFolder folder;
    const QString url = m_cluster.createDatabase();
    folder.writeConfig(url);
    folder.add({.id = u"r1"_s, .upgrade = {u"op.execute('SELECT 1')"_s}});
    for (const QStringList &command :
        {QStringList {u"-v"_s, u"upgrade"_s, u"head"_s}, {u"current"_s, u"-v"_s}, {u"--json"_s, u"current"_s}}) {
        const CommandRun run = CommandRun::of(QStringList {u"-c"_s, folder.path()} + command);
        QVERIFY2(run.code == 0, qPrintable(run.err));
        const QString said = run.out + run.err;
        QVERIFY2(said.contains(u"***"_s), qPrintable(said));
        QVERIFY(!said.contains(PostgresqlCluster::superuserPassword()));
        QVERIFY(!said.contains(u"pa%3Ass"_s));
    }
}

void TestDatabaseFailures::lockedFileIsExplainedAndLeftAlone()
{
    const ProjectFolder folder;
    folder.add({.id = u"r1"_s, .upgrade = {u"op.create_table('account', sa.Column('id', sa.Integer()))"_s}});
    const QString connection = u"holder"_s;
    {
        QSqlDatabase holder = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        holder.setDatabaseName(folder.database());
        QVERIFY(holder.open());
        QSqlQuery query(holder);
        QVERIFY(query.exec(u"CREATE TABLE theirs (id INTEGER)"_s));
        QVERIFY(query.exec(u"BEGIN EXCLUSIVE"_s));
        const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"upgrade"_s, u"head"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(u"FAILED: database is locked"_s), qPrintable(run.err));
        QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
        QVERIFY(query.exec(u"COMMIT"_s));
        QVERIFY(query.exec(u"SELECT name FROM sqlite_master"_s) && query.next());
        QCOMPARE(query.value(0).toString(), u"theirs"_s);
        QVERIFY(!query.next());
    }
    QSqlDatabase::removeDatabase(connection);
}

void TestDatabaseFailures::unknownRevisionInTheDatabaseIsExplained()
{
    const ProjectFolder folder;
    folder.add({.id = u"r1"_s, .upgrade = {u"pass"_s}});
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"upgrade"_s, u"head"_s}).code, 0);
    QVERIFY(QFile::remove(folder.path(u"scripts/versions/r1.py"_s)));
    folder.add({.id = u"r2"_s});
    for (const QStringList &command :
        {QStringList {u"current"_s}, {u"upgrade"_s, u"head"_s}, {u"downgrade"_s, u"base"_s}}) {
        const CommandRun run = CommandRun::of(QStringList {u"-c"_s, folder.path()} + command);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(u"FAILED: Can't locate revision identified by 'r1'\n"_s), qPrintable(run.err));
        QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
    }
    const CommandRun json = CommandRun::of({u"-c"_s, folder.path(), u"--json"_s, u"current"_s});
    QCOMPARE(json.code, 1);
    const QJsonObject status = QJsonDocument::fromJson(json.out.toUtf8()).object();
    QCOMPARE(status.value("rows"_L1).toArray(), QJsonArray {u"r1"_s});
    QCOMPARE(status.value("unknown"_L1).toArray(), QJsonArray {u"r1"_s});
}

void TestDatabaseFailures::offlineNeedsNoServer()
{
    const ProjectFolder folder;
    folder.writeConfig(u"postgresql://app@127.0.0.1:1/app"_s);
    folder.add({.id = u"r1"_s, .upgrade = {u"op.execute('SELECT 1')"_s}});
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"upgrade"_s, u"head"_s, u"--sql"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains(u"SELECT 1;"_s), qPrintable(run.out));
}

QTEST_GUILESS_MAIN(TestDatabaseFailures)
#include "tst_databasefailures.moc"
