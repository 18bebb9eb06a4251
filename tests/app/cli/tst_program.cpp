#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;

/// The program as a whole: what it says when it cannot begin.
class TestProgram : public TestCase
{
    Q_OBJECT

private slots:
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void badProjectsAreFailures_data();
    void badProjectsAreFailures();
    void failuresAreJsonToo();
    void languageMustExist();
    void programSpeaksChinese();
    void exitCodesReachTheShell_data();
    void exitCodesReachTheShell();
};

void TestProgram::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList {u"migrate"_s};
    QTest::newRow("no target") << QStringList {u"upgrade"_s};
    QTest::newRow("unknown option") << QStringList {u"history"_s, u"--all"_s};
    QTest::newRow("unknown language") << QStringList {u"--lang"_s, u"xx"_s, u"heads"_s};
}

void TestProgram::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    const CommandRun run = CommandRun::of(arguments);
    QCOMPARE(run.code, 2);
    QCOMPARE(run.out, QString());
    QVERIFY(!run.err.isEmpty());
}

void TestProgram::badProjectsAreFailures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no project") << u"gone"_s << QString() << QStringList {u"%1/gone"_s};
    QTest::newRow("folder without configuration")
        << u"scripts"_s << QString() << QStringList {u"There is no alembic.ini in %1/scripts."_s, u"alembic init"_s};
    QTest::newRow("no header") << u"x.ini"_s << u"\nscript_location = x\n"_s
                               << QStringList {u"  at %1/x.ini:2\n    script_location = x\n"_s};
    QTest::newRow("option twice") << u"x.ini"_s << u"[alembic]\na = 1\nA = 2\n"_s << QStringList {u"  at %1/x.ini:3"_s};
    QTest::newRow("interpolation") << u"x.ini"_s << u"[alembic]\nscript_location = %(her)s/scripts\n"_s
                                   << QStringList {u"  at %1/x.ini:2"_s, u"\"her\""_s};
    QTest::newRow("no script_location") << u"x.ini"_s << u"[alembic]\n"_s
                                        << QStringList {u"No 'script_location' key found in configuration."_s,
                                               u"script_location = %(here)s/alembic"_s};
    QTest::newRow("no script folder")
        << u"x.ini"_s << u"[alembic]\nscript_location = %(here)s/gone\n"_s
        << QStringList {u"Path doesn't exist: %1/gone.  Please use the 'init' command"_s, u"  at %1/x.ini:2"_s};
    QTest::newRow("no folder of revisions") << u"x.ini"_s << u"[alembic]\nscript_location = %(here)s\n"_s
                                            << QStringList {u"%1/versions"_s, u"  at %1/x.ini:2"_s};
}

void TestProgram::badProjectsAreFailures()
{
    QFETCH(QString, name);
    QFETCH(QString, config);
    QFETCH(QStringList, words);
    const ProjectFolder folder;
    if (!config.isEmpty())
        folder.write(name, config);
    for (const QStringList &command :
        {QStringList {u"history"_s}, {u"heads"_s}, {u"current"_s}, {u"upgrade"_s, u"head"_s}, {u"downgrade"_s, u"-1"_s},
            {u"upgrade"_s, u"head"_s, u"--sql"_s}, {u"tables"_s}}) {
        const CommandRun run = CommandRun::of(QStringList {u"-c"_s, folder.path(name)} + command);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.startsWith("FAILED: "_L1), qPrintable(run.err));
        QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
        for (const QString &word : std::as_const(words))
            QVERIFY2(run.err.contains(QString(word).replace("%1"_L1, folder.path())), qPrintable(run.err));
        QVERIFY(!QFile::exists(folder.database()));
    }
}

void TestProgram::failuresAreJsonToo()
{
    const ProjectFolder folder;
    folder.write(u"x.ini"_s, u"[alembic]\nscript_location = %(her)s\n"_s);
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(u"x.ini"_s), u"--json"_s, u"history"_s});
    QCOMPARE(run.code, 1);
    QVERIFY(run.err.startsWith("FAILED: "_L1));
    const QJsonObject error = QJsonDocument::fromJson(run.out.toUtf8()).object().value("error"_L1).toObject();
    QCOMPARE(error.value("code"_L1).toString(), u"syntax"_s);
    QCOMPARE(error.value("file"_L1).toString(), folder.path(u"x.ini"_s));
    QCOMPARE(error.value("line"_L1).toInt(), 2);
}

void TestProgram::languageMustExist()
{
    const CommandRun english = CommandRun::of({u"--lang"_s, u"en"_s, u"--version"_s});
    QCOMPARE(english.code, 0);
    QCOMPARE(english.out, QStringLiteral("stillroom-cli " STILLROOM_VERSION "\n"));
    const CommandRun unknown = CommandRun::of({u"--lang=tlh"_s, u"--version"_s});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains(u"\"tlh\""_s), qPrintable(unknown.err));
}

// the real program, which carries its translations
void TestProgram::programSpeaksChinese()
{
    QProcess program;
    program.start(QStringLiteral(STILLROOM_BIN_DIR "/stillroom-cli"), {u"--lang"_s, u"zh_CN"_s, u"-c"_s, u"/gone"_s, u"heads"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 1);
    const QString text = QString::fromUtf8(program.readAllStandardError());
    QVERIFY2(text.contains(u"下一步"_s), qPrintable(text));
}

void TestProgram::exitCodesReachTheShell_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("done") << QStringList {u"--version"_s} << 0;
    QTest::newRow("failed") << QStringList {u"-c"_s, u"/gone"_s, u"heads"_s} << 1;
    QTest::newRow("wrong usage") << QStringList {u"nothing"_s} << 2;
}

void TestProgram::exitCodesReachTheShell()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QProcess program;
    program.start(QStringLiteral(STILLROOM_BIN_DIR "/stillroom-cli"), arguments);
    QVERIFY2(program.waitForFinished(), qPrintable(program.errorString()));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), code);
    QCOMPARE(program.readAllStandardOutput().isEmpty(), code != 0);
    QCOMPARE(program.readAllStandardError().isEmpty(), code == 0);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
