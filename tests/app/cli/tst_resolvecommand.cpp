#include "tests/app/cli/alembicrun.h"
#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QStringList table(const QString &name)
{
    return {u"op.create_table('%1', sa.Column('id', sa.Integer, primary_key=True))"_s.arg(name)};
}

QStringList noTable(const QString &name)
{
    return {u"op.drop_table('%1')"_s.arg(name)};
}

void addTable(const ProjectFolder &folder, const QString &id, const QStringList &down)
{
    folder.add({.id = id,
        .down = down,
        .message = u"make "_s + id,
        .upgrade = table(id),
        .downgrade = noTable(id)});
}

// a1 - b1 - b2, and a1 - c1 - c2
void addTwoBranches(const ProjectFolder &folder)
{
    addTable(folder, u"a1"_s, {});
    addTable(folder, u"b1"_s, {u"a1"_s});
    addTable(folder, u"b2"_s, {u"b1"_s});
    addTable(folder, u"c1"_s, {u"a1"_s});
    addTable(folder, u"c2"_s, {u"c1"_s});
}

QMap<QString, QByteArray> filesOf(const ProjectFolder &folder)
{
    QMap<QString, QByteArray> files;
    for (const QFileInfo &info :
        QDir(folder.path(u"scripts/versions"_s)).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        files.insert(info.fileName(), file.readAll());
    }
    return files;
}

} // namespace

class TestResolveCommand : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void explainsAndChangesNothing();
    void explainsInJson();
    void leavesOneHeadAlone();
    void needsOneWay_data();
    void needsOneWay();
    void joinsHeads();
    void changesOneLiteral();
    void refusesWhatMakesNoLine_data();
    void refusesWhatMakesNoLine();
    void databasesStayOnTheLine_data();
    void databasesStayOnTheLine();
    void remindsOfChecksums();

private:
    PostgresqlCluster m_cluster;
};

void TestResolveCommand::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestResolveCommand::explainsAndChangesNothing()
{
    const ProjectFolder folder;
    addTwoBranches(folder);
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"resolve"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QString());
    QCOMPARE(run.out,
        u"b2 parts after a1:\n  b2 (head), make b2\n  b1, make b1\nc2 parts after a1:\n  c2 (head), make c2\n  c1, make c1\n\n"
        "A revision that joins them, whatever databases have applied:\n  stillroom-cli resolve --merge -m \"…\"\n"
        "One branch behind the other, while no database has applied the branch that moves:\n"
        "  stillroom-cli resolve --reparent b1 --onto c2\n  stillroom-cli resolve --reparent c1 --onto b2\n"_s);
    QCOMPARE(filesOf(folder), before);
}

void TestResolveCommand::explainsInJson()
{
    const ProjectFolder folder;
    addTwoBranches(folder);
    addTable(folder, u"d1"_s, {u"b1"_s, u"c1"_s}); // a merge is no beginning that can move
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"--json"_s, u"resolve"_s});
    QCOMPARE(run.code, 0);
    const QJsonObject answer = QJsonDocument::fromJson(run.out.toUtf8()).object();
    const QJsonArray heads = answer.value("heads"_L1).toArray();
    QCOMPARE(heads.size(), 3);
    QCOMPARE(heads.at(2).toObject().value("head"_L1).toString(), u"d1"_s);
    QCOMPARE(heads.at(2).toObject().value("follows"_L1).toVariant().toStringList(), (QStringList {u"b1"_s, u"c1"_s}));
    const QStringList commands = answer.value("commands"_L1).toVariant().toStringList();
    QVERIFY(commands.contains("stillroom-cli resolve --reparent b2 --onto d1"_L1));
    QVERIFY(!commands.join(u'\n').contains("--reparent d1"_L1));
}

void TestResolveCommand::leavesOneHeadAlone()
{
    const ProjectFolder folder;
    addTable(folder, u"a1"_s, {});
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"resolve"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, u"There is nothing to resolve: the project has no two heads.\n"_s);
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"resolve"_s, u"--merge"_s}).code, 1);
    QCOMPARE(filesOf(folder).size(), 1);
}

