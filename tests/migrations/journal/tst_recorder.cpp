#include "migrations/database/connection.h"
#include "migrations/journal/journalreader.h"
#include "migrations/project/migrator.h"
#include "migrations/scripts/checksums.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Journal;
using namespace Qt::StringLiterals;

/// Runs on real databases, as the journal tells them.
class TestRecorder : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aRunIsWrittenWithItsStatements_data() { databases(); }
    void aRunIsWrittenWithItsStatements();
    void aFailureIsWrittenWithItsStatement_data() { databases(); }
    void aFailureIsWrittenWithItsStatement();
    void aStampIsWritten();
    void whatWasEarlyRefusedIsWritten();
    void passwordsAreNowhere();
    void anUnusableJournalIsAWarning();

private:
    static void databases();
    [[nodiscard]] std::unique_ptr<Migrator> open(const QString &database = u"sqlite"_s);
    [[nodiscard]] Runner::RunReport upgrade(Migrator &migrator, const QString &target = u"head"_s)
    {
        return migrator.run(Graph::Direction::Upgrade, target, m_answers,
            [this](const Runner::RunEvent &event) { m_events << event; });
    }
    [[nodiscard]] RunEntry lastRun() const
    {
        const QList<RunEntry> runs = JournalReader::runs(m_journal, {}).value();
        return runs.isEmpty() ? RunEntry() : JournalReader::run(m_journal, runs.constFirst().number).value();
    }

    PostgresqlCluster m_cluster;
    std::unique_ptr<ProjectFolder> m_folder;
    QString m_journal;
    QList<Runner::RunEvent> m_events;
    FixedAnswers m_answers {FixedAnswers::Answer::Yes};
};

void TestRecorder::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestRecorder::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    m_journal = m_folder->path(u"journal.sqlite3"_s);
    m_events.clear();
}

void TestRecorder::databases()
{
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
}

std::unique_ptr<Migrator> TestRecorder::open(const QString &database)
{
    auto migrator = std::make_unique<Migrator>(Project::open(m_folder->path()).value(),
        database == "sqlite"_L1 ? QString() : m_cluster.createDatabase());
    migrator->setRecording({.journal = m_journal});
    if (const Result<void> connected = migrator->connect(); !connected)
        qFatal("%s", qPrintable(connected.error().toText()));
    return migrator;
}

