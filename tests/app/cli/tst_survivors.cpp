#include "tests/app/cli/survivors.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>
#include <QUrl>

#include <csignal>
#include <sched.h>
#include <sys/mount.h>

using namespace Qt::StringLiterals;

namespace {

/// How often each thing is done to a database: few times with every build, as often as one likes with
/// STILLROOM_SURVIVORS=500.
int times()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("STILLROOM_SURVIVORS", &isNumber);
    return isNumber ? wanted : 12;
}

/// So that every run meets other moments; printed, to be given again.
quint32 seed()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("STILLROOM_SEED", &isNumber);
    return isNumber ? quint32(wanted) : QRandomGenerator::global()->generate() & 0x7fffffff;
}

QJsonObject reportOf(QProcess &program)
{
    return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
}

QStringList texts(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue &one : value.toArray())
        result << one.toString();
    return result;
}

} // namespace

/// The program dies, is cut off or has no room while it changes a database: the database stands on a
/// revision all the same, the report tells the truth, and the next run finishes.
class TestSurvivors : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();

    void killed_data() { databases(); }
    void killed();
    void sixteenProgramsAtOnce_data() { databases(); }
    void sixteenProgramsAtOnce();
    void cutOff();
    void withoutRoom();

private:
    static void databases();
    /// milliseconds that one whole run takes
    [[nodiscard]] qint64 duration(Survivors &survivors);

    PostgresqlCluster m_cluster;
    const quint32 m_seed = seed();
};

void TestSurvivors::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
    qInfo("STILLROOM_SEED=%u", m_seed);
}

void TestSurvivors::databases()
{
    QTest::addColumn<bool>("isSqlite");
    QTest::newRow("SQLite") << true;
    QTest::newRow("PostgreSQL") << false;
}

qint64 TestSurvivors::duration(Survivors &survivors)
{
    QElapsedTimer timer;
    timer.start();
    return survivors.run(survivors.makeDatabase(), u"upgrade"_s, u"head"_s) == 0 ? timer.elapsed() : -1;
}

void TestSurvivors::killed()
{
    QFETCH(const bool, isSqlite);
    Survivors survivors(m_cluster, isSqlite, m_seed);
    const qint64 whole = duration(survivors);
    QVERIFY(whole > 0);
    QString url = survivors.makeDatabase();
    int inTheMiddle = 0;
    for (int kill = 0; kill < times(); ++kill) {
        const bool isUp = kill % 2 == 0;
        const QString from = survivors.revision(url);
        const QString target = isUp ? u"head"_s : u"base"_s;
        QProcess program;
        survivors.start(program, url, isUp ? u"upgrade"_s : u"downgrade"_s, target);
        QThread::usleep(ulong(survivors.random().bounded(int(whole) * 1000)));
        program.kill();
        QVERIFY(program.waitForFinished());
        if (!isSqlite) // the server looks twice a second whether somebody is there
            QTRY_COMPARE_WITH_TIMEOUT(survivors.problem(url), QString(), 3000);
        QCOMPARE(survivors.problem(url), QString());
        const QString at = survivors.revision(url);
        inTheMiddle += at != from && at != (isUp ? Survivors::head() : QString());
        QCOMPARE(survivors.run(url, isUp ? u"upgrade"_s : u"downgrade"_s, target), 0);
        QCOMPARE(survivors.revision(url), isUp ? Survivors::head() : QString());
        QCOMPARE(survivors.problem(url), QString());
    }
    qInfo("%d of %d killed between two revisions, a run takes %lld ms", inTheMiddle, times(), whole);
}

