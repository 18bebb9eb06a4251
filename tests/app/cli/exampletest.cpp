#include "tests/app/cli/exampletest.h"

#include "migrations/project/project.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

void ExampleTest::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void ExampleTest::init()
{
    TestCase::init();
    copyExample();
}

void ExampleTest::copyExample()
{
    QDir::setCurrent(QDir::tempPath()); // not a folder that goes away
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = u"postgres"_s;
    const QDir source(QStringLiteral(STILLROOM_SOURCE_DIR "/resources/examples/") + m_layout.name);
    QVERIFY2(source.exists(), qPrintable(source.path()));
    QDirIterator files(source.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString target = m_folder->filePath(source.relativeFilePath(files.next()));
        QVERIFY(QDir().mkpath(QFileInfo(target).path()));
        QVERIFY(QFile::copy(files.filePath(), target));
    }
    QVERIFY(QDir::setCurrent(path({})));
}

void ExampleTest::cleanup()
{
    QDir::setCurrent(QDir::tempPath());
}

QString ExampleTest::path(const QString &file) const
{
    return QDir::cleanPath(m_folder->filePath(m_layout.folder + u'/' + file));
}

QString ExampleTest::useNewDatabase()
{
    const QString url = m_cluster.createDatabase();
    if (url.isEmpty())
        QTest::qFail(qPrintable(m_cluster.problem()), __FILE__, __LINE__);
    m_database = url.section(u'/', 3).section(u'?', 0, 0);
    return m_database;
}

