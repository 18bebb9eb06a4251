#include "tests/app/cli/alembicrun.h"
#include "tests/app/cli/squashfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QProcess>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

class TestSquashedDatabases : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void doesWhatTheReplacedOnesDid_data();
    void doesWhatTheReplacedOnesDid();
    void databasesGoOn_data();
    void databasesGoOn();
    void stillroomRunsTheResult();
    void usesTheProjectsVersionTable();
    void examplesGiveTheSameSql_data();
    void examplesGiveTheSameSql();
    void squashesSql();
    void changesNothingHalf();

private:
    PostgresqlCluster m_cluster;
};

void TestSquashedDatabases::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestSquashedDatabases::doesWhatTheReplacedOnesDid_data()
{
    QTest::addColumn<bool>("postgresql");
    QTest::addColumn<QString>("range");
    QTest::newRow("SQLite, from base") << false << u"base:a4"_s;
    QTest::newRow("SQLite, in the middle") << false << u"a2:a4"_s;
    QTest::newRow("SQLite, all") << false << u":"_s;
    QTest::newRow("PostgreSQL, from base") << true << u"base:a4"_s;
}

void TestSquashedDatabases::doesWhatTheReplacedOnesDid()
{
    QFETCH(bool, postgresql);
    QFETCH(QString, range);
    const ProjectFolder folder;
    addRevisions(folder);
    const auto prepare = [&](const QString &name) {
        const QString url = postgresql ? m_cluster.createDatabase() : u"sqlite:///"_s + folder.path(name);
        folder.writeConfig(url);
        return url;
    };
    const QString before = prepare(u"before.db"_s);
    QCOMPARE(alembicAnswers(folder.path(), {{u"upgrade"_s, u"head"_s}}), QStringList {QString()});
    const CommandRun run = squash(folder, {range, u"-m"_s, u"initial schema"_s, u"--rev-id"_s, u"s1"_s, u"--yes"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QString after = prepare(u"after.db"_s);
    QCOMPARE(alembicAnswers(folder.path(), {{u"upgrade"_s, u"head"_s}}), QStringList {QString()});
    const QString state = stateOf(folder, before);
    QVERIFY2(state.contains("line two\\\\n\\\\tline three"_L1), qPrintable(state));
    QCOMPARE(stateOf(folder, after), state);
    // and all the way back
    QCOMPARE(alembicAnswers(folder.path(), {{u"downgrade"_s, u"base"_s}}), QStringList {QString()});
    QVERIFY(stateOf(folder, after).startsWith("{\"alembic_version\": "_L1));
    QVERIFY(!stateOf(folder, after).contains("users"_L1));
}

void TestSquashedDatabases::databasesGoOn_data()
{
    QTest::addColumn<bool>("postgresql");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("id"); // of the squash; empty: that of the last
    QTest::addColumn<QString>("row"); // afterwards; empty: refused
    for (const bool postgresql : {false, true}) {
        const char *kind = postgresql ? "PostgreSQL" : "SQLite";
        QTest::addRow("%s, at its end", kind) << postgresql << u"a4"_s << u"s1"_s << u"s1"_s;
        QTest::addRow("%s, inside", kind) << postgresql << u"a2"_s << u"s1"_s << QString();
    }
    QTest::newRow("later") << false << u"a5"_s << u"s1"_s << u"a5"_s;
    QTest::newRow("at its end, same id") << false << u"a4"_s << QString() << u"a4"_s;
    QTest::newRow("inside, same id") << false << u"a3"_s << QString() << QString();
    QTest::newRow("no room for the id") << true << u"a4"_s << QString(40, u'x') << QString();
}

void TestSquashedDatabases::databasesGoOn()
{
    QFETCH(bool, postgresql);
    QFETCH(QString, at);
    QFETCH(QString, id);
    QFETCH(QString, row);
    const ProjectFolder folder;
    addRevisions(folder);
    const QString url = postgresql ? m_cluster.createDatabase() : u"sqlite:///"_s + folder.database();
    folder.writeConfig(url);
    QCOMPARE(alembicAnswers(folder.path(), {{u"upgrade"_s, at}}), QStringList {QString()});
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = squash(folder,
        QStringList {u"base:a4"_s, u"--yes"_s, u"--database"_s}
            + (id.isEmpty() ? QStringList() : QStringList {u"--rev-id"_s, id}));
    if (row.isEmpty()) {
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains("\n  next: "_L1), qPrintable(run.err));
        QCOMPARE(filesOf(folder), before);
        QCOMPARE(alembicAnswers(folder.path(), {{u"current"_s}}), QStringList {at + u'\n'});
        return;
    }
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QStringList answers
        = alembicAnswers(folder.path(), {{u"current"_s}, {u"upgrade"_s, u"head"_s}, {u"current"_s}});
    QCOMPARE(answers.at(0).section(u' ', 0, 0).trimmed(), row);
    QCOMPARE(answers.at(1), QString());
    QCOMPARE(answers.at(2), u"a5 (head)\n"_s);
}

void TestSquashedDatabases::stillroomRunsTheResult()
{
    const ProjectFolder folder;
    addRevisions(folder);
    const auto stateAfter = [&folder](const QString &name) {
        const QString url = u"sqlite:///"_s + folder.path(name);
        const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"--url"_s, url, u"upgrade"_s, u"head"_s});
        return run.code == 0 ? stateOf(folder, url) : run.err;
    };
    const QString before = stateAfter(u"before.db"_s);
    QVERIFY2(before.contains("line two"_L1), qPrintable(before));
    QCOMPARE(squash(folder, {u":"_s, u"--rev-id"_s, u"s1"_s, u"--yes"_s}).code, 0);
    QCOMPARE(stateAfter(u"after.db"_s), before);
}

