#include "tests/app/cli/alembicrun.h"
#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/judge.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("%s", qPrintable(file.errorString()));
}

QStringList sorted(const QString &text)
{
    QStringList lines = text.split(u'\n');
    lines.sort();
    return lines;
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next().sliced(folder.size());
    files.sort();
    return files;
}

QString judgedOne(const QStringList &arguments)
{
    QJsonArray commands;
    commands.append(QJsonArray::fromStringList(arguments));
    return judged(u"app/cli/judge_commands.py"_s, commands).at(0).toString();
}

} // namespace

class TestInitCommand : public TestCase
{
    Q_OBJECT

private slots:
    void saysWhatAlembicSays_data();
    void saysWhatAlembicSays();
    void alembicUsesTheProject_data();
    void alembicUsesTheProject();
    void leavesNothingBehind();
    void worksFromAnyFolder();
    void listsTemplatesAsAlembicDoes();
};

void TestInitCommand::saysWhatAlembicSays_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("folders"); // that are there before
    QTest::newRow("generic") << QStringList {u"{root}/scripts"_s} << QStringList {};
    QTest::newRow("deep") << QStringList {u"{root}/a/b/scripts"_s} << QStringList {};
    QTest::newRow("empty folder") << QStringList {u"{root}/scripts"_s} << QStringList {u"scripts"_s};
    QTest::newRow("full folder") << QStringList {u"{root}/scripts"_s} << QStringList {u"scripts/x"_s};
    QTest::newRow("package") << QStringList {u"{root}/scripts"_s, u"--package"_s} << QStringList {};
    QTest::newRow("async") << QStringList {u"{root}/scripts"_s, u"-t"_s, u"async"_s} << QStringList {};
    QTest::newRow("multidb") << QStringList {u"-t"_s, u"multidb"_s, u"{root}/scripts"_s} << QStringList {};
}

void TestInitCommand::saysWhatAlembicSays()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, folders);
    const QTemporaryDir root;
    const QString ours = root.filePath(u"ours"_s);
    const QString theirs = root.filePath(u"theirs"_s);
    const auto arguments = [&](const QString &folder) {
        QDir().mkpath(folder);
        for (const QString &name : folders)
            QDir(folder).mkpath(name);
        return (QStringList {u"-c"_s, folder + u"/alembic.ini"_s, u"init"_s} + options)
            .replaceInStrings(u"{root}"_s, folder);
    };
    const QString expected = judgedOne(arguments(theirs)).replace(theirs, ours);
    QVERIFY(!expected.isEmpty());
    const CommandRun run = CommandRun::of(arguments(ours));
    if (expected.startsWith("FAILED: "_L1)) {
        QCOMPARE(run.code, 1);
        QCOMPARE(run.err.section(u'\n', 0, 0), expected.trimmed());
        QCOMPARE(filesBelow(ours), filesBelow(theirs));
        return;
    }
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QString());
    // Alembic's order is that of its folder of templates
    QCOMPARE(sorted(run.out), sorted(expected));
    QCOMPARE(filesBelow(ours), filesBelow(theirs));
}

void TestInitCommand::alembicUsesTheProject_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("placeholder");
    QTest::addColumn<QString>("url");
    QTest::newRow("generic") << u"generic"_s << u"driver://user:pass@localhost/dbname\n"_s << u"sqlite:///one.db\n"_s;
    QTest::newRow("multidb") << u"multidb"_s << u"driver://user:pass@localhost/dbname\n"_s << u"sqlite:///one.db\n"_s;
    // no asynchronous driver is installed, so only what needs none
    QTest::newRow("async") << u"async"_s << u"driver://user:pass@localhost/dbname\n"_s
                           << u"sqlite+aiosqlite:///one.db\n"_s;
}