void TestResolveCommand::needsOneWay_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("no target") << QStringList {u"--reparent"_s, u"b1"_s};
    QTest::newRow("no revision") << QStringList {u"--onto"_s, u"c2"_s};
    QTest::newRow("both ways") << QStringList {u"--merge"_s, u"--reparent"_s, u"b1"_s, u"--onto"_s, u"c2"_s};
    QTest::newRow("message of nothing") << QStringList {u"-m"_s, u"x"_s};
}

void TestResolveCommand::needsOneWay()
{
    QFETCH(QStringList, options);
    const ProjectFolder folder;
    addTwoBranches(folder);
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = CommandRun::of(QStringList {u"-c"_s, folder.path(), u"resolve"_s} + options);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.startsWith("FAILED: Choose one"_L1), qPrintable(run.err));
    QCOMPARE(filesOf(folder), before);
}

void TestResolveCommand::joinsHeads()
{
    const ProjectFolder folder;
    addTwoBranches(folder);
    const CommandRun run = CommandRun::of(
        {u"-c"_s, folder.path(), u"resolve"_s, u"--merge"_s, u"-m"_s, u"join"_s, u"--rev-id"_s, u"m1"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, u"Generating %1 ...  done\n"_s.arg(folder.path(u"scripts/versions/m1_join.py"_s)));
    const AlembicRun heads = AlembicRun::of(folder.path(), {u"heads"_s});
    QCOMPARE(heads.text, u"m1 (head)\n"_s);
}

void TestResolveCommand::changesOneLiteral()
{
    const ProjectFolder folder;
    addTwoBranches(folder);
    const QString name = u"scripts/versions/c1.py"_s;
    const QByteArray text = "\"\"\"doc\r\n\r\nRevises: a1\r\n\"\"\"\r\nrevision: str = \"c1\"\r\n"
                            "down_revision = (  # the root\r\n    \"a1\",\r\n)\r\nname = 'a1'\r\n"
                            "def upgrade():\r\n    pass\r\ndef downgrade():\r\n    pass\r\n";
    folder.write(name, QString::fromUtf8(text));
    QMap<QString, QByteArray> expected = filesOf(folder);
    expected["c1.py"_L1].replace("    \"a1\",\r\n", "    \"b2\",\r\n");
    const CommandRun run = CommandRun::of(
        {u"-c"_s, folder.path(), u"resolve"_s, u"--reparent"_s, u"c1"_s, u"--onto"_s, u"b2"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, u"c1 follows b2 now, no more a1.\n"_s);
    QVERIFY2(run.err.startsWith("No database was looked at"_L1), qPrintable(run.err));
    QCOMPARE(filesOf(folder), expected);
    QCOMPARE(AlembicRun::of(folder.path(), {u"heads"_s}).text, u"c2 (head)\n"_s);
}

void TestResolveCommand::refusesWhatMakesNoLine_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<QString>("onto");
    QTest::newRow("itself") << u"b2"_s << u"b2"_s;
    QTest::newRow("its own head") << u"b1"_s << u"b2"_s;
    QTest::newRow("no head") << u"b1"_s << u"c1"_s;
    QTest::newRow("root of the other") << u"a1"_s << u"c2"_s;
    QTest::newRow("merge") << u"m1"_s << u"x1"_s;
    QTest::newRow("unknown revision") << u"nobody"_s << u"c2"_s;
    QTest::newRow("unknown head") << u"b1"_s << u"nobody"_s;
    QTest::newRow("base") << u"base"_s << u"c2"_s;
    QTest::newRow("dependency the other way") << u"x1"_s << u"y1"_s;
}

void TestResolveCommand::refusesWhatMakesNoLine()
{
    QFETCH(QString, revision);
    QFETCH(QString, onto);
    const ProjectFolder folder;
    addTwoBranches(folder);
    addTable(folder, u"m1"_s, {u"b1"_s, u"c1"_s});
    addTable(folder, u"x1"_s, {});
    folder.add({.id = u"y1"_s, .dependsOn = {u"x1"_s}});
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = CommandRun::of(
        {u"-c"_s, folder.path(), u"resolve"_s, u"--reparent"_s, revision, u"--onto"_s, onto});
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QString());
    QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
    QCOMPARE(filesOf(folder), before);
}

