#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/judge.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

// r1 makes a table, r2 another with rows in it, r3 asks before it takes the rows away again
void addRevisions(const ProjectFolder &folder)
{
    folder.add({.id = u"r1"_s,
        .message = u"accounts"_s,
        .upgrade = {u"op.create_table('account', sa.Column('id', sa.Integer(), primary_key=True))"_s,
            u"print('✓ 创建成功')"_s},
        .downgrade = {u"op.drop_table('account')"_s}});
    folder.add({.id = u"r2"_s,
        .down = {u"r1"_s},
        .upgrade = {u"op.create_table('note', sa.Column('id', sa.Integer(), primary_key=True))"_s,
            u"op.execute('INSERT INTO note VALUES (1)')"_s},
        .downgrade = {u"answer = input('确定要删除这些数据吗? (yes/no): ')"_s,
            u"if answer.lower() != 'yes':"_s,
            u"    raise RuntimeError('kept')"_s,
            u"op.drop_table('note')"_s}});
}

} // namespace

class TestRunCommand : public TestCase
{
    Q_OBJECT

private slots:
    void init();
    void upgradeIsLoggedAndAlembicAgrees();
    void upgradeAgainDoesNothing();
    void quietSaysNothing();
    void reportIsJson();
    void failingStepIsRolledBackAndExplained();
    void unreadableConstructIsExplained_data();
    void unreadableConstructIsExplained();
    void headIsNotGuessedPastUnreadableFiles();
    void questionsAreAnswered_data();
    void questionsAreAnswered();
    void cancelledRunChangesNothing();
    void interruptedQuestionRollsBack();
    void badTargetsAreFailures_data();
    void badTargetsAreFailures();
    void sqlIsAlembics_data();
    void sqlIsAlembics();
    void sqlOfAFailingScriptIsNotPrinted();
    void sqlIsJsonToo();
    void urlOfTheCommandLineIsRelativeToTheShell();

private:
    [[nodiscard]] CommandRun run(const QString &command, const QString &input = {}) const
    {
        return CommandRun::of(QStringList {u"-c"_s, m_folder->path()} + command.split(u' '), input);
    }
    [[nodiscard]] QString alembic(const QStringList &arguments) const
    {
        QJsonArray commands;
        commands << QJsonArray::fromStringList(arguments);
        return judged(u"app/cli/judge_commands.py"_s, commands, m_folder->path()).at(0).toString();
    }
    [[nodiscard]] QStringList tables() const;
    [[nodiscard]] QString current() const { return run(u"current"_s).out.trimmed(); }

    std::unique_ptr<ProjectFolder> m_folder;
};

void TestRunCommand::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    addRevisions(*m_folder);
}

QStringList TestRunCommand::tables() const
{
    QStringList names;
    const QJsonObject document = QJsonDocument::fromJson(run(u"--json tables"_s).out.toUtf8()).object();
    for (const QJsonValue table : document.value("tables"_L1).toArray())
        names << table.toObject().value("name"_L1).toString();
    return names;
}

void TestRunCommand::upgradeIsLoggedAndAlembicAgrees()
{
    const CommandRun upgrade = run(u"upgrade head"_s);
    QCOMPARE(upgrade.code, 0);
    QCOMPARE(upgrade.out, QString());
    QVERIFY2(upgrade.err.contains(u"Running upgrade  -> r1, accounts\n  ✓ 创建成功\n"_s), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"Running upgrade r1 -> r2"_s), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"The database is at r2."_s), qPrintable(upgrade.err));
    QCOMPARE(current(), u"r2 (head)"_s);
    QCOMPARE(tables(), (QStringList {u"account"_s, u"note"_s}));
    QCOMPARE(alembic({u"-c"_s, m_folder->path(u"alembic.ini"_s), u"current"_s}), u"r2 (head)\n"_s);
}

void TestRunCommand::upgradeAgainDoesNothing()
{
    QCOMPARE(run(u"upgrade head"_s).code, 0);
    const CommandRun again = run(u"upgrade head"_s);
    QCOMPARE(again.code, 0);
    QCOMPARE(again.out, QString());
    QVERIFY2(again.err.contains(u"Nothing to do: the database is at r2."_s), qPrintable(again.err));
}