void TestInitCommand::alembicUsesTheProject()
{
    QFETCH(QString, name);
    QFETCH(QString, placeholder);
    QFETCH(QString, url);
    const QTemporaryDir root;
    const QString config = root.filePath(u"alembic.ini"_s);
    QCOMPARE(CommandRun::of({u"-c"_s, config, u"init"_s, u"-t"_s, name, root.filePath(u"scripts"_s)}).code, 0);
    write(config, read(config).replace(placeholder, url).replace(
                      "driver://user:pass@localhost/dbname2"_L1, "sqlite:///two.db"_L1));
    // one revision of ours, one of Alembic's from our template: both run, up and down
    QCOMPARE(CommandRun::of({u"-c"_s, config, u"revision"_s, u"-m"_s, u"ours"_s, u"--rev-id"_s, u"o1"_s}).code, 0);
    const AlembicRun made = AlembicRun::of(root.path(), {u"revision"_s, u"-m"_s, u"theirs"_s, u"--rev-id"_s, u"t1"_s});
    QVERIFY2(made.code == 0, qPrintable(made.text));
    const QRegularExpression head(u"\"\"\".*?\"\"\""_s, QRegularExpression::DotMatchesEverythingOption);
    QString ours = read(root.filePath(u"scripts/versions/o1_ours.py"_s)).remove(head);
    const QString theirs = read(root.filePath(u"scripts/versions/t1_theirs.py"_s)).remove(head);
    QCOMPARE(ours.replace("'o1'"_L1, "'t1'"_L1).replace("= None\nbranch"_L1, "= 'o1'\nbranch"_L1), theirs);
    QList<QStringList> commands {{u"upgrade"_s, u"head"_s, u"--sql"_s}, {u"history"_s}};
    if (name != "async"_L1)
        commands << QStringList {u"upgrade"_s, u"head"_s} << QStringList {u"downgrade"_s, u"base"_s};
    for (const QStringList &command : std::as_const(commands)) {
        const AlembicRun run = AlembicRun::of(root.path(), command);
        QVERIFY2(run.code == 0, qPrintable(run.text));
    }
    QCOMPARE(QFileInfo::exists(root.filePath(u"one.db"_s)), name != "async"_L1);
    QCOMPARE(QFileInfo::exists(root.filePath(u"two.db"_s)), name == "multidb"_L1);
}

void TestInitCommand::leavesNothingBehind()
{
    const QTemporaryDir root;
    // where the configuration file should go there is no folder to be made
    write(root.filePath(u"file"_s), u"x"_s);
    const CommandRun run = CommandRun::of(
        {u"-c"_s, root.filePath(u"file/alembic.ini"_s), u"init"_s, root.filePath(u"scripts"_s)});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
    QCOMPARE(filesBelow(root.path()), QStringList {u"/file"_s});

    write(root.filePath(u"alembic.ini"_s), u"[alembic]\n"_s);
    const CommandRun second
        = CommandRun::of({u"-c"_s, root.filePath(u"alembic.ini"_s), u"init"_s, root.filePath(u"scripts"_s)});
    QCOMPARE(second.code, 0);
    QVERIFY(second.out.contains("alembic.ini' already exists, skipping\n"_L1));
    QCOMPARE(read(root.filePath(u"alembic.ini"_s)), u"[alembic]\n"_s);

    const CommandRun unknown = CommandRun::of(
        {u"-c"_s, root.path(), u"init"_s, u"-t"_s, u"flask"_s, root.filePath(u"other"_s)});
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.err.contains("generic, async, multidb"_L1), qPrintable(unknown.err));
    QVERIFY(!QFileInfo::exists(root.filePath(u"other"_s)));
}

void TestInitCommand::worksFromAnyFolder()
{
    const QTemporaryDir root;
    const QString config = root.filePath(u"my project/alembic.ini"_s);
    QCOMPARE(CommandRun::of({u"-c"_s, config, u"init"_s, root.filePath(u"my project/db%s"_s)}).code, 0);
    QVERIFY(read(config).contains("\nscript_location = %(here)s/db%%s\n"_L1));
    const CommandRun heads = CommandRun::of({u"-c"_s, config, u"heads"_s});
    QCOMPARE(heads.err, QString());
    QCOMPARE(heads.code, 0);
    const AlembicRun theirs = AlembicRun::of(QDir::rootPath(), {u"-c"_s, config, u"heads"_s});
    QVERIFY2(theirs.code == 0, qPrintable(theirs.text));
}

void TestInitCommand::listsTemplatesAsAlembicDoes()
{
    const QString expected = judgedOne({u"list_templates"_s});
    const CommandRun run = CommandRun::of({u"list_templates"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(sorted(run.out), sorted(QString(expected).replace("  alembic init"_L1, "  stillroom-cli init"_L1)));
    const CommandRun inJson = CommandRun::of({u"--json"_s, u"list_templates"_s});
    const QJsonObject json = QJsonDocument::fromJson(inJson.out.toUtf8()).object();
    QCOMPARE(json.value("templates"_L1).toArray().size(), 3);
}

QTEST_GUILESS_MAIN(TestInitCommand)
#include "tst_initcommand.moc"