void TestResolveCommand::databasesStayOnTheLine_data()
{
    QTest::addColumn<bool>("postgresql");
    QTest::addColumn<QStringList>("upgrades"); // before
    QTest::addColumn<bool>("isRefused");
    for (const bool postgresql : {false, true}) {
        const char *kind = postgresql ? "PostgreSQL" : "SQLite";
        QTest::addRow("%s, empty", kind) << postgresql << QStringList {} << false;
        QTest::addRow("%s, before the branches", kind) << postgresql << QStringList {u"a1"_s} << false;
        QTest::addRow("%s, the other branch", kind) << postgresql << QStringList {u"b2"_s} << false;
        QTest::addRow("%s, both branches", kind) << postgresql << QStringList {u"heads"_s} << false;
        QTest::addRow("%s, half of the moved one", kind) << postgresql << QStringList {u"b2"_s, u"c1"_s} << false;
        QTest::addRow("%s, only the moved one", kind) << postgresql << QStringList {u"c2"_s} << true;
        QTest::addRow("%s, half of the other", kind) << postgresql << QStringList {u"c2"_s, u"b1"_s} << true;
    }
}

void TestResolveCommand::databasesStayOnTheLine()
{
    QFETCH(bool, postgresql);
    QFETCH(QStringList, upgrades);
    QFETCH(bool, isRefused);
    const ProjectFolder folder;
    const QString url = postgresql ? m_cluster.createDatabase() : u"sqlite:///"_s + folder.database();
    QVERIFY2(!url.isEmpty(), qPrintable(m_cluster.problem()));
    folder.writeConfig(url);
    addTwoBranches(folder);
    QList<QStringList> preparation {{u"ensure_version"_s}};
    for (const QString &target : upgrades)
        preparation << QStringList {u"upgrade"_s, target};
    QCOMPARE(alembicAnswers(folder.path(), preparation), QStringList(preparation.size(), QString()));
    const QMap<QString, QByteArray> before = filesOf(folder);
    const QString rowsBefore = CommandRun::of({u"-c"_s, folder.path(), u"--json"_s, u"current"_s}).out;
    const CommandRun run = CommandRun::of(
        {u"-c"_s, folder.path(), u"resolve"_s, u"--database"_s, u"--reparent"_s, u"c1"_s, u"--onto"_s, u"b2"_s});
    if (isRefused) {
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("\n  next: Upgrade it"_L1), qPrintable(run.err));
        QCOMPARE(filesOf(folder), before);
        QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"--json"_s, u"current"_s}).out, rowsBefore);
        return;
    }
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(filesOf(folder) != before);
    // Alembic goes on, up to the one head and all the way back
    const QStringList answers = alembicAnswers(folder.path(),
        {{u"upgrade"_s, u"head"_s}, {u"current"_s}, {u"downgrade"_s, u"base"_s}, {u"upgrade"_s, u"head"_s}});
    QCOMPARE(answers, (QStringList {QString(), u"c2 (head)\n"_s, QString(), QString()}));
}

void TestResolveCommand::remindsOfChecksums()
{
    const ProjectFolder folder;
    addTwoBranches(folder);
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"check"_s, u"--write"_s}).code, 0);
    const CommandRun run = CommandRun::of(
        {u"-c"_s, folder.path(), u"resolve"_s, u"--reparent"_s, u"c1"_s, u"--onto"_s, u"b2"_s});
    QCOMPARE(run.code, 0);
    const QString command = u"check --write --accept c1"_s;
    QVERIFY2(run.err.contains(u"\"stillroom-cli "_s + command), qPrintable(run.err));
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(), u"check"_s}).code, 3);
    QCOMPARE(CommandRun::of(QStringList {u"-c"_s, folder.path()} + command.split(u' ')).code, 0);
}

QTEST_GUILESS_MAIN(TestResolveCommand)
#include "tst_resolvecommand.moc"