void TestSquashedDatabases::usesTheProjectsVersionTable()
{
    const ProjectFolder folder;
    addRevisions(folder);
    folder.write(u"stillroom.toml"_s, u"version_table = \"my_versions\"\n"_s);
    const QString url = u"sqlite:///"_s + folder.database();
    const QStringList command {u"-c"_s, folder.path(), u"--url"_s, url};
    QCOMPARE(CommandRun::of(command + QStringList {u"upgrade"_s, u"a4"_s}).code, 0);
    const QStringList squashing {u"squash"_s, u"base:a4"_s, u"--rev-id"_s, u"s1"_s};
    QCOMPARE(CommandRun::of(command + squashing + QStringList {u"--sql"_s}).out,
        u"UPDATE my_versions SET version_num='s1' WHERE my_versions.version_num = 'a4';\n"_s);
    const CommandRun run = CommandRun::of(command + squashing + QStringList {u"--yes"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(stateOf(folder, url).contains("my_versions"_L1));
    QCOMPARE(CommandRun::of(command + QStringList {u"current"_s}).out, u"s1\n"_s);
}

void TestSquashedDatabases::examplesGiveTheSameSql_data()
{
    QTest::addColumn<QString>("config"); // its folder
    QTest::addColumn<QString>("url");
    for (const char *config : {"sqlbot/backend", "dataagent/backend", "mas/api/migrations", "variables"})
        QTest::newRow(config) << QString::fromLatin1(config) << u"postgresql://localhost/x"_s;
    QTest::newRow("variables on SQLite") << u"variables"_s << u"sqlite:///x.db"_s;
}

void TestSquashedDatabases::examplesGiveTheSameSql()
{
    QFETCH(QString, config);
    QFETCH(QString, url);
    const ProjectFolder folder;
    const QString example = config.section(u'/', 0, 0);
    const QString source = QStringLiteral(STILLROOM_SOURCE_DIR "/resources/examples/") + example;
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-r"_s, source, folder.path(example)}), 0);
    // where its folders are relative to
    const auto back = qScopeGuard([here = QDir::currentPath()] { QDir::setCurrent(here); });
    QVERIFY(QDir::setCurrent(folder.path(config)));
    const auto sql = [&] {
        const CommandRun run
            = CommandRun::of({u"-c"_s, folder.path(config), u"--url"_s, url, u"upgrade"_s, u"head"_s, u"--sql"_s});
        QStringList lines = run.code == 0 ? run.out.split(u'\n', Qt::SkipEmptyParts) : QStringList();
        lines.removeIf([](const QString &line) {
            return line.contains("alembic_version"_L1) || line.startsWith("-- Running"_L1);
        });
        return lines;
    };
    const QStringList before = sql();
    QVERIFY2(before.size() > 50, qPrintable(before.join(u'\n')));
    const CommandRun run = CommandRun::of(
        {u"-c"_s, folder.path(config), u"squash"_s, u"base:head"_s, u"--rev-id"_s, u"s1"_s, u"--yes"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(CommandRun::of({u"-c"_s, folder.path(config), u"heads"_s}).out.section(u' ', 0, 0), u"s1"_s);
    QCOMPARE(sql(), before);
}

void TestSquashedDatabases::squashesSql()
{
    const ProjectFolder folder;
    const QString sql = u"-- revision: %1\n-- revises: %2\n-- message: m\n\n-- migrate:up\nCREATE TABLE %1 (id INTEGER);\n"
                        "-- migrate:up sqlite\nINSERT INTO %1 VALUES (7);\n\n-- migrate:down\nDROP TABLE %1;\n"_s;
    folder.write(u"scripts/versions/q1.sql"_s, QString(sql.arg(u"q1"_s, u""_s)).remove("-- revises: \n"_L1));
    folder.write(u"scripts/versions/q2.sql"_s, sql.arg(u"q2"_s, u"q1"_s));
    folder.write(u"scripts/versions/q3.sql"_s, sql.arg(u"q3"_s, u"q2"_s));
    folder.add({.id = u"p4"_s, .down = {u"q3"_s}});
    const CommandRun mixed = squash(folder, {u"base:p4"_s, u"--yes"_s});
    QCOMPARE(mixed.code, 1);
    QVERIFY2(mixed.err.contains(".py and .sql"_L1), qPrintable(mixed.err));
    QCOMPARE(squash(folder, {u"q1:q3"_s, u"--rev-id"_s, u"s1"_s, u"-m"_s, u"all"_s, u"--yes"_s}).code, 0);
    QVERIFY(filesOf(folder).contains(u"versions/s1_all.sql"_s));
    const QStringList database {u"-c"_s, folder.path(), u"--url"_s, u"sqlite:///"_s + folder.database()};
    const CommandRun up = CommandRun::of(database + QStringList {u"upgrade"_s, u"head"_s});
    QVERIFY2(up.code == 0, qPrintable(up.err));
    const QString tables = CommandRun::of(database + QStringList {u"--json"_s, u"tables"_s}).out;
    for (const char *name : {"\"q1\"", "\"q2\"", "\"q3\""})
        QVERIFY2(tables.contains(QLatin1StringView(name)), qPrintable(tables));
    QCOMPARE(CommandRun::of(database + QStringList {u"downgrade"_s, u"base"_s, u"--yes"_s}).code, 0);
    QVERIFY(!CommandRun::of(database + QStringList {u"--json"_s, u"tables"_s}).out.contains("\"q1\""_L1));
}

void TestSquashedDatabases::changesNothingHalf()
{
    const ProjectFolder folder;
    addRevisions(folder);
    folder.write(u"scripts/versions/backup"_s, u"a file where the folder should be"_s);
    const QMap<QString, QByteArray> before = filesOf(folder);
    const QString url = u"sqlite:///"_s + folder.database();
    folder.writeConfig(url);
    QCOMPARE(alembicAnswers(folder.path(), {{u"upgrade"_s, u"a4"_s}}), QStringList {QString()});
    const CommandRun run = squash(folder, {u"base:a4"_s, u"--rev-id"_s, u"s1"_s, u"--yes"_s, u"--database"_s});
    QCOMPARE(run.code, 1);
    QCOMPARE(filesOf(folder), before);
    QCOMPARE(alembicAnswers(folder.path(), {{u"current"_s}}), QStringList {u"a4\n"_s});
}

QTEST_GUILESS_MAIN(TestSquashedDatabases)
#include "tst_squasheddatabases.moc"