void TestRunCommand::quietSaysNothing()
{
    const CommandRun upgrade = run(u"-q upgrade head"_s);
    QCOMPARE(upgrade.code, 0);
    QCOMPARE(upgrade.out, QString());
    QCOMPARE(upgrade.err, u"  ✓ 创建成功\n"_s);
}

void TestRunCommand::reportIsJson()
{
    const CommandRun upgrade = run(u"--json upgrade head"_s);
    const QJsonObject report = QJsonDocument::fromJson(upgrade.out.toUtf8()).object();
    QCOMPARE(report.value("rowsBefore"_L1).toArray(), QJsonArray());
    QCOMPARE(report.value("rowsAfter"_L1).toArray(), QJsonArray {u"r2"_s});
    QCOMPARE(report.value("done"_L1).toArray().size(), 2);
    QCOMPARE(report.value("done"_L1).toArray().at(1).toObject(),
        (QJsonObject {{u"direction"_s, u"upgrade"_s}, {u"revision"_s, u"r2"_s}, {u"from"_s, QJsonArray {u"r1"_s}},
            {u"to"_s, QJsonArray {u"r2"_s}}}));
    QVERIFY(!report.contains("error"_L1));
}

void TestRunCommand::failingStepIsRolledBackAndExplained()
{
    const QString file = m_folder->add({.id = u"r3"_s,
        .down = {u"r2"_s},
        .upgrade = {u"op.create_table('half', sa.Column('id', sa.Integer()))"_s,
            u"op.execute('INSERT INTO missing VALUES (1)')"_s}});
    const CommandRun upgrade = run(u"upgrade head"_s);
    QCOMPARE(upgrade.code, 1);
    QVERIFY2(upgrade.err.contains(u"FAILED: "_s), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"no such table: missing"_s), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"  at %1:18"_s.arg(file)), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"    INSERT INTO missing VALUES (1)"_s), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"The database is at r2."_s), qPrintable(upgrade.err));
    QCOMPARE(current(), u"r2"_s);
    QCOMPARE(tables(), (QStringList {u"account"_s, u"note"_s}));
    const QJsonObject report = QJsonDocument::fromJson(run(u"--json upgrade head"_s).out.toUtf8()).object();
    QCOMPARE(report.value("rowsAfter"_L1).toArray(), QJsonArray {u"r2"_s});
    QCOMPARE(report.value("error"_L1).toObject().value("code"_L1).toString(), u"server"_s);
    QCOMPARE(report.value("error"_L1).toObject().value("line"_L1).toInt(), 18);
}

void TestRunCommand::unreadableConstructIsExplained_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("syntax error") << u"op.execute('x'))"_s;
    QTest::newRow("unknown name") << u"nobody()"_s;
    QTest::newRow("foreign import") << u"import app.models; app.models.create()"_s;
    QTest::newRow("file") << u"open('/etc/passwd')"_s;
    QTest::newRow("unknown directive") << u"op.invent_table('x')"_s;
}

void TestRunCommand::unreadableConstructIsExplained()
{
    QFETCH(QString, line);
    const QString file = m_folder->add({.id = u"r3"_s,
        .down = {u"r2"_s},
        .upgrade = {u"op.create_table('half', sa.Column('id', sa.Integer()))"_s, line}});
    QCOMPARE(run(u"upgrade r2"_s).code, 0);
    QCOMPARE(run(u"history"_s).code, 0);
    const CommandRun upgrade = run(u"upgrade head"_s);
    QCOMPARE(upgrade.code, 1);
    QVERIFY2(upgrade.err.contains(u"FAILED: "_s), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"  at %1:18"_s.arg(file)), qPrintable(upgrade.err));
    QVERIFY2(upgrade.err.contains(u"  next: "_s), qPrintable(upgrade.err));
    QVERIFY(!tables().contains(u"half"_s));
    QVERIFY(current().startsWith(u"r2"_s));
}

