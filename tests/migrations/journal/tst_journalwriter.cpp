#include "migrations/database/connection.h"
#include "migrations/journal/journalreader.h"
#include "migrations/journal/journalwriter.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace Migrations;
using namespace Migrations::Journal;
using namespace Qt::StringLiterals;

/// The file itself: what comes back, who may write at the same time, what goes, and what is left of a
/// process that dies.
class TestJournalWriter : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void whatIsWrittenIsRead();
    void onlyTheOwnerMayReadIt();
    void writersDoNotWaitForEachOther();
    void lockedFileCostsTheRunNothing();
    void unusableFileIsAProblem_data();
    void unusableFileIsAProblem();
    void oldRunsGo();
    void aBigFileShrinks();
    void longTextsAndManyStatementsAreCut();
    void killedProcessLeavesAnUnfinishedRun();

private:
    [[nodiscard]] static RunEntry begun(const QString &project = u"/p"_s);
    [[nodiscard]] static RunEntry ended(RunEntry run, RunState state);
    static void writeRun(const QString &path, RunState state, const QString &project = u"/p"_s, int statements = 0);
    [[nodiscard]] QList<RunEntry> runs(const RunFilter &filter = {}) const
    {
        return JournalReader::runs(m_path, filter).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestJournalWriter::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"new/journal.sqlite3"_s);
}

RunEntry TestJournalWriter::begun(const QString &project)
{
    return {.action = u"upgrade"_s,
        .target = u"head"_s,
        .project = project,
        .database = u"sqlite:////x.db"_s,
        .actor = Actor::current(),
        .begun = QDateTime::currentDateTimeUtc()};
}

RunEntry TestJournalWriter::ended(RunEntry run, RunState state)
{
    run.ended = QDateTime::currentDateTimeUtc();
    run.microseconds = 1234;
    run.state = state;
    return run;
}

void TestJournalWriter::writeRun(const QString &path, RunState state, const QString &project, int statements)
{
    JournalWriter writer(path);
    const RunEntry run = begun(project);
    writer.add(run);
    writer.add(JournalWriter::StepBegin {.step = {.direction = u"upgrade"_s, .begun = run.begun}, .file = {}});
    for (int number = 0; number < statements; ++number) {
        writer.add(StatementEntry {.sql = u"SELECT %1"_s.arg(number), .begun = run.begun});
        writer.add(JournalWriter::StatementEnd {.microseconds = 1});
    }
    writer.add(ended(run, state));
    writer.close();
    QVERIFY(!writer.problem());
}

