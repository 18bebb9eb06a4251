#include "app/cli/runlog.h"
#include "tests/support/testcase.h"

using namespace Cli;
using namespace Migrations;
using namespace Migrations::Runner;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRunLog : public TestCase
{
    Q_OBJECT

private slots:
    void verbosityDecidesWhatIsWritten_data();
    void verbosityDecidesWhatIsWritten();
    void durationsAreShort_data();
    void durationsAreShort();
};

void TestRunLog::verbosityDecidesWhatIsWritten_data()
{
    QTest::addColumn<Verbosity>("verbosity");
    QTest::addColumn<QString>("written");
    QTest::newRow("quiet") << Verbosity::Quiet << u"  ✓ 创建成功\n"_s;
    QTest::newRow("normal") << Verbosity::Normal
                            << u"Database sqlite:///x.db; steps: 2\n"
                               "Running upgrade  -> 001, add tables\n"
                               "  ✓ 创建成功\n"
                               "Running upgrade 001 -> 002, more\n"
                               "  rolled back\n"_s;
    QTest::newRow("verbose") << Verbosity::Verbose
                             << u"Database sqlite:///x.db; steps: 2\n"
                                "Running upgrade  -> 001, add tables\n"
                                "    -- 001.py:7\n"
                                "    CREATE TABLE x (\n"
                                "    \tid INTEGER\n"
                                "    )\n"
                                "    -- 340 µs\n"
                                "  ✓ 创建成功\n"
                                "    INSERT INTO alembic_version\n"
                                "    -- 2 ms; rows: 1\n"
                                "  committed after 12 ms\n"
                                "Running upgrade 001 -> 002, more\n"
                                "  rolled back\n"_s;
}

void TestRunLog::verbosityDecidesWhatIsWritten()
{
    QFETCH(Verbosity, verbosity);
    QFETCH(QString, written);
    QString output;
    QTextStream stream(&output);
    RunLog log(stream, verbosity);
    const QList<RunEvent> events {RunStarted {u"sqlite:///x.db"_s, 2},
        StepStarted {0, {}, u"Running upgrade  -> 001, add tables"_s},
        StatementStarted {u"\nCREATE TABLE x (\n\tid INTEGER\n)\n\n"_s, {u"001.py"_s, 7}},
        StatementFinished {340us, -1}, ScriptOutput {u"✓ 创建成功"_s, {u"001.py"_s, 20}},
        StatementStarted {u"INSERT INTO alembic_version"_s, {}}, StatementFinished {2100us, 1},
        StepFinished {0, 12ms}, StepStarted {1, {}, u"Running upgrade 001 -> 002, more"_s},
        StepFailed {1, {.message = u"no"_s}}};
    for (const RunEvent &event : events)
        log.write(event);
    QCOMPARE(output, written);
}

void TestRunLog::durationsAreShort_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0 µs"_s;
    QTest::newRow("microseconds") << qint64(999) << u"999 µs"_s;
    QTest::newRow("milliseconds") << qint64(999'999) << u"999 ms"_s;
    QTest::newRow("seconds") << qint64(3'240'000) << u"3.2 s"_s;
}

void TestRunLog::durationsAreShort()
{
    QFETCH(qint64, microseconds);
    QFETCH(QString, text);
    QCOMPARE(durationText(std::chrono::microseconds(microseconds)), text);
}

QTEST_GUILESS_MAIN(TestRunLog)
#include "tst_runlog.moc"
