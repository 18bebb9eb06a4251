#include "tests/app/cli/alembicrun.h"
#include "tests/app/cli/squashfolder.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

class TestSquashCommand : public TestCase
{
    Q_OBJECT

private slots:
    void movesAndEditsFiles();
    void keepsTheIdOfTheLast();
    void asksFirst();
    void printsTheStatement();
    void refusesOpenRanges_data();
    void refusesOpenRanges();
    void refusesWhatItCannotEnclose_data();
    void refusesWhatItCannotEnclose();
    void hidesTheBackup();
};

void TestSquashCommand::movesAndEditsFiles()
{
    const ProjectFolder folder;
    addRevisions(folder);
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"--json"_s, u"squash"_s, u"a1:a4"_s, u"-m"_s,
        u"initial schema"_s, u"--rev-id"_s, u"001_initial_schema"_s, u"--yes"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QMap<QString, QByteArray> after = filesOf(folder);
    for (const QString &id : {u"a1"_s, u"a2"_s, u"a3"_s, u"a4"_s}) {
        const QString name = u"versions/%1.py"_s.arg(id);
        QCOMPARE(after.value(u"versions/backup/001_initial_schema/%1.py"_s.arg(id)), before.value(name));
        QVERIFY(!after.contains(name));
    }
    QCOMPARE(after.value(u"versions/a5.py"_s),
        QByteArray(before.value(u"versions/a5.py"_s)).replace("\"a4\"", "\"001_initial_schema\""));
    QVERIFY(after.contains(u"versions/001_initial_schema.py"_s));
    QCOMPARE(after.size(), 7); // with env.py
    const QJsonObject answer = QJsonDocument::fromJson(run.out.toUtf8()).object();
    QCOMPARE(answer.value("replaced"_L1).toVariant().toStringList(),
        (QStringList {u"a1"_s, u"a2"_s, u"a3"_s, u"a4"_s}));
    QCOMPARE(answer.value("sql"_L1).toString(),
        u"UPDATE alembic_version SET version_num='001_initial_schema' WHERE alembic_version.version_num = 'a4';"_s);
    QCOMPARE(alembicAnswers(folder.path(), {{u"history"_s}}),
        QStringList {u"001_initial_schema -> a5 (main) (head), \n"
                     "<base> -> 001_initial_schema (main), initial schema\n"_s});
}

void TestSquashCommand::keepsTheIdOfTheLast()
{
    const ProjectFolder folder;
    addRevisions(folder);
    const QByteArray follower = filesOf(folder).value(u"versions/a5.py"_s);
    const CommandRun run = squash(folder, {u"base:a4"_s, u"-m"_s, u"initial"_s, u"--yes"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.out, u"Generating %1 ...  done\n"_s.arg(folder.path(u"scripts/versions/a4_initial.py"_s)));
    QCOMPARE(filesOf(folder).value(u"versions/a5.py"_s), follower);
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"history"_s}).out,
        u"a4 -> a5 (main) (head), \n<base> -> a4 (main), initial\n"_s);
}

void TestSquashCommand::asksFirst()
{
    const ProjectFolder folder;
    addRevisions(folder);
    const QMap<QString, QByteArray> before = filesOf(folder);
    const QStringList arguments {u"-c"_s, folder.path(), u"squash"_s, u"base:a4"_s};
    for (const QString &answer : {u"no\n"_s, QString()}) {
        const CommandRun run = CommandRun::of(arguments, answer);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("\n  a1\n  a2\n  a3\n  a4\n"_L1), qPrintable(run.err));
        QCOMPARE(filesOf(folder), before);
    }
    QCOMPARE(squash(folder, {u"base:a4"_s, u"--no"_s}).code, 1);
    QCOMPARE(filesOf(folder), before);
    QCOMPARE(CommandRun::of(arguments, u"yes\n"_s).code, 0);
    QVERIFY(filesOf(folder) != before);
}

void TestSquashCommand::printsTheStatement()
{
    const ProjectFolder folder;
    addRevisions(folder);
    const QMap<QString, QByteArray> before = filesOf(folder);
    QCOMPARE(squash(folder, {u"base:a4"_s, u"--rev-id"_s, u"s1"_s, u"--sql"_s}).out,
        u"UPDATE alembic_version SET version_num='s1' WHERE alembic_version.version_num = 'a4';\n"_s);
    QCOMPARE(squash(folder, {u"base:a4"_s, u"--sql"_s}).out, QString());
    QCOMPARE(filesOf(folder), before);
}