void TestJournalWriter::whatIsWrittenIsRead()
{
    QVERIFY(runs().isEmpty());
    QFile script(m_folder->filePath(u"a.py"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("revision = 'a'\n");
    script.close();
    RunEntry run = begun();
    {
        JournalWriter writer(m_path);
        writer.add(run);
        writer.add(JournalWriter::Progress {.database = u"sqlite:////y.db"_s, .rowsBefore = {u"0"_s}, .plannedSteps = 2});
        writer.add(JournalWriter::Backup {u"/b"_s});
        writer.add(JournalWriter::StepBegin {.step = {.direction = u"upgrade"_s, .revision = u"a"_s, .text = u"Running"_s, .begun = run.begun},
            .file = script.fileName()});
        writer.add(StatementEntry {.sql = u"INSERT"_s, .file = u"a.py"_s, .line = 3, .begun = run.begun});
        writer.add(JournalWriter::StatementEnd {.microseconds = 7, .rows = 2});
        writer.add(StatementEntry {.sql = u"BROKEN"_s, .begun = run.begun});
        writer.add(JournalWriter::StatementEnd {.microseconds = 8, .error = u"no"_s});
        writer.add(JournalWriter::StepEnd {.state = StepState::Failed, .error = u"failed"_s});
        run = ended(run, RunState::Failed);
        run.rowsBefore = {u"0"_s};
        run.rowsAfter = {u"0"_s, u"é"_s};
        run.error = u"failed"_s;
        writer.add(run);
    }
    QCOMPARE(runs().size(), 1);
    const RunEntry read = JournalReader::run(m_path, runs().constFirst().number).value();
    QCOMPARE(read.action, u"upgrade"_s);
    QCOMPARE(read.database, u"sqlite:////y.db"_s);
    QCOMPARE(read.actor.user, run.actor.user);
    QCOMPARE(read.begun, run.begun);
    QCOMPARE(read.ended, run.ended);
    QCOMPARE(read.state, RunState::Failed);
    QCOMPARE(read.rowsAfter, run.rowsAfter);
    QCOMPARE(read.plannedSteps, 2);
    QCOMPARE(read.backup, u"/b"_s);
    QCOMPARE(read.steps.size(), 1);
    const StepEntry step = read.steps.constFirst();
    // sha256sum of the file's text
    QCOMPARE(step.checksum, u"sha256:ac6da0b4ab8974ca8c6a898767745d8dbedd36f14265e253e77463a0934c885d"_s);
    QCOMPARE(step.state, StepState::Failed);
    QCOMPARE(step.error, u"failed"_s);
    QCOMPARE(step.statements.size(), 2);
    QCOMPARE(step.statements[0].rows, 2);
    QCOMPARE(step.statements[0].line, 3);
    QCOMPARE(step.statements[0].microseconds, std::optional<qint64>(7));
    QCOMPARE(step.statements[1].error, u"no"_s);
    QCOMPARE(JournalReader::run(m_path, 99).error().code, ErrorCode::NotFound);
}

void TestJournalWriter::onlyTheOwnerMayReadIt()
{
    writeRun(m_path, RunState::Done);
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_path) & others));
    QVERIFY(!(QFile::permissions(m_folder->filePath(u"new"_s)) & others));
}

void TestJournalWriter::writersDoNotWaitForEachOther()
{
    constexpr int writers = 8;
    std::vector<std::thread> threads;
    for (int number = 0; number < writers; ++number)
        threads.emplace_back([this, number] { writeRun(m_path, RunState::Done, u"/%1"_s.arg(number), 50); });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(runs().size(), writers);
    for (const RunEntry &run : runs())
        QCOMPARE(JournalReader::run(m_path, run.number).value().steps.constFirst().statements.size(), 50);
    QCOMPARE(runs({.project = u"/3"_s}).size(), 1);
    QCOMPARE(runs({.limit = 3}).size(), 3);
}

void TestJournalWriter::lockedFileCostsTheRunNothing()
{
    writeRun(m_path, RunState::Done);
    const auto other = JournalFile::open(m_path).value();
    QVERIFY(other->begin());
    QElapsedTimer clock;
    clock.start();
    JournalWriter writer(m_path);
    for (int number = 0; number < 1000; ++number)
        writer.add(StatementEntry {.sql = u"SELECT 1"_s});
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    writer.close();
    QVERIFY(writer.problem());
    QCOMPARE(writer.problem()->code, ErrorCode::Locked);
}

void TestJournalWriter::unusableFileIsAProblem_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no database") << QByteArray("this is no database at all, but text").repeated(100) << ErrorCode::BadInput;
    QTest::newRow("of a newer program") << QByteArray() << ErrorCode::Unsupported;
}

void TestJournalWriter::unusableFileIsAProblem()
{
    QFETCH(const QByteArray, content);
    QFETCH(const ErrorCode, code);
    if (content.isEmpty()) {
        QVERIFY(JournalFile::open(m_path).value()->execute(u"PRAGMA user_version = 99"_s));
    } else {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"new"_s)));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    JournalWriter writer(m_path);
    writer.add(begun());
    writer.close();
    QCOMPARE(writer.problem().value().code, code);
    QCOMPARE(JournalReader::runs(m_path, {}).error().code, code);
}

