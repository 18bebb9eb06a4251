#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/judge.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

struct Case {
    const char *project;
    QString command;
};

const QList<Case> &cases()
{
    static const QList<Case> all {{"empty", u"history"_s}, {"empty", u"heads"_s}, {"line", u"history"_s},
        {"line", u"history -v"_s}, {"line", u"history -r bbbb02:cccc03"_s}, {"line", u"history -r :bbbb02"_s},
        {"line", u"history -r bbbb02:"_s}, {"line", u"history -r bb:cc"_s}, {"line", u"history -r-2:cccc03"_s},
        {"line", u"history -r base:heads"_s}, {"line", u"history -r bbbb02"_s}, {"line", u"history -r a:b:c"_s},
        {"line", u"history -r nobody:"_s}, {"line", u"history -r cccc03:aaaa01"_s}, {"line", u"heads"_s},
        {"line", u"heads -v"_s}, {"tree", u"history"_s}, {"tree", u"history -r b1:"_s},
        {"tree", u"history -r aaaa01:eeee05"_s}, {"tree", u"heads"_s}, {"tree", u"heads --resolve-dependencies"_s},
        {"tree", u"heads -v"_s}, {"line", u"history -i"_s}, {"line", u"current"_s}, {"tree", u"current"_s}};
    return all;
}

using Projects = std::map<QByteArray, std::unique_ptr<ProjectFolder>>;

Projects projects()
{
    Projects all;
    for (const char *name : {"empty", "line", "tree"})
        all[name] = std::make_unique<ProjectFolder>();
    const ProjectFolder &line = *all["line"];
    line.add({.id = u"aaaa01"_s, .message = u"first rev"_s});
    line.add({.id = u"bbbb02"_s, .down = {u"aaaa01"_s}, .message = u"变量\nin two lines\n\nand more\n  indented"_s});
    line.add({.id = u"cccc03"_s, .down = {u"bbbb02"_s}});
    const ProjectFolder &tree = *all["tree"];
    tree.add({.id = u"aaaa01"_s, .message = u"root"_s});
    tree.add({.id = u"cccc03"_s, .down = {u"aaaa01"_s}, .message = u"left"_s});
    tree.add({.id = u"dddd04"_s, .down = {u"aaaa01"_s}, .message = u"right"_s, .labels = {u"side"_s}});
    tree.add({.id = u"eeee05"_s, .down = {u"cccc03"_s, u"dddd04"_s}, .message = u"merge"_s});
    tree.add({.id = u"a2"_s, .message = u"other root"_s});
    tree.add({.id = u"b1"_s, .message = u"bank"_s, .dependsOn = {u"a2"_s}, .labels = {u"bank"_s}});
    return all;
}

} // namespace

class TestHistoryCommand : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void printsWhatAlembicPrints_data();
    void printsWhatAlembicPrints();
    void jsonHasEveryRevision();
    void brokenFilesDoNotHideTheOthers_data();
    void brokenFilesDoNotHideTheOthers();

private:
    [[nodiscard]] QStringList arguments(const Case &one) const
    {
        return QStringList {u"-c"_s, m_projects.at(one.project)->path(u"alembic.ini"_s)} + one.command.split(u' ');
    }

    Projects m_projects = projects();
    QJsonArray m_judged;
};

void TestHistoryCommand::initTestCase()
{
    TestCase::initTestCase();
    QJsonArray commands;
    for (const Case &one : cases())
        commands << QJsonArray::fromStringList(arguments(one));
    // relative SQLite paths are Alembic's working directory: the database is empty everywhere
    m_judged = judged(u"app/cli/judge_commands.py"_s, commands, m_projects.at("empty")->path());
    QCOMPARE(m_judged.size(), cases().size());
}

void TestHistoryCommand::printsWhatAlembicPrints_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < cases().size(); ++index)
        QTest::addRow("%s: %s", cases().at(index).project, qPrintable(cases().at(index).command)) << index;
}

void TestHistoryCommand::printsWhatAlembicPrints()
{
    QFETCH(int, index);
    const QString expected = m_judged.at(index).toString();
    const CommandRun run = CommandRun::of(arguments(cases().at(index)));
    if (expected.startsWith("FAILED: "_L1) || expected.startsWith("CRASHED: "_L1)) {
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QString());
        QVERIFY(run.err.startsWith("FAILED: "_L1));
        QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
        if (expected.startsWith("FAILED: "_L1))
            QCOMPARE(run.err.section(u'\n', 0, 0), expected.trimmed());
        return;
    }
    QCOMPARE(run.out, expected);
    QCOMPARE(run.err, QString());
    QCOMPARE(run.code, 0);
}

void TestHistoryCommand::jsonHasEveryRevision()
{
    const CommandRun run = CommandRun::of({u"-c"_s, m_projects["tree"]->path(), u"--json"_s, u"history"_s});
    QCOMPARE(run.code, 0);
    const QJsonArray revisions = QJsonDocument::fromJson(run.out.toUtf8()).object().value("revisions"_L1).toArray();
    QCOMPARE(revisions.size(), 6);
    const QJsonObject bank = revisions.at(0).toObject();
    QCOMPARE(bank.value("revision"_L1).toString(), u"b1"_s);
    QCOMPARE(bank.value("down"_L1).toArray(), QJsonArray());
    QCOMPARE(bank.value("dependsOn"_L1).toArray(), QJsonArray {u"a2"_s});
    QCOMPARE(bank.value("labels"_L1).toArray(), QJsonArray {u"bank"_s});
    QCOMPARE(bank.value("head"_L1).toBool(), true);
    QCOMPARE(bank.value("message"_L1).toString(), u"bank"_s);
    QCOMPARE(bank.value("path"_L1).toString(), m_projects["tree"]->path(u"scripts/versions/b1.py"_s));
}

void TestHistoryCommand::brokenFilesDoNotHideTheOthers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("syntax error in the header") << u"revision = 'x'\ndown_revision = (\n"_s << 2;
    QTest::newRow("header that must be run") << u"revision = 'x'\n\ndown_revision = previous()\n"_s << 3;
    QTest::newRow("no parent") << u"\n\nrevision = 'x'\n"_s << 0;
}

void TestHistoryCommand::brokenFilesDoNotHideTheOthers()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    const ProjectFolder folder;
    folder.add({.id = u"aaaa01"_s, .message = u"first"_s});
    folder.write(u"scripts/versions/broken.py"_s, text);
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"history"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, u"<base> -> aaaa01 (head), first\n"_s);
    QVERIFY2(run.err.startsWith("Warning: "_L1), qPrintable(run.err));
    const QString file = folder.path(u"scripts/versions/broken.py"_s);
    const QString place = line > 0 ? u"  at %1:%2"_s.arg(file).arg(line) : u"  at "_s + file;
    QVERIFY2(run.err.contains(place), qPrintable(run.err));
    QVERIFY2(run.err.contains("  next: "_L1), qPrintable(run.err));
}

QTEST_GUILESS_MAIN(TestHistoryCommand)
#include "tst_historycommand.moc"