void TestSquashCommand::refusesOpenRanges_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no range") << QStringList {u"a4"_s};
    QTest::newRow("unknown") << QStringList {u"a1:nobody"_s};
    QTest::newRow("backwards") << QStringList {u"a4:a1"_s};
    QTest::newRow("one revision") << QStringList {u"a2:a2"_s};
    QTest::newRow("branch from inside") << QStringList {u"a1:b2"_s};
    QTest::newRow("merge from outside") << QStringList {u"c1:m1"_s};
    QTest::newRow("several heads") << QStringList {u"base:"_s};
    QTest::newRow("id in the range") << QStringList {u"base:a4"_s, u"--rev-id"_s, u"a2"_s};
    QTest::newRow("id in use") << QStringList {u"base:a4"_s, u"--rev-id"_s, u"a5"_s};
    QTest::newRow("bad id") << QStringList {u"base:a4"_s, u"--rev-id"_s, u"a-b"_s};
    QTest::newRow("cycle by a dependency") << QStringList {u"d1:d2"_s};
}

void TestSquashCommand::refusesOpenRanges()
{
    QFETCH(QStringList, arguments);
    const ProjectFolder folder;
    addRevisions(folder);
    folder.add({.id = u"b2"_s, .down = {u"a2"_s}});
    folder.add({.id = u"c1"_s});
    folder.add({.id = u"m1"_s, .down = {u"c1"_s, u"b2"_s}});
    folder.add({.id = u"d1"_s});
    folder.add({.id = u"e1"_s, .dependsOn = {u"d1"_s}});
    folder.add({.id = u"d2"_s, .down = {u"d1"_s}, .dependsOn = {u"e1"_s}});
    if (arguments.constFirst() == "base:a4"_L1) { // closed, so that only the id is wrong
        QVERIFY(QFile::remove(folder.path(u"scripts/versions/b2.py"_s)));
        QVERIFY(QFile::remove(folder.path(u"scripts/versions/m1.py"_s)));
    }
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = squash(folder, arguments + QStringList {u"--yes"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.startsWith("FAILED: "_L1) && run.err.contains("\n  next: "_L1), qPrintable(run.err));
    QCOMPARE(filesOf(folder), before);
}

void TestSquashCommand::refusesWhatItCannotEnclose_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("line");
    const QString end = u"\ndef upgrade():\n    pass\n"_s;
    QTest::newRow("star import") << u"from os import *"_s + end << 3;
    QTest::newRow("global") << u"x = 1\ndef f():\n    global x\n    x = 2"_s + end << 5;
    QTest::newRow("globals()") << u"\nNAMES = globals()"_s + end << 4;
    QTest::newRow("several databases") << u"def upgrade(engine_name):\n    pass\n"_s << 3;
    QTest::newRow("no upgrade") << u"x = 1\n"_s << 0;
}

void TestSquashCommand::refusesWhatItCannotEnclose()
{
    QFETCH(QString, script);
    QFETCH(int, line);
    const ProjectFolder folder;
    addRevisions(folder);
    folder.write(u"scripts/versions/a2.py"_s, u"revision = 'a2'\ndown_revision = 'a1'\n"_s + script);
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = squash(folder, {u"base:a4"_s, u"--yes"_s});
    QCOMPARE(run.code, 1);
    const QString file = folder.path(u"scripts/versions/a2.py"_s);
    const QString place = line > 0 ? u"  at %1:%2\n"_s.arg(file).arg(line) : u"  at %1\n"_s.arg(file);
    QVERIFY2(run.err.contains(place), qPrintable(run.err));
    QCOMPARE(filesOf(folder), before);
}

void TestSquashCommand::hidesTheBackup()
{
    const ProjectFolder folder;
    addRevisions(folder);
    folder.writeConfig(u"sqlite:///data.db"_s, u"recursive_version_locations = true\n"_s);
    QCOMPARE(squash(folder, {u"base:a4"_s, u"--rev-id"_s, u"s1"_s, u"--yes"_s}).code, 0);
    QVERIFY(filesOf(folder).contains(u"backup/s1/a1.py"_s));
    QCOMPARE(alembicAnswers(folder.path(), {{u"heads"_s}}), QStringList {u"a5 (main) (head)\n"_s});
    const CommandRun heads = CommandRun::of({u"-c"_s, folder.path(), u"heads"_s});
    QCOMPARE(heads.err, QString());
    QCOMPARE(heads.out, u"a5 (main) (head)\n"_s);
    // a second one does not meet the first one's backup
    QCOMPARE(squash(folder, {u":"_s, u"--rev-id"_s, u"s2"_s, u"--yes"_s}).code, 0);
    QVERIFY(filesOf(folder).contains(u"backup/s2/s1_squashed.py"_s));
}

QTEST_GUILESS_MAIN(TestSquashCommand)
#include "tst_squashcommand.moc"