void TestJournalWriter::oldRunsGo()
{
    for (int number = 0; number < 7; ++number)
        writeRun(m_path, number % 2 == 0 ? RunState::Failed : RunState::Done);
    const auto connection = JournalFile::open(m_path).value();
    QVERIFY(JournalFile::prune(*connection, {.runs = 4}));
    QCOMPARE(runs().size(), 4);
    QCOMPARE(runs().constLast().number, 4);
    QCOMPARE(runs({.onlyFailed = true}).size(), 2);
    QCOMPARE(connection->execute(u"SELECT count(*) FROM step"_s).value().rows[0][0].toInt(), 4);
}

void TestJournalWriter::aBigFileShrinks()
{
    for (int number = 0; number < 10; ++number)
        writeRun(m_path, RunState::Done, u"/p"_s, 2000);
    const auto connection = JournalFile::open(m_path).value();
    QVERIFY(connection->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    const qint64 before = QFileInfo(m_path).size();
    QVERIFY(JournalFile::prune(*connection, {.bytes = before / 2}));
    QVERIFY(connection->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    QVERIFY2(QFileInfo(m_path).size() <= before / 2, qPrintable(QString::number(QFileInfo(m_path).size())));
    QCOMPARE(runs().constFirst().number, 10);
    QVERIFY(runs().size() < 10);
}

void TestJournalWriter::longTextsAndManyStatementsAreCut()
{
    JournalWriter writer(m_path);
    const RunEntry run = begun();
    writer.add(run);
    writer.add(JournalWriter::StepBegin {.step = {.begun = run.begun}, .file = {}});
    writer.add(StatementEntry {.sql = QString(100'000, u'x'), .begun = run.begun});
    writer.add(JournalWriter::StatementEnd {});
    for (int number = 0; number < JournalWriter::maximumStatements + 4; ++number)
        writer.add(StatementEntry {.sql = u"SELECT 1"_s, .begun = run.begun});
    writer.add(ended(run, RunState::Done));
    writer.close();
    QVERIFY(!writer.problem());
    const RunEntry read = JournalReader::run(m_path, 1).value();
    QCOMPARE(read.leftOut, 5);
    const QList<StatementEntry> statements = read.steps.constFirst().statements;
    QCOMPARE(statements.size(), JournalWriter::maximumStatements);
    QVERIFY(statements.constFirst().sql.endsWith(u"x… (100000 characters)"_s));
}

void TestJournalWriter::killedProcessLeavesAnUnfinishedRun()
{
    writeRun(m_path, RunState::Done);
    const pid_t child = fork();
    if (child == 0) {
        JournalWriter writer(m_path);
        const RunEntry run = begun();
        writer.add(run);
        writer.add(JournalWriter::StepBegin {.step = {.begun = run.begun}, .file = {}});
        writer.add(StatementEntry {.sql = u"SELECT 1"_s, .begun = run.begun});
        writer.add(JournalWriter::StatementEnd {.microseconds = 1});
        writer.add(StatementEntry {.sql = u"SELECT pg_sleep(100)"_s, .begun = run.begun});
        pause();
        _exit(0);
    }
    const auto statements = [this] {
        const auto connection = JournalFile::open(m_path).value();
        return connection->execute(u"SELECT count(*) FROM statement WHERE run = 2"_s).value().rows[0][0].toInt();
    };
    QTRY_COMPARE(statements(), 2);
    QCOMPARE(kill(child, SIGKILL), 0);
    QCOMPARE(waitpid(child, nullptr, 0), child);
    const QList<RunEntry> failed = runs({.onlyFailed = true});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.constFirst().state, RunState::Unfinished);
    const RunEntry read = JournalReader::run(m_path, 2).value();
    QCOMPARE(read.steps.constFirst().state, StepState::Begun);
    QCOMPARE(read.steps.constFirst().statements.constLast().sql, u"SELECT pg_sleep(100)"_s);
    QVERIFY(!read.steps.constFirst().statements.constLast().microseconds);
}

QTEST_GUILESS_MAIN(TestJournalWriter)
#include "tst_journalwriter.moc"
