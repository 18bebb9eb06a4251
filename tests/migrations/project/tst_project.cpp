#include "migrations/project/project.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

class TestProject : public TestCase
{
    Q_OBJECT

private slots:
    void cleanup();
    void fileAndFolderOpenTheSame_data();
    void fileAndFolderOpenTheSame();
    void sectionIsChosen();
    void whatIsNoProjectSaysWhatToDo_data();
    void whatIsNoProjectSaysWhatToDo();
    void folderWithAProjectBelowNamesIt();
    void folderOfFlaskMigrateIsTold();
    void missingVersionsFolderIsAnError();
    void oneMissingFolderOfSeveralIsAProblem();
    void foldersBelowAreReadWhenAskedFor();
    void linksThatGoRoundEnd();
    void brokenRevisionIsAProblem();
    void relativeDatabaseIsBesideTheConfiguration();
    void existingDatabaseOfTheWorkingDirectoryIsTaken();
    void missingAndWrongUrlsNameTheirPlace_data();
    void missingAndWrongUrlsNameTheirPlace();

private:
    QString m_start = QDir::currentPath();
};

void TestProject::cleanup()
{
    QDir::setCurrent(m_start);
}

void TestProject::fileAndFolderOpenTheSame_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("file") << u"alembic.ini"_s;
    QTest::newRow("folder") << QString();
    QTest::newRow("folder with a slash") << u"."_s;
    QTest::newRow("file by another name") << u"other.ini"_s;
}

void TestProject::fileAndFolderOpenTheSame()
{
    QFETCH(QString, name);
    const ProjectFolder folder;
    QVERIFY(QFile::copy(folder.path(u"alembic.ini"_s), folder.path(u"other.ini"_s)));
    folder.add({.id = u"r2"_s, .down = {u"r1"_s}});
    const QString first = folder.add({.id = u"r1"_s, .message = u"one"_s});
    const auto project = Project::open(folder.path(name));
    QVERIFY2(project.has_value(), qPrintable(project ? QString() : project.error().toText()));
    QCOMPARE((*project)->configFile(), folder.path(name == u"other.ini" ? name : u"alembic.ini"_s));
    QCOMPARE((*project)->name(), QDir(folder.path()).dirName());
    QCOMPARE((*project)->scriptLocation(), folder.path(u"scripts"_s));
    QCOMPARE((*project)->versionLocations(), QStringList {folder.path(u"scripts/versions"_s)});
    QCOMPARE((*project)->url(), u"sqlite:///data.db"_s);
    QCOMPARE((*project)->graph().ids(), (QStringList {u"r1"_s, u"r2"_s}));
    QCOMPARE((*project)->graph().heads(), QStringList {u"r2"_s});
    QCOMPARE((*project)->scripts().revision(u"r1"_s)->path, first);
    QCOMPARE((*project)->problems().size(), 0);
}

void TestProject::sectionIsChosen()
{
    const ProjectFolder folder;
    folder.writeConfig(u"sqlite:///a.db"_s,
        u"[dev]\nscript_location = %(here)s/scripts\nsqlalchemy.url = sqlite:///b.db\n"_s);
    QCOMPARE(Project::open(folder.path()).value()->url(), u"sqlite:///a.db"_s);
    QCOMPARE(Project::open(folder.path(), u"dev"_s).value()->url(), u"sqlite:///b.db"_s);
    QCOMPARE(Project::open(folder.path(), u"prod"_s).error().code, ErrorCode::NotFound);
}

void TestProject::whatIsNoProjectSaysWhatToDo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("config");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing there") << u"gone"_s << QString() << ErrorCode::NotFound << u"%1/gone"_s;
    QTest::newRow("empty path") << QString() << QString() << ErrorCode::NotFound << QString();
    QTest::newRow("no configuration") << u"scripts"_s << QString() << ErrorCode::NotFound
                                      << u"There is no alembic.ini in %1/scripts."_s;
    QTest::newRow("no section") << u"x.ini"_s << u"[a]\n"_s << ErrorCode::NotFound
                                << u"No config file 'x.ini' found, or file has no '[alembic]' section"_s;
    QTest::newRow("no script_location") << u"x.ini"_s << u"[alembic]\n"_s << ErrorCode::NotFound
                                        << u"No 'script_location' key found in configuration."_s;
    QTest::newRow("no script folder")
        << u"x.ini"_s << u"[alembic]\nscript_location = %(here)s/gone\n"_s << ErrorCode::NotFound
        << u"Path doesn't exist: %1/gone.  Please use the 'init' command to create a new scripts folder."_s;
    QTest::newRow("not an ini file") << u"x.ini"_s << u"script_location = x\n"_s << ErrorCode::Syntax
                                     << u"The file has no section header before this line."_s;
}

