#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QDir>

using namespace Qt::StringLiterals;

class TestTemplateFailures : public TestCase
{
    Q_OBJECT

private slots:
    void refusesTemplates_data();
    void refusesTemplates();
};

void TestTemplateFailures::refusesTemplates_data()
{
    QTest::addColumn<QString>("mako");
    QTest::addColumn<int>("line");
    QTest::newRow("tag") << u"x\n<%def name=\"a()\">\n</%def>\n"_s << 2;
    QTest::newRow("include") << u"\n\n<%include file=\"x\"/>\n"_s << 3;
    QTest::newRow("filter") << u"\n${message | h}\n"_s << 2;
    QTest::newRow("unknown name") << u"a\nb\n${author}\n"_s << 3;
    QTest::newRow("module") << u"<%\n  import os\n%>\n${os.getcwd()}\n"_s << 4;
    QTest::newRow("no brace") << u"a\n${message\n"_s << 2;
    QTest::newRow("no end") << u"a\n% if message:\nb\n"_s << 2;
    QTest::newRow("wrong end") << u"% if message:\nb\n% endfor\n"_s << 3;
    QTest::newRow("Python") << u"a\n\n${message +}\n"_s << 3;
    QTest::newRow("no revision") << u"x = 1\n"_s << 0;
}

void TestTemplateFailures::refusesTemplates()
{
    QFETCH(QString, mako);
    QFETCH(int, line);
    const ProjectFolder folder;
    folder.write(u"scripts/script.py.mako"_s, mako);
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"revision"_s, u"-m"_s, u"x"_s});
    QCOMPARE(run.code, 1);
    const QString file = folder.path(u"scripts/script.py.mako"_s);
    const QString place = line > 0 ? u"  at %1:%2\n"_s.arg(file).arg(line) : u"  at %1\n"_s.arg(file);
    QVERIFY2(run.err.contains(place), qPrintable(run.err));
    QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
    QVERIFY(QDir(folder.path(u"scripts/versions"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(TestTemplateFailures)
#include "tst_templatefailures.moc"
