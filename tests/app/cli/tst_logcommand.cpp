#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// What the log says after runs of the command line.
class TestLogCommand : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void runsOfTheProjectAreListed();
    void aRunIsShownWithItsStatements();
    void failedRunsAreFound();
    void aProjectThatCannotBeReadHasALog();
    void limitAndNumbersAreChecked_data();
    void limitAndNumbersAreChecked();
    void emptyLogSaysSo();
    void verboseTellsTimesAndRows();

private:
    [[nodiscard]] CommandRun run(const QString &command) const
    {
        return CommandRun::of(QStringList {u"-c"_s, m_folder->path()} + command.split(u' '));
    }
    [[nodiscard]] QJsonArray runs(const QString &options = {}) const
    {
        return QJsonDocument::fromJson(run(u"--json log"_s + options).out.toUtf8()).object()["runs"_L1].toArray();
    }

    std::unique_ptr<ProjectFolder> m_folder;
};

void TestLogCommand::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    m_folder->add({.id = u"a1"_s, .message = u"first"_s,
        .upgrade = {u"op.execute('CREATE TABLE t (x INTEGER)')"_s, u"op.execute('INSERT INTO t VALUES (1), (2)')"_s}});
    m_folder->add({.id = u"b2"_s, .down = {u"a1"_s}, .upgrade = {u"op.execute('BROKEN')"_s}});
}

void TestLogCommand::runsOfTheProjectAreListed()
{
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    QCOMPARE(run(u"stamp base"_s).code, 0);
    const CommandRun log = run(u"log"_s);
    QCOMPARE(log.code, 0);
    const QStringList lines = log.out.trimmed().split(u'\n');
    QCOMPARE(lines.size(), 2);
    static const QRegularExpression upgrade(
        uR"(^\d+  \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ  upgrade  done  <base> -> a1  steps: 1  \S+ \S+ +\S+@\S+ +sqlite:////)"_s);
    QVERIFY2(lines[1].contains(upgrade), qPrintable(lines[1]));
    QVERIFY2(lines[0].contains(u"stamp"_s) && lines[0].contains(u"a1 -> <base>"_s), qPrintable(lines[0]));
    QCOMPARE(runs(u" --limit 1"_s).size(), 1);
    // another project's log is another one's
    const ProjectFolder other;
    const CommandRun there = CommandRun::of({u"-c"_s, other.path(), u"log"_s, u"--project"_s, m_folder->path()});
    QCOMPARE(there.out, log.out);
    QVERIFY(CommandRun::of({u"-c"_s, other.path(), u"log"_s, u"--all"_s}).out.contains(m_folder->path()));
}

void TestLogCommand::aRunIsShownWithItsStatements()
{
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    const QString number = QString::number(runs()[0].toObject()["run"_L1].toInt());
    const CommandRun log = run(u"log "_s + number);
    QCOMPARE(log.code, 0);
    QVERIFY2(log.out.contains(u"\nRunning upgrade  -> a1, first\n"_s), qPrintable(log.out));
    QVERIFY2(log.out.contains(u"    INSERT INTO t VALUES (1), (2)\n"_s), qPrintable(log.out));
    QVERIFY2(log.out.contains(QRegularExpression(uR"(\n    -- \S+ \S+; rows: 2\n)"_s)), qPrintable(log.out));
    const QJsonObject json = QJsonDocument::fromJson(run(u"--json log "_s + number).out.toUtf8()).object();
    const QJsonObject statement = json["steps"_L1][0]["statements"_L1][1].toObject();
    QCOMPARE(statement["rows"_L1].toInt(), 2);
    QVERIFY(statement["file"_L1].toString().endsWith(u".py"_s));
    QCOMPARE(json["state"_L1].toString(), u"done"_s);
    QVERIFY(json["program"_L1].isString());
}

void TestLogCommand::failedRunsAreFound()
{
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    QCOMPARE(run(u"upgrade head"_s).code, 1);
    QCOMPARE(runs().size(), 2);
    const QJsonArray failed = runs(u" --failed"_s);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0]["state"_L1].toString(), u"failed"_s);
    QVERIFY(failed[0]["error"_L1].toString().contains(u"BROKEN"_s));
    const QString text = run(u"log %1"_s.arg(failed[0]["run"_L1].toInt())).out;
    QVERIFY2(text.contains(u"; failed: "_s), qPrintable(text));
}

void TestLogCommand::aProjectThatCannotBeReadHasALog()
{
    QCOMPARE(run(u"upgrade a1"_s).code, 0);
    m_folder->write(u"alembic.ini"_s, u"broken"_s);
    QCOMPARE(run(u"history"_s).code, 1);
    QCOMPARE(run(u"log"_s).out.count(u'\n'), 1);
    QVERIFY(QFile::remove(m_folder->path(u"alembic.ini"_s)));
    QCOMPARE(CommandRun::of({u"-c"_s, m_folder->path(u"alembic.ini"_s), u"log"_s}).out.count(u'\n'), 1);
}

void TestLogCommand::limitAndNumbersAreChecked_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::newRow("no such run") << u"log 999999999"_s << 1;
    QTest::newRow("no number") << u"log head"_s << 1;
    QTest::newRow("nothing") << u"log --limit 0"_s << 1;
    QTest::newRow("two projects") << u"log --all --project ."_s << 2;
}

void TestLogCommand::limitAndNumbersAreChecked()
{
    QFETCH(const QString, command);
    QFETCH(const int, code);
    const CommandRun answer = run(command);
    QCOMPARE(answer.code, code);
    QCOMPARE(answer.out, QString());
    QVERIFY(!answer.err.isEmpty());
}

void TestLogCommand::emptyLogSaysSo()
{
    const CommandRun log = run(u"log"_s);
    QCOMPARE(log.code, 0);
    QCOMPARE(log.out, QString());
    QVERIFY2(log.err.contains(m_folder->path()), qPrintable(log.err));
}

void TestLogCommand::verboseTellsTimesAndRows()
{
    const CommandRun upgrade = run(u"-v upgrade head"_s);
    QCOMPARE(upgrade.code, 1);
    static const QRegularExpression inserted(uR"(INSERT INTO t VALUES \(1\), \(2\)\n    -- \S+ \S+; rows: 2\n)"_s);
    QVERIFY2(upgrade.err.contains(inserted), qPrintable(upgrade.err));
    static const QRegularExpression broken(uR"(BROKEN\n    -- \S+ \S+; failed: near "BROKEN": syntax error)"_s);
    QVERIFY2(upgrade.err.contains(broken), qPrintable(upgrade.err));
}

QTEST_GUILESS_MAIN(TestLogCommand)
#include "tst_logcommand.moc"