void TestProject::whatIsNoProjectSaysWhatToDo()
{
    QFETCH(QString, name);
    QFETCH(QString, config);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    const ProjectFolder folder;
    if (!config.isEmpty())
        folder.write(name, config);
    const auto project = Project::open(name.isEmpty() ? QString() : folder.path(name));
    QVERIFY(!project);
    QCOMPARE(project.error().code, code);
    const QString expected = message.contains("%1"_L1) ? message.arg(folder.path()) : message;
    QVERIFY2(project.error().message.contains(expected), qPrintable(project.error().message));
    QVERIFY(!project.error().nextStep.isEmpty());
    if (!config.isEmpty())
        QCOMPARE(project.error().at.file, folder.path(name));
}

void TestProject::folderWithAProjectBelowNamesIt()
{
    const ProjectFolder folder;
    const Error error = Project::open(folder.path(u".."_s)).error();
    QCOMPARE(error.code, ErrorCode::NotFound);
    QVERIFY2(error.nextStep.contains(QDir(folder.path()).dirName()), qPrintable(error.nextStep));
}

void TestProject::folderOfFlaskMigrateIsTold()
{
    const ProjectFolder folder;
    folder.write(u"scripts/alembic.ini"_s, u"[alembic]\n# file_template = x\n"_s);
    const Error error = Project::open(folder.path(u"scripts"_s)).error();
    QCOMPARE(error.message, u"No 'script_location' key found in configuration."_s);
    QCOMPARE(error.nextStep, u"Write \"script_location = %(here)s\" in section [alembic]."_s);
}

void TestProject::missingVersionsFolderIsAnError()
{
    const ProjectFolder folder;
    QVERIFY(QDir(folder.path(u"scripts/versions"_s)).removeRecursively());
    const Error error = Project::open(folder.path()).error();
    QCOMPARE(error.code, ErrorCode::NotFound);
    QVERIFY2(error.message.contains(folder.path(u"scripts/versions"_s)), qPrintable(error.message));
    QCOMPARE(error.at, (SourceLocation {folder.path(u"alembic.ini"_s), 2}));
    QVERIFY(!error.nextStep.isEmpty());
}

void TestProject::oneMissingFolderOfSeveralIsAProblem()
{
    const ProjectFolder folder;
    folder.writeConfig({}, u"version_locations = %(here)s/gone %(here)s/scripts/versions\n"_s);
    folder.add({.id = u"r1"_s});
    const auto project = Project::open(folder.path()).value();
    QCOMPARE(project->graph().ids(), QStringList {u"r1"_s});
    QCOMPARE(project->problems().size(), 1);
    QCOMPARE(project->problems().constFirst().code, ErrorCode::NotFound);
    QCOMPARE(project->problems().constFirst().at.line, 4);
    QCOMPARE(project->scripts().problems.size(), 0);
}

void TestProject::foldersBelowAreReadWhenAskedFor()
{
    const ProjectFolder folder;
    const QString text = u"revision = '%1'\ndown_revision = None\n"_s;
    for (const QString &name : {u"2025/b"_s, u"2024/a"_s, u"2024/deep/d"_s, u"__pycache__/e"_s, u"top"_s})
        folder.write(u"scripts/versions/%1.py"_s.arg(name), text.arg(name.section(u'/', -1)));
    QCOMPARE(Project::open(folder.path()).value()->graph().ids(), QStringList {u"top"_s});
    folder.writeConfig({}, u"recursive_version_locations = true\n"_s);
    QCOMPARE(Project::open(folder.path()).value()->graph().ids(),
        (QStringList {u"top"_s, u"a"_s, u"d"_s, u"b"_s}));
    QCOMPARE(Project::open(folder.path()).value()->versionLocations(),
        QStringList {folder.path(u"scripts/versions"_s)});
}

