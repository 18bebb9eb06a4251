#include "tests/app/cli/alembicrun.h"
#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

/// Five revisions as they grow: helpers and constants of the same name, a data step, a text of several
/// lines, tabs, CRLF, an import of the future, a class.
void addProject(const ProjectFolder &folder)
{
    const auto write = [&folder](const QString &name, const QString &text) {
        folder.write(u"scripts/versions/%1.py"_s.arg(name), text);
    };
    write(u"a1"_s,
        u"\"\"\"create users\n\nRevision ID: a1\n\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\n"
        "revision = 'a1'\ndown_revision = None\nbranch_labels = ('main',)\ndepends_on = None\nTABLE = 'users'\n\n"
        "def columns():\n    return [sa.Column('id', sa.Integer, primary_key=True), sa.Column('name', sa.String(20))]\n\n"
        "def upgrade():\n    op.create_table(TABLE, *columns())\n\n\ndef downgrade():\n    op.drop_table(TABLE)\n"_s);
    write(u"a2"_s,
        u"from __future__ import annotations\n\nfrom alembic import op\nimport sqlalchemy as sa\nrevision: str = 'a2'\n"
        "down_revision: str | None = 'a1'\nTABLE = \"orders\"\n\ndef columns() -> list[sa.Column]:\n"
        "    return [sa.Column('id', sa.Integer, primary_key=True), sa.Column('note', sa.Text)]\n\n"
        "def upgrade() -> None:\n    op.create_table(TABLE, *columns())\n\ndef downgrade() -> None:\n    op.drop_table(TABLE)\n"_s);
    write(u"a3"_s,
        u"\"\"\"fill\nthem\n\"\"\"\r\nfrom alembic import op\r\nrevision = 'a3'\r\ndown_revision = 'a2'\r\n\r\n"
        "SQL = \"\"\"INSERT INTO orders (id, note) VALUES (1, 'first\n  line two\n\tline three')\"\"\"\r\n\r\n"
        "def upgrade():\r\n\top.execute(SQL)\r\n\tfor number in (2, 3):\r\n"
        "\t\top.execute(\r\n\"INSERT INTO orders (id, note) VALUES (%d, 'x')\" % number)\r\n\r\n"
        "def downgrade():\r\n\top.execute('DELETE FROM orders')\r\n"_s);
    write(u"a4"_s,
        u"from alembic import op\nimport sqlalchemy as sa\n\nrevision = 'a4'\ndown_revision = 'a3'\n\n"
        "if True:\n    NAME = 'total'\n\ndef upgrade():\n"
        "    op.add_column('orders', sa.Column(NAME, sa.Integer, nullable=True))\n"
        "    op.execute('UPDATE orders SET total = id * 10')\n\n"
        "def downgrade():\n    with op.batch_alter_table('orders') as batch:\n        batch.drop_column(NAME)\n"_s);
    write(u"a5"_s,
        u"from alembic import op\nimport sqlalchemy as sa\nrevision = 'a5'\ndown_revision = \"a4\"  # the squash ends there\n"
        "def upgrade():\n    op.create_index('ix_name', 'users', ['name'])\n"
        "def downgrade():\n    op.drop_index('ix_name', table_name='users')\n"_s);
    folder.write(u"state.py"_s,
        u"import json, sys, sqlalchemy as sa\nengine = sa.create_engine(sys.argv[1])\ninspector = sa.inspect(engine)\n"
        "state = {}\nwith engine.connect() as connection:\n    for table in sorted(inspector.get_table_names()):\n"
        "        columns = [(c['name'], str(c['type']), c['nullable']) for c in inspector.get_columns(table)]\n"
        "        rows = [] if table == 'alembic_version' else sorted(map(str, connection.execute(sa.text('SELECT * FROM ' + table))))\n"
        "        state[table] = [columns, sorted(i['name'] for i in inspector.get_indexes(table)), rows]\n"
        "print(json.dumps(state, sort_keys=True))\n"_s);
}

// tables, columns, indexes and rows, as SQLAlchemy sees them
QString stateOf(const ProjectFolder &folder, const QString &url)
{
    QProcess python;
    python.setWorkingDirectory(folder.path());
    python.start(u"python3"_s, {u"state.py"_s, url});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("%s", python.readAllStandardError().constData());
    return QString::fromUtf8(python.readAllStandardOutput());
}