void TestRunCommand::headIsNotGuessedPastUnreadableFiles()
{
    m_folder->write(u"scripts/versions/r3.py"_s, u"revision = 'r3'\ndown_revision = previous()\n"_s);
    const CommandRun head = run(u"upgrade head"_s);
    QCOMPARE(head.code, 1);
    QVERIFY2(head.err.contains(u"  at %1:2"_s.arg(m_folder->path(u"scripts/versions/r3.py"_s))), qPrintable(head.err));
    QVERIFY2(head.err.contains(u"Nothing was changed."_s), qPrintable(head.err));
    QVERIFY(!QFile::exists(m_folder->database()));
    QCOMPARE(run(u"upgrade r2"_s).code, 0);
    QCOMPARE(current(), u"r2 (head)"_s);
    QCOMPARE(run(u"downgrade r1 --yes"_s).code, 0);
    QCOMPARE(current(), u"r1"_s);
}

void TestRunCommand::questionsAreAnswered_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("said");
    const QString question = u"确定要删除这些数据吗? (yes/no): "_s;
    QTest::newRow("--yes") << u"downgrade -1 --yes"_s << QString() << 0 << u"r1"_s << question + u"yes";
    QTest::newRow("--no") << u"downgrade -1 --no"_s << QString() << 1 << u"r2 (head)"_s << question + u"no";
    QTest::newRow("typed yes") << u"downgrade -1"_s << u"yes\n"_s << 0 << u"r1"_s << question;
    QTest::newRow("typed no") << u"downgrade -1"_s << u"no\n"_s << 1 << u"r2 (head)"_s << question;
    QTest::newRow("typed something first") << u"downgrade -1"_s << u"hm\nyes\n"_s << 0 << u"r1"_s << question;
    QTest::newRow("nobody there") << u"downgrade -1"_s << QString() << 1 << u"r2 (head)"_s
                                  << u"Answer with --yes or --no."_s;
}

void TestRunCommand::questionsAreAnswered()
{
    QFETCH(QString, command);
    QFETCH(QString, input);
    QFETCH(int, code);
    QFETCH(QString, after);
    QFETCH(QString, said);
    QCOMPARE(run(u"upgrade head"_s).code, 0);
    const CommandRun downgrade = run(command, input);
    QVERIFY2(downgrade.err.contains(said), qPrintable(downgrade.err));
    QCOMPARE(downgrade.code, code);
    QCOMPARE(downgrade.out, QString());
    QCOMPARE(current(), after);
    QCOMPARE(tables().contains(u"note"_s), after != u"r1"_s);
}

void TestRunCommand::cancelledRunChangesNothing()
{
    Migrations::CancelToken cancel;
    cancel.cancel();
    const CommandRun upgrade = CommandRun::of({u"-c"_s, m_folder->path(), u"upgrade"_s, u"head"_s}, {}, cancel);
    QCOMPARE(upgrade.code, 1);
    QVERIFY2(upgrade.err.contains(u"FAILED: "_s), qPrintable(upgrade.err));
    QCOMPARE(current(), QString());
    QVERIFY(!tables().contains(u"account"_s));
}

void TestRunCommand::interruptedQuestionRollsBack()
{
    QCOMPARE(run(u"upgrade head"_s).code, 0);
    QProcess program;
    program.setReadChannel(QProcess::StandardError);
    program.start(
        QStringLiteral(STILLROOM_BIN_DIR "/stillroom-cli"), {u"-c"_s, m_folder->path(), u"downgrade"_s, u"base"_s});
    QByteArray said;
    while (!said.contains("(yes/no): ") && program.waitForReadyRead())
        said += program.readAllStandardError();
    QVERIFY2(said.contains("(yes/no): "), said.constData());
    QCOMPARE(::kill(pid_t(program.processId()), SIGINT), 0);
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 1);
    said = program.readAllStandardError();
    QVERIFY2(said.contains("FAILED: Cancelled while waiting for an answer."), said.constData());
    QCOMPARE(current(), u"r2 (head)"_s);
    QVERIFY(tables().contains(u"note"_s));
}

void TestRunCommand::badTargetsAreFailures_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown") << u"upgrade nope"_s << u"Can't locate revision identified by 'nope'"_s;
    QTest::newRow("range") << u"upgrade r1:r2"_s << u"Range revision not allowed"_s;
    QTest::newRow("too far") << u"upgrade +9"_s << u"Relative revision +9 didn't produce 9 migrations"_s;
    QTest::newRow("below the base") << u"downgrade -5"_s << u"Relative revision -5 didn't produce 5 migrations"_s;
    QTest::newRow("offline without a range")
        << u"downgrade r1 --sql"_s << u"downgrade with --sql requires <fromrev>:<torev>"_s;
}