void TestSurvivors::sixteenProgramsAtOnce()
{
    QFETCH(const bool, isSqlite);
    Survivors survivors(m_cluster, isSqlite, m_seed);
    const QString url = survivors.makeDatabase();
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int number = 0; number < 16; ++number) {
        programs.push_back(std::make_unique<QProcess>());
        survivors.start(*programs.back(), url, u"upgrade"_s, u"head"_s);
    }
    qsizetype done = 0;
    for (const auto &program : programs) {
        QVERIFY(program->waitForFinished(120'000));
        QVERIFY2(program->exitCode() == 0, program->readAllStandardError().constData());
        const QJsonObject report = reportOf(*program);
        QCOMPARE(texts(report.value(u"rowsAfter"_s)), QStringList {Survivors::head()});
        done += report.value(u"done"_s).toArray().size();
    }
    QCOMPARE(done, Survivors::Revisions);
    QCOMPARE(survivors.problem(url), QString());
}

// what the report says is what is there
void TestSurvivors::cutOff()
{
    Survivors survivors(m_cluster, false, m_seed);
    const qint64 whole = duration(survivors);
    QString url = survivors.makeDatabase();
    const QString name = QUrl(url).path().mid(1);
    int lost = 0;
    for (int cut = 0; cut < times(); ++cut) {
        const bool isUp = cut % 2 == 0;
        QProcess program;
        survivors.start(program, url, isUp ? u"upgrade"_s : u"downgrade"_s, isUp ? u"head"_s : u"base"_s);
        QThread::usleep(ulong(survivors.random().bounded(int(whole) * 1000)));
        QVERIFY2(m_cluster.run(u"postgres"_s,
                     u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '%1' AND "
                     "application_name = 'stillroom'"_s.arg(name)),
            qPrintable(m_cluster.problem()));
        QVERIFY(program.waitForFinished(60'000));
        const QJsonObject report = reportOf(program);
        const QString at = survivors.revision(url);
        const QStringList rows = at.isEmpty() ? QStringList() : QStringList {at};
        const QByteArray said = QJsonDocument(report).toJson() + program.readAllStandardError();
        if (report.contains(u"rowsAfter"_s) && !report.contains(u"possibleRows"_s))
            QVERIFY2(texts(report.value(u"rowsAfter"_s)) == rows, said.constData());
        lost += program.exitCode() != 0;
        QCOMPARE(survivors.problem(url), QString());
        QCOMPARE(survivors.run(url, isUp ? u"upgrade"_s : u"downgrade"_s, isUp ? u"head"_s : u"base"_s), 0);
        QCOMPARE(survivors.problem(url), QString());
    }
    qInfo("%d of %d runs lost their connection", lost, times());
}

void TestSurvivors::withoutRoom()
{
    // a file system of this program's own, which goes with it
    QVERIFY2(unshare(CLONE_NEWNS) == 0, strerror(errno));
    Survivors survivors(m_cluster, true, m_seed);
    const QString small = survivors.folder() + u"/small"_s;
    QVERIFY(QDir().mkpath(small));
    for (int pages = 3; pages < 60; pages += 3) {
        const QByteArray size = "size=" + QByteArray::number(pages * 4096);
        QVERIFY2(mount("tmpfs", QFile::encodeName(small).constData(), "tmpfs", 0, size.constData()) == 0, strerror(errno));
        const QString url = u"sqlite:///"_s + small + u"/data.db";
        QProcess program;
        survivors.start(program, url, u"upgrade"_s, u"head"_s);
        QVERIFY(program.waitForFinished());
        const QJsonObject report = reportOf(program);
        const QByteArray said = QJsonDocument(report).toJson() + program.readAllStandardError();
        const QString at = survivors.revision(url);
        if (program.exitCode() != 0) {
            QVERIFY2(said.contains("full"), said.constData());
            QVERIFY2(said.contains("Free some space"), said.constData());
        }
        QVERIFY2(texts(report.value(u"rowsAfter"_s)) == (at.isEmpty() ? QStringList() : QStringList {at}), said.constData());
        QCOMPARE(survivors.problem(url), QString());
        QCOMPARE(umount(QFile::encodeName(small).constData()), 0);
    }
}

QTEST_GUILESS_MAIN(TestSurvivors)
#include "tst_survivors.moc"