QMap<QString, QByteArray> filesOf(const ProjectFolder &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator all(folder.path(u"scripts"_s), {u"*.py"_s, u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        files.insert(file.fileName().sliced(folder.path(u"scripts/"_s).size()), file.readAll());
    }
    return files;
}

CommandRun squash(const ProjectFolder &folder, const QStringList &arguments)
{
    return CommandRun::of(QStringList {u"-c"_s, folder.path(), u"squash"_s} + arguments);
}

} // namespace

class TestSquashCommand : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void doesWhatTheReplacedOnesDid_data();
    void doesWhatTheReplacedOnesDid();
    void databasesGoOn_data();
    void databasesGoOn();
    void movesAndEditsFiles();
    void keepsTheIdOfTheLast();
    void asksFirst();
    void printsTheStatement();
    void stillroomRunsTheResult();
    void usesTheProjectsVersionTable();
    void refusesOpenRanges_data();
    void refusesOpenRanges();
    void refusesWhatItCannotEnclose_data();
    void refusesWhatItCannotEnclose();
    void squashesSql();
    void hidesTheBackup();
    void changesNothingHalf();

private:
    PostgresqlCluster m_cluster;
};

void TestSquashCommand::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestSquashCommand::doesWhatTheReplacedOnesDid_data()
{
    QTest::addColumn<bool>("postgresql");
    QTest::addColumn<QString>("range");
    QTest::newRow("SQLite, from base") << false << u"base:a4"_s;
    QTest::newRow("SQLite, in the middle") << false << u"a2:a4"_s;
    QTest::newRow("SQLite, all") << false << u":"_s;
    QTest::newRow("PostgreSQL, from base") << true << u"base:a4"_s;
}

void TestSquashCommand::doesWhatTheReplacedOnesDid()
{
    QFETCH(bool, postgresql);
    QFETCH(QString, range);
    const ProjectFolder folder;
    addProject(folder);
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

void TestSquashCommand::databasesGoOn_data()
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

void TestSquashCommand::databasesGoOn()
{
    QFETCH(bool, postgresql);
    QFETCH(QString, at);
    QFETCH(QString, id);
    QFETCH(QString, row);
    const ProjectFolder folder;
    addProject(folder);
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

void TestSquashCommand::movesAndEditsFiles()
{
    const ProjectFolder folder;
    addProject(folder);
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
    addProject(folder);
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
    addProject(folder);
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
    addProject(folder);
    const QMap<QString, QByteArray> before = filesOf(folder);
    QCOMPARE(squash(folder, {u"base:a4"_s, u"--rev-id"_s, u"s1"_s, u"--sql"_s}).out,
        u"UPDATE alembic_version SET version_num='s1' WHERE alembic_version.version_num = 'a4';\n"_s);
    QCOMPARE(squash(folder, {u"base:a4"_s, u"--sql"_s}).out, QString());
    QCOMPARE(filesOf(folder), before);
}

void TestSquashCommand::stillroomRunsTheResult()
{
    const ProjectFolder folder;
    addProject(folder);
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

void TestSquashCommand::usesTheProjectsVersionTable()
{
    const ProjectFolder folder;
    addProject(folder);
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
    addProject(folder);
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
    addProject(folder);
    folder.write(u"scripts/versions/a2.py"_s, u"revision = 'a2'\ndown_revision = 'a1'\n"_s + script);
    const QMap<QString, QByteArray> before = filesOf(folder);
    const CommandRun run = squash(folder, {u"base:a4"_s, u"--yes"_s});
    QCOMPARE(run.code, 1);
    const QString file = folder.path(u"scripts/versions/a2.py"_s);
    const QString place = line > 0 ? u"  at %1:%2\n"_s.arg(file).arg(line) : u"  at %1\n"_s.arg(file);
    QVERIFY2(run.err.contains(place), qPrintable(run.err));
    QCOMPARE(filesOf(folder), before);
}

void TestSquashCommand::squashesSql()
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
    QCOMPARE(CommandRun::of(database + QStringList {u"downgrade"_s, u"base"_s}).code, 0);
    QVERIFY(!CommandRun::of(database + QStringList {u"--json"_s, u"tables"_s}).out.contains("\"q1\""_L1));
}

void TestSquashCommand::hidesTheBackup()
{
    const ProjectFolder folder;
    addProject(folder);
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

void TestSquashCommand::changesNothingHalf()
{
    const ProjectFolder folder;
    addProject(folder);
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

QTEST_GUILESS_MAIN(TestSquashCommand)
#include "tst_squashcommand.moc"