void TestRunCommand::badTargetsAreFailures()
{
    QFETCH(QString, command);
    QFETCH(QString, message);
    const CommandRun failed = run(command);
    QCOMPARE(failed.code, 1);
    QCOMPARE(failed.out, QString());
    QVERIFY2(failed.err.startsWith(u"FAILED: %1\n"_s.arg(message)), qPrintable(failed.err));
    QVERIFY2(failed.err.contains(u"  next: "_s), qPrintable(failed.err));
    QCOMPARE(current(), QString());
}

void TestRunCommand::sqlIsAlembics_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("command");
    for (const QString &url : {u"sqlite:///data.db"_s, u"postgresql://somebody@nowhere.invalid/db"_s}) {
        for (const QString &command : {u"upgrade head --sql"_s, u"upgrade r1:r2 --sql"_s, u"upgrade +1 --sql"_s})
            QTest::addRow("%s %s", qPrintable(url.section(u':', 0, 0)), qPrintable(command)) << url << command;
    }
}

void TestRunCommand::sqlIsAlembics()
{
    QFETCH(QString, url);
    QFETCH(QString, command);
    m_folder->writeConfig(url);
    const QStringList arguments = QStringList {u"-c"_s, m_folder->path(u"alembic.ini"_s)} + command.split(u' ');
    QString expected = alembic(arguments);
    QVERIFY(expected.contains(u"CREATE TABLE"_s));
    const CommandRun sql = CommandRun::of(arguments);
    QCOMPARE(sql.code, 0);
    // print() of a script is on the standard output with Alembic, in the log with ours
    QCOMPARE(sql.err.contains(u"  ✓ 创建成功\n"_s), expected.contains(u"✓ 创建成功\n"_s));
    QCOMPARE(sql.out, expected.remove(u"✓ 创建成功\n"_s));
    QVERIFY(!QFile::exists(m_folder->database()));
}

void TestRunCommand::sqlOfAFailingScriptIsNotPrinted()
{
    const QString file = m_folder->add({.id = u"r3"_s, .down = {u"r2"_s}, .upgrade = {u"nobody()"_s}});
    const CommandRun sql = run(u"upgrade head --sql"_s);
    QCOMPARE(sql.code, 1);
    QCOMPARE(sql.out, QString());
    QVERIFY2(sql.err.contains(u"  at %1:17"_s.arg(file)), qPrintable(sql.err));
}

void TestRunCommand::sqlIsJsonToo()
{
    const QJsonObject preview
        = QJsonDocument::fromJson(run(u"--json downgrade r2:base --sql"_s).out.toUtf8()).object();
    QCOMPARE(preview.value("dialect"_L1).toString(), u"sqlite"_s);
    const QJsonArray steps = preview.value("steps"_L1).toArray();
    QCOMPARE(steps.size(), 2);
    const QJsonObject first = steps.at(0).toObject();
    QCOMPARE(first.value("revision"_L1).toString(), u"r2"_s);
    QCOMPARE(first.value("questions"_L1).toArray().size(), 1);
    const QJsonObject statement = first.value("statements"_L1).toArray().at(0).toObject();
    QCOMPARE(statement.value("sql"_L1).toString().trimmed(), u"DROP TABLE note"_s);
    QCOMPARE(statement.value("file"_L1).toString(), m_folder->path(u"scripts/versions/r2.py"_s));
    QCOMPARE(statement.value("line"_L1).toInt(), 25);
}

void TestRunCommand::urlOfTheCommandLineIsRelativeToTheShell()
{
    const QString start = QDir::currentPath();
    const QTemporaryDir shell;
    QDir::setCurrent(shell.path());
    const CommandRun upgrade = run(u"--url sqlite:///mine.db upgrade head"_s);
    QDir::setCurrent(start);
    QCOMPARE(upgrade.code, 0);
    QVERIFY(QFile::exists(shell.filePath(u"mine.db"_s)));
    QVERIFY(!QFile::exists(m_folder->database()));
    QVERIFY(!QFile::exists(m_folder->path(u"mine.db"_s)));
}

QTEST_GUILESS_MAIN(TestRunCommand)
#include "tst_runcommand.moc"