void TestRecorder::aRunIsWrittenWithItsStatements()
{
    QFETCH(const QString, database);
    const QString file = m_folder->add({.id = u"a"_s, .message = u"first"_s,
        .upgrade = {u"op.execute('CREATE TABLE t (x INTEGER)')"_s, u"op.execute('INSERT INTO t VALUES (1), (2)')"_s}});
    m_folder->add({.id = u"b"_s, .down = {u"a"_s}, .upgrade = {u"op.execute('DELETE FROM t WHERE x = 1')"_s}});
    const auto migrator = open(database);
    QVERIFY(upgrade(*migrator).succeeded());
    const RunEntry run = lastRun();
    QCOMPARE(run.action, u"upgrade"_s);
    QCOMPARE(run.target, u"head"_s);
    QCOMPARE(run.project, QFileInfo(m_folder->path(u"alembic.ini"_s)).absolutePath());
    QVERIFY(run.database.startsWith(database));
    QCOMPARE(run.state, RunState::Done);
    QCOMPARE(run.rowsBefore, QStringList());
    QCOMPARE(run.rowsAfter, QStringList {u"b"_s});
    QCOMPARE(run.doneSteps, 2);
    QCOMPARE(run.plannedSteps, 2);
    QVERIFY(run.begun <= run.ended && run.begun.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    QVERIFY(run.microseconds.value() > 0);
    QCOMPARE(run.steps.size(), 2);
    const StepEntry first = run.steps.constFirst();
    QCOMPARE(first.text, u"Running upgrade  -> a, first"_s);
    QCOMPARE(first.revision, u"a"_s);
    QCOMPARE(first.direction, u"upgrade"_s);
    QCOMPARE(first.state, StepState::Done);
    QFile source(file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    QCOMPARE(first.checksum, Scripts::Checksums::of(source.readAll()));
    QCOMPARE(first.statements.size(), 2);
    QCOMPARE(first.statements[1].sql, u"INSERT INTO t VALUES (1), (2)"_s);
    QCOMPARE(first.statements[1].rows, 2);
    QVERIFY(first.statements[1].line > 0);
    QCOMPARE(first.statements[1].file, file);
}

void TestRecorder::aFailureIsWrittenWithItsStatement()
{
    QFETCH(const QString, database);
    m_folder->add({.id = u"a"_s, .upgrade = {u"op.execute('CREATE TABLE t (x INTEGER)')"_s}});
    m_folder->add({.id = u"b"_s, .down = {u"a"_s}, .upgrade = {u"op.execute('DELETE FROM nothing')"_s}});
    const auto migrator = open(database);
    const Runner::RunReport report = upgrade(*migrator);
    QVERIFY(!report.succeeded());
    const RunEntry run = lastRun();
    QCOMPARE(run.state, RunState::Failed);
    QCOMPARE(run.error, report.error->toText());
    QCOMPARE(run.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(run.doneSteps, 1);
    QCOMPARE(run.steps.constLast().state, StepState::Failed);
    const StatementEntry statement = run.steps.constLast().statements.constLast();
    QCOMPARE(statement.sql, u"DELETE FROM nothing"_s);
    QVERIFY2(statement.error.contains(u"nothing"_s), qPrintable(statement.error));
    QVERIFY(statement.microseconds);
}

void TestRecorder::aStampIsWritten()
{
    m_folder->add({.id = u"a"_s});
    const auto migrator = open();
    QVERIFY(migrator->stamp({u"head"_s}, false, m_answers, [](const Runner::RunEvent &) {}).succeeded());
    const RunEntry run = lastRun();
    QCOMPARE(run.action, u"stamp"_s);
    QCOMPARE(run.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(run.steps.constFirst().direction, u"stamp"_s);
    QCOMPARE(run.steps.constFirst().state, StepState::Done);
}

void TestRecorder::whatWasEarlyRefusedIsWritten()
{
    m_folder->add({.id = u"a"_s});
    const auto migrator = open();
    QVERIFY(!upgrade(*migrator, u"nobody"_s).succeeded());
    QCOMPARE(lastRun().state, RunState::Failed);
    QVERIFY(lastRun().error.contains(u"nobody"_s));
    QVERIFY(lastRun().steps.isEmpty());
}

void TestRecorder::passwordsAreNowhere()
{
    const QString unique = u"s3cr3tW0rd"_s;
    m_folder->add({.id = u"a"_s, .upgrade = {u"op.execute(\"CREATE ROLE r_x LOGIN PASSWORD '%1'\")"_s.arg(unique),
        u"op.execute(\"ALTER ROLE r_x PASSWORD '%1' BROKEN\")"_s.arg(unique)}});
    const auto migrator = open(u"postgresql"_s);
    const Runner::RunReport report = upgrade(*migrator);
    QVERIFY(!report.succeeded());
    QVERIFY2(!report.error->toText().contains(unique), qPrintable(report.error->toText()));
    for (const Runner::RunEvent &event : std::as_const(m_events)) {
        if (const auto *statement = std::get_if<Runner::StatementStarted>(&event))
            QVERIFY2(!statement->sql.contains(unique), qPrintable(statement->sql));
        if (const auto *failed = std::get_if<Runner::StepFailed>(&event))
            QVERIFY2(!failed->error.toText().contains(unique), qPrintable(failed->error.toText()));
    }
    QCOMPARE(lastRun().steps.constFirst().statements.size(), 2);
    for (const QString &name : {m_journal, QString(m_journal + u"-wal")}) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        QVERIFY(!content.contains(unique.toUtf8()));
        QVERIFY(!content.contains(PostgresqlCluster::superuserPassword().toUtf8()));
        QVERIFY(!content.contains("pa%3Ass"));
    }
}

void TestRecorder::anUnusableJournalIsAWarning()
{
    m_folder->add({.id = u"a"_s, .upgrade = {u"op.execute('CREATE TABLE t (x INTEGER)')"_s}});
    m_journal = m_folder->path(u"alembic.ini/journal.sqlite3"_s); // below a file
    const auto migrator = open();
    QVERIFY(upgrade(*migrator).succeeded());
    int warnings = 0;
    for (const Runner::RunEvent &event : std::as_const(m_events)) {
        if (const auto *warning = std::get_if<Runner::RunWarning>(&event)) {
            ++warnings;
            QCOMPARE(warning->error.code, ErrorCode::Io);
            QVERIFY2(warning->error.message.contains(u"journal"_s), qPrintable(warning->error.message));
        }
    }
    QCOMPARE(warnings, 1);
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