void TestProject::linksThatGoRoundEnd()
{
    const ProjectFolder folder;
    folder.write(u"scripts/versions/deep/a.py"_s, u"revision = 'a'\ndown_revision = None\n"_s);
    QVERIFY(QFile::link(u".."_s, folder.path(u"scripts/versions/deep/up"_s)));
    QVERIFY(QFile::link(u"round"_s, folder.path(u"scripts/versions/round"_s)));
    QVERIFY(QFile::link(u"round.py"_s, folder.path(u"scripts/versions/deep/round.py"_s)));
    folder.writeConfig({}, u"recursive_version_locations = true\n"_s);
    const auto project = Project::open(folder.path()).value();
    QCOMPARE(project->graph().ids(), QStringList {u"a"_s});
    QCOMPARE(project->problems().size(), 1);
    QCOMPARE(project->problems().constFirst().code, ErrorCode::Io);
    QCOMPARE(project->problems().constFirst().at.file, folder.path(u"scripts/versions/deep/round.py"_s));
}

void TestProject::brokenRevisionIsAProblem()
{
    const ProjectFolder folder;
    folder.add({.id = u"r1"_s});
    folder.write(u"scripts/versions/r2.py"_s, u"revision = 'r2'\ndown_revision = some()\n"_s);
    const auto project = Project::open(folder.path()).value();
    QCOMPARE(project->graph().ids(), QStringList {u"r1"_s});
    QCOMPARE(project->problems().size(), 1);
    QCOMPARE(project->problems().constFirst().at.file, folder.path(u"scripts/versions/r2.py"_s));
    QCOMPARE(project->problems().constFirst().at.line, 2);
}

void TestProject::relativeDatabaseIsBesideTheConfiguration()
{
    const ProjectFolder folder;
    QTemporaryDir elsewhere;
    QDir::setCurrent(elsewhere.path());
    const auto project = Project::open(folder.path()).value();
    QCOMPARE(project->databaseUrl()->database(), folder.database());
    QCOMPARE(project->databaseUrl(u"sqlite:///sub/other.db"_s)->database(), folder.path(u"sub/other.db"_s));
    QCOMPARE(project->databaseUrl(u"sqlite:////abs/other.db"_s)->database(), u"/abs/other.db"_s);
    QCOMPARE(project->databaseUrl(u"sqlite://"_s)->database(), QString());
}

void TestProject::existingDatabaseOfTheWorkingDirectoryIsTaken()
{
    const ProjectFolder folder;
    const ProjectFolder elsewhere;
    QDir::setCurrent(elsewhere.path());
    elsewhere.write(u"data.db"_s, {});
    const auto project = Project::open(folder.path()).value();
    QCOMPARE(project->databaseUrl()->database(), elsewhere.database());
    folder.write(u"data.db"_s, {});
    QCOMPARE(project->databaseUrl()->database(), folder.database());
}

void TestProject::missingAndWrongUrlsNameTheirPlace_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("given");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("line");
    QTest::newRow("none") << QString() << QString() << ErrorCode::NotFound << 0;
    QTest::newRow("template") << u"driver://user:pass@localhost/dbname"_s << QString() << ErrorCode::NotFound << 0;
    QTest::newRow("no URL") << u"data.db"_s << QString() << ErrorCode::BadInput << 3;
    QTest::newRow("given") << u"sqlite://"_s << u"data.db"_s << ErrorCode::BadInput << -1;
}

void TestProject::missingAndWrongUrlsNameTheirPlace()
{
    QFETCH(QString, written);
    QFETCH(QString, given);
    QFETCH(ErrorCode, code);
    QFETCH(int, line);
    const ProjectFolder folder;
    folder.writeConfig(written);
    const auto project = Project::open(folder.path()).value();
    const Error error = project->databaseUrl(given).error();
    QCOMPARE(error.code, code);
    QVERIFY(!error.nextStep.isEmpty());
    QCOMPARE(error.at,
        line < 0 ? SourceLocation {} : (SourceLocation {folder.path(u"alembic.ini"_s), line}));
}

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