ExampleTest::Outcome ExampleTest::run(
    const QString &program, const QStringList &arguments, const Environment &more) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s);
    environment.insert(u"PYTHONPATH"_s, QStringLiteral(STILLROOM_SOURCE_DIR "/tests/support/standins"));
    environment.insert(u"PGPASSWORD"_s, PostgresqlCluster::superuserPassword());
    for (const auto &[name, value] : more)
        environment.insert(name, value);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(path({}));
    process.start(program, arguments);
    if (!process.waitForFinished(120000))
        return {.err = process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

ExampleTest::Outcome ExampleTest::alembic(const QString &command) const
{
    return run(u"alembic"_s, QStringList {u"-c"_s, m_layout.config} + command.split(u' '), environmentFor(m_database));
}

CommandRun ExampleTest::unanswered(const QString &command) const
{
    return CommandRun::of(
        QStringList {u"-c"_s, path(m_layout.config), u"--url"_s, urlOf(m_database)} + command.split(u' '));
}

CommandRun ExampleTest::stillroom(const QString &command) const
{
    QStringList words = command.split(u' ');
    // the examples move rows about and drop where they came from
    const bool takesAnswers = words.constFirst() == u"upgrade" || words.constFirst() == u"downgrade";
    if (takesAnswers && !words.contains(u"--yes"_s) && !words.contains(u"--sql"_s))
        words << u"--yes"_s;
    return unanswered(words.join(u' '));
}

QString ExampleTest::valueOf(const QString &sql) const
{
    const Outcome answer = run(u"psql"_s,
        {u"-X"_s, u"-A"_s, u"-t"_s, u"-h"_s, m_cluster.socketFolder(), u"-U"_s, PostgresqlCluster::superuser(), u"-d"_s,
            m_database, u"-c"_s, sql});
    return answer.code == 0 ? answer.out.trimmed() : answer.err;
}

void ExampleTest::runSql(const QString &sql)
{
    QVERIFY2(m_cluster.run(m_database, sql), qPrintable(m_cluster.problem()));
}

QString ExampleTest::schemaOf(const QString &database) const
{
    const Outcome dump = run(u"pg_dump"_s,
        {u"--schema-only"_s, u"-h"_s, m_cluster.socketFolder(), u"-U"_s, PostgresqlCluster::superuser(), database});
    if (dump.code != 0)
        return dump.err;
    // newer ones protect the text with a random word
    static const QRegularExpression randomWord(u"^\\\\(un)?restrict .*\n"_s, QRegularExpression::MultilineOption);
    return QString(dump.out).remove(randomWord);
}

QStringList ExampleTest::revisions() const
{
    QStringList ids;
    static const QRegularExpression step(u"^.* -> (\\S+?),? .*$"_s, QRegularExpression::MultilineOption);
    for (const QRegularExpressionMatch &match : step.globalMatch(stillroom(u"history"_s).out))
        ids.prepend(match.captured(1));
    return ids;
}

void ExampleTest::opensWithoutProblems()
{
    const auto project = Migrations::Project::open(path(m_layout.config));
    QVERIFY2(project, qPrintable(project ? QString() : project.error().toText()));
    for (const Migrations::Error &problem : (*project)->problems())
        QFAIL(qPrintable(problem.toText()));
    QCOMPARE((*project)->scripts().revisions.size(), m_layout.revisions);
    QCOMPARE(revisions().size(), m_layout.revisions);
}

namespace {

// Alembic has the branches in a set, whose order is another in every run
QStringList withSortedBranches(const QString &text)
{
    QStringList lines = text.split(u'\n');
    const QString word = u"Branches into: "_s;
    for (QString &line : lines) {
        if (!line.startsWith(word))
            continue;
        QStringList branches = line.sliced(word.size()).split(u", "_s);
        branches.sort();
        line = word + branches.join(u", "_s);
    }
    return lines;
}

} // namespace

void ExampleTest::listsAreAlembics_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"history", "history --verbose", "heads", "heads --verbose"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void ExampleTest::listsAreAlembics()
{
    QFETCH(QString, command);
    const Outcome theirs = alembic(command);
    QVERIFY2(theirs.code == 0, qPrintable(theirs.err));
    QVERIFY(!theirs.out.isEmpty());
    QCOMPARE(withSortedBranches(stillroom(command).out), withSortedBranches(theirs.out));
}

void ExampleTest::everyStepLeadsToAlembicsSchema()
{
    const QString ours = useNewDatabase();
    for (const QString &revision : revisions()) {
        const CommandRun step = stillroom(u"upgrade "_s + revision);
        QVERIFY2(step.code == 0, qPrintable(revision + u'\n' + step.err));
        const QString current = stillroom(u"current"_s).out;
        QVERIFY2(current.contains(revision), qPrintable(current));
    }
    useNewDatabase();
    const Outcome theirs = alembic(u"upgrade head"_s);
    QVERIFY2(theirs.code == 0, qPrintable(theirs.err));
    const QString schema = schemaOf(database());
    QVERIFY(schema.contains(u"CREATE TABLE"_s));
    QCOMPARE(schemaOf(ours).split(u'\n'), schema.split(u'\n'));
}

void ExampleTest::alembicGoesOnWhereStillroomStopped()
{
    useNewDatabase();
    const QStringList ids = revisions();
    QCOMPARE(stillroom(u"upgrade "_s + ids[ids.size() / 2]).code, 0);
    const Outcome up = alembic(u"upgrade head"_s);
    QVERIFY2(up.code == 0, qPrintable(up.err));
    const CommandRun down = stillroom(u"downgrade "_s + ids.first());
    QVERIFY2(down.code == 0, qPrintable(down.err));
    QCOMPARE(alembic(u"current"_s).out, stillroom(u"current"_s).out);
    const Outcome again = alembic(u"upgrade head"_s);
    QVERIFY2(again.code == 0, qPrintable(again.err));
}

void ExampleTest::downgradeLeavesWhatAlembicLeaves()
{
    const QString ours = useNewDatabase();
    const CommandRun up = stillroom(u"upgrade head --yes"_s); // also to a wider column for long ids
    QVERIFY2(up.code == 0, qPrintable(up.err));
    const CommandRun down = stillroom(u"downgrade base"_s);
    QVERIFY2(down.code == 0, qPrintable(down.err));
    QVERIFY(stillroom(u"tables"_s).out.trimmed().isEmpty());
    useNewDatabase();
    QCOMPARE(alembic(u"upgrade head"_s).code, 0);
    QCOMPARE(alembic(u"downgrade base"_s).code, 0);
    QCOMPARE(schemaOf(ours).split(u'\n'), schemaOf(database()).split(u'\n'));
    QCOMPARE(schemaOf(ours).count(u"CREATE "_s), 1); // the version table
}

QStringList ExampleTest::sqlCommands() const
{
    return {u"upgrade head"_s, u"downgrade head:base"_s};
}

void ExampleTest::sqlIsAlembics_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &command : sqlCommands())
        QTest::newRow(qPrintable(command)) << command + u" --sql"_s;
}

void ExampleTest::sqlIsAlembics()
{
    QFETCH(QString, command);
    Outcome theirs = alembic(command);
    QVERIFY2(theirs.code == 0, qPrintable(theirs.err));
    QVERIFY(theirs.out.contains(u"-- Running"_s));
    const CommandRun ours = stillroom(command);
    QVERIFY2(ours.code == 0, qPrintable(ours.err));
    // Alembic dropped its table at the end of a downgrade to base up to 1.18, and no longer does
    QCOMPARE(ours.out.split(u'\n'), theirs.out.remove(u"DROP TABLE alembic_version;\n\n"_s).split(u'\n'));
}
