#include "migrations/plan/autocommitsteps.h"
#include "migrations/project/project.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// Steps that leave their transaction are announced, with their place.
class TestAutocommitSteps : public TestCase
{
    Q_OBJECT

private slots:
    void blocksAreAnnounced();
    void missingFilesSayNothing();
};

void TestAutocommitSteps::blocksAreAnnounced()
{
    const ProjectFolder folder;
    folder.add({.id = u"a"_s, .upgrade = {u"op.execute('SELECT 1')"_s}});
    const QString path = folder.add({.id = u"b"_s,
        .down = {u"a"_s},
        .upgrade = {u"with op.get_context().autocommit_block():"_s, u"    op.execute('VACUUM')"_s}});
    const Result<std::shared_ptr<const Project>> project = Project::open(folder.path());
    QVERIFY(project);
    const Result<QList<Graph::Step>> steps = (*project)->graph().upgrade({}, u"head"_s);
    QVERIFY(steps);
    const QList<Error> warnings = Plan::autocommitWarnings((*project)->scripts(), *steps);
    QCOMPARE(warnings.size(), 1);
    QVERIFY2(warnings.front().message.contains(u"b"_s), qPrintable(warnings.front().message));
    QCOMPARE(warnings.front().at.file, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QVERIFY(lines.value(warnings.front().at.line - 1).contains(u"autocommit_block"_s));
}

void TestAutocommitSteps::missingFilesSayNothing()
{
    const ProjectFolder folder;
    const QString path = folder.add({.id = u"a"_s,
        .upgrade = {u"with op.get_context().autocommit_block():"_s, u"    op.execute('VACUUM')"_s}});
    const Result<std::shared_ptr<const Project>> project = Project::open(folder.path());
    QVERIFY(project);
    const Result<QList<Graph::Step>> steps = (*project)->graph().upgrade({}, u"head"_s);
    QVERIFY(QFile::remove(path));
    QVERIFY(Plan::autocommitWarnings((*project)->scripts(), *steps).isEmpty());
}

QTEST_GUILESS_MAIN(TestAutocommitSteps)
#include "tst_autocommitsteps.moc"
