#include "tests/migrations/runner/rebuildproject.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// Batches on SQLite with foreign keys on: what is kept, what stops the step, and what is asked.
class TestTableRebuilder : public TestCase
{
    Q_OBJECT

private slots:
    void childrenKeepTheirRows_data();
    void childrenKeepTheirRows();
    void tableKeepsWhatAlembicLoses_data();
    void tableKeepsWhatAlembicLoses();
    void sequenceGoesOn();
    void triggersAndViewsStillWork();
    void renamedColumnIsFollowedEverywhere();
    void namesCanBeSwapped();
    void lostThingStopsTheStep_data();
    void lostThingStopsTheStep();
    void scriptMayMakeItAgain_data();
    void scriptMayMakeItAgain();
    void orphansStopTheStep();
    void orphansThatWereThereDoNot();
    void foreignKeysAreOnAgain_data();
    void foreignKeysAreOnAgain();
    void foreignKeysStayOnForOtherSteps();
    void rowsThatTheCopyLeavesOutStopTheStep();
    void autocommitBlockIsSafe();
    void checkThatGoesWithItsColumnIsTold();
    void dryRunLeavesEverything();
};

namespace {

const QStringList family {
    u"CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)"_s,
    u"CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id) ON DELETE CASCADE)"_s,
    u"INSERT INTO parent VALUES (1, 'x'), (2, 'y')"_s,
    u"INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)"_s,
};

QStringList batch(const QString &table, const QStringList &lines)
{
    QStringList all {u"with op.batch_alter_table('%1', recreate='always') as b:"_s.arg(table)};
    for (const QString &line : lines)
        all << u"    "_s + line;
    return all;
}

QString text(const Runner::RunReport &report)
{
    return report.error ? report.error->toText() : QString();
}

} // namespace

// DROP TABLE with foreign keys on deletes all rows first
void TestTableRebuilder::childrenKeepTheirRows_data()
{
    QTest::addColumn<QString>("action");
    for (const QString &action : {u"CASCADE"_s, u"SET NULL"_s, u"RESTRICT"_s, u"SET DEFAULT"_s, u"NO ACTION"_s})
        QTest::newRow(qPrintable(action)) << action;
}

void TestTableRebuilder::childrenKeepTheirRows()
{
    QFETCH(const QString, action);
    QStringList before = family;
    before[1].replace(u"CASCADE"_s, action);
    before << u"CREATE TABLE grandchild (id INTEGER PRIMARY KEY, c INTEGER REFERENCES child (id) ON DELETE CASCADE)"_s
           << u"INSERT INTO grandchild VALUES (1, 3)"_s;
    RebuildProject project(before);
    const Runner::RunReport report = project.run(batch(u"parent"_s, {u"b.alter_column('name', nullable=False)"_s})
        + batch(u"child"_s, {u"b.add_column(sa.Column('n', sa.Integer()))"_s}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.rows(u"SELECT * FROM parent"_s), QStringList({u"1|x"_s, u"2|y"_s}));
    QCOMPARE(project.rows(u"SELECT * FROM child"_s), QStringList({u"1|1|NULL"_s, u"2|1|NULL"_s, u"3|2|NULL"_s}));
    QCOMPARE(project.rows(u"SELECT * FROM grandchild"_s), QStringList {u"1|3"_s});
    QCOMPARE(project.value(u"PRAGMA foreign_keys"_s), u"1"_s);
    QCOMPARE(project.value(u"SELECT \"table\" FROM pragma_foreign_key_list('child')"_s), u"parent"_s);
    QCOMPARE(project.rows(u"PRAGMA foreign_key_check"_s), QStringList());
}

void TestTableRebuilder::tableKeepsWhatAlembicLoses_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("wanted");
    const auto create = [](const QString &columns, const QString &options = {}) {
        return QStringList {u"CREATE TABLE t (id INTEGER PRIMARY KEY, %1, z INTEGER) %2"_s.arg(columns, options)};
    };
    const QString tableSql = u"SELECT sql FROM sqlite_master WHERE name = 't'"_s;
    QTest::newRow("collation") << create(u"a TEXT COLLATE NOCASE"_s) + QStringList {u"INSERT INTO t (a) VALUES ('X')"_s}
                               << u"SELECT a = 'x' FROM t"_s << u"1"_s;
    QTest::newRow("STRICT") << create(u"a ANY"_s, u"STRICT"_s)
                            << u"SELECT strict FROM pragma_table_list('t')"_s << u"1"_s;
    QTest::newRow("WITHOUT ROWID") << create(u"a TEXT"_s, u"WITHOUT ROWID"_s)
                                   << u"SELECT wr FROM pragma_table_list('t')"_s << u"1"_s;
    QTest::newRow("type that SQLAlchemy does not know") << create(u"a DOUBLE PRECISION"_s)
                                   << u"SELECT type FROM pragma_table_info('t') WHERE name = 'a'"_s << u"DOUBLE PRECISION"_s;
    QTest::newRow("virtual column") << create(u"a INTEGER, v INTEGER AS (a + 1)"_s) + QStringList {u"INSERT INTO t (a) VALUES (4)"_s}
                                    << u"SELECT v FROM t"_s << u"5"_s;
    QTest::newRow("stored column") << create(u"a INTEGER, s INTEGER GENERATED ALWAYS AS (a * 2) STORED"_s)
                                   << u"SELECT hidden FROM pragma_table_xinfo('t') WHERE name = 's'"_s << u"3"_s;
    QTest::newRow("unnamed check") << create(u"a INTEGER CHECK (a > 0)"_s)
                                   << u"SELECT sql LIKE '%CHECK (a > 0)%' FROM sqlite_master WHERE name = 't'"_s << u"1"_s;
    QTest::newRow("unnamed check of the table") << create(u"a INTEGER, CHECK (a > id)"_s).replaceInStrings(u", z INTEGER"_s, QString())
                                   .replaceInStrings(u"id INTEGER PRIMARY KEY,"_s, u"id INTEGER PRIMARY KEY, z INTEGER,"_s)
                                   << u"SELECT sql LIKE '%CHECK (a > id)%' FROM sqlite_master WHERE name = 't'"_s << u"1"_s;
    QTest::newRow("conflict clause") << create(u"a INTEGER NOT NULL ON CONFLICT IGNORE"_s)
                                   << u"SELECT sql LIKE '%NOT NULL ON CONFLICT IGNORE%' FROM sqlite_master WHERE name = 't'"_s << u"1"_s;
    QTest::newRow("index of an expression") << create(u"a TEXT"_s) + QStringList {u"CREATE UNIQUE INDEX ix ON t (lower(a))"_s}
                                   << u"SELECT sql FROM sqlite_master WHERE name = 'ix'"_s << u"CREATE UNIQUE INDEX ix ON t (lower(a))"_s;
    QTest::newRow("partial index") << create(u"a TEXT"_s) + QStringList {u"CREATE INDEX ix ON t (a) WHERE a > 'b'"_s}
                                   << u"SELECT sql FROM sqlite_master WHERE name = 'ix'"_s << u"CREATE INDEX ix ON t (a) WHERE a > 'b'"_s;
    QTest::newRow("descending index") << create(u"a TEXT"_s) + QStringList {u"CREATE INDEX ix ON t (a COLLATE NOCASE DESC)"_s}
                                   << u"SELECT sql FROM sqlite_master WHERE name = 'ix'"_s
                                   << u"CREATE INDEX ix ON t (a COLLATE NOCASE DESC)"_s;
    QTest::newRow("trigger") << create(u"a TEXT"_s)
            + QStringList {u"CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = 'n' WHERE id = NEW.id; END"_s}
                                   << u"SELECT sql FROM sqlite_master WHERE name = 'tr'"_s
                                   << u"CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = 'n' WHERE id = NEW.id; END"_s;
    QTest::newRow("view") << create(u"a TEXT"_s) + QStringList {u"CREATE VIEW v AS SELECT a FROM t"_s, u"INSERT INTO t (a) VALUES ('q')"_s}
                          << u"SELECT a FROM v"_s << u"q"_s;
    QTest::newRow("nothing lost: Alembic's text") << create(u"a VARCHAR(20) NOT NULL"_s) << tableSql
        << u"CREATE TABLE \"t\" (\n\tid INTEGER, \n\ta VARCHAR(20) NOT NULL, \n\tz VARCHAR, \n\tPRIMARY KEY (id)\n)"_s;
}

void TestTableRebuilder::tableKeepsWhatAlembicLoses()
{
    QFETCH(const QStringList, before);
    QFETCH(const QString, query);
    QFETCH(const QString, wanted);
    RebuildProject project(before);
    const QString type = before.constFirst().contains(u"STRICT"_s) ? u"sa.Text()"_s : u"sa.String()"_s;
    const Runner::RunReport report = project.run(batch(u"t"_s, {u"b.alter_column('z', type_=%1)"_s.arg(type)}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.value(query), wanted);
    QCOMPARE(project.rows(u"PRAGMA integrity_check"_s), QStringList {u"ok"_s});
}

void TestTableRebuilder::sequenceGoesOn()
{
    RebuildProject project({u"CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)"_s,
        u"INSERT INTO t (a) VALUES ('x'), ('y'), ('z')"_s, u"DELETE FROM t WHERE id > 1"_s});
    const Runner::RunReport report = project.run(batch(u"t"_s, {u"b.alter_column('a', nullable=False)"_s}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.rows(u"SELECT * FROM sqlite_sequence"_s), QStringList {u"t|3"_s});
    QCOMPARE(project.value(u"INSERT INTO t (a) VALUES ('new') RETURNING id"_s), u"4"_s);
}

void TestTableRebuilder::triggersAndViewsStillWork()
{
    RebuildProject project(family
        + QStringList {u"CREATE VIEW names AS SELECT p.name, c.id FROM parent p JOIN child c ON c.parent_id = p.id"_s,
            u"CREATE TABLE log (what)"_s,
            u"CREATE TRIGGER told AFTER UPDATE OF name ON parent BEGIN INSERT INTO log VALUES (NEW.name); END"_s,
            u"CREATE TRIGGER guarded BEFORE INSERT ON child BEGIN SELECT RAISE(ABORT, 'none') WHERE NOT EXISTS "
            "(SELECT 1 FROM parent WHERE id = NEW.parent_id); END"_s});
    const Runner::RunReport report = project.run(batch(u"parent"_s, {u"b.add_column(sa.Column('n', sa.Integer()))"_s}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.value(u"SELECT count(*) FROM log"_s), u"0"_s); // the copy fires nothing
    QCOMPARE(project.rows(u"UPDATE parent SET name = 'new' WHERE id = 2"_s), QStringList());
    QCOMPARE(project.value(u"SELECT what FROM log"_s), u"new"_s);
    QVERIFY(project.rows(u"INSERT INTO child VALUES (9, 99)"_s).constFirst().contains(u"none"_s));
    QCOMPARE(project.rows(u"SELECT * FROM names ORDER BY id"_s), QStringList({u"x|1"_s, u"x|2"_s, u"new|3"_s}));
}

void TestTableRebuilder::renamedColumnIsFollowedEverywhere()
{
    RebuildProject project({
        u"CREATE TABLE t (code TEXT UNIQUE, n INTEGER, twice INTEGER AS (n * 2), CHECK (n < 9), CONSTRAINT ck CHECK (n > -9))"_s,
        u"CREATE TABLE c (code TEXT REFERENCES t (code))"_s,
        u"CREATE INDEX ix ON t (n + 1) WHERE n > 0"_s,
        u"CREATE VIEW v AS SELECT n FROM t"_s,
        u"CREATE TRIGGER tr AFTER UPDATE OF n ON t WHEN NEW.n > 1 BEGIN DELETE FROM c WHERE code = OLD.code; END"_s,
        u"INSERT INTO t (code, n) VALUES ('a', 1)"_s,
        u"INSERT INTO c VALUES ('a')"_s,
    });
    const Runner::RunReport report = project.run(batch(u"t"_s,
        {u"b.alter_column('n', new_column_name='number')"_s, u"b.alter_column('code', new_column_name='key')"_s}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.rows(u"SELECT * FROM t"_s), QStringList {u"a|1|2"_s});
    QCOMPARE(project.value(u"SELECT * FROM v"_s), u"1"_s);
    QCOMPARE(project.value(u"SELECT \"to\" FROM pragma_foreign_key_list('c')"_s), u"key"_s);
    QVERIFY(project.rows(u"UPDATE t SET number = 10"_s).constFirst().contains(u"CHECK"_s));
    QVERIFY(project.rows(u"UPDATE t SET number = -10"_s).constFirst().contains(u"CHECK"_s));
    QCOMPARE(project.rows(u"UPDATE t SET number = 2"_s), QStringList());
    QCOMPARE(project.value(u"SELECT count(*) FROM c"_s), u"0"_s);
    QCOMPARE(project.sql(u"ix"_s), u"CREATE INDEX ix ON t (number + 1) WHERE number > 0"_s);
}

void TestTableRebuilder::namesCanBeSwapped()
{
    RebuildProject project({u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, CHECK (a <> 'q'))"_s,
        u"INSERT INTO t VALUES (1, 'from a', 'from b', 'gone')"_s, u"CREATE INDEX ix ON t (lower(b))"_s});
    const Runner::RunReport report = project.run(batch(u"t"_s,
        {u"b.alter_column('a', new_column_name='b')"_s, u"b.alter_column('b', new_column_name='a')"_s}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.rows(u"SELECT a, b FROM t"_s), QStringList {u"from b|from a"_s});
    QVERIFY(project.rows(u"UPDATE t SET b = 'q'"_s).constFirst().contains(u"CHECK"_s));
    QCOMPARE(project.sql(u"ix"_s), u"CREATE INDEX ix ON t (lower(a))"_s);
}

void TestTableRebuilder::lostThingStopsTheStep_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("named");
    QTest::newRow("trigger") << u"CREATE TRIGGER tr AFTER INSERT ON parent BEGIN UPDATE parent SET name = NEW.name; END"_s
                             << u"The trigger tr of parent cannot be kept: no such column: NEW.name"_s;
    QTest::newRow("trigger of another table")
        << u"CREATE TRIGGER tr AFTER INSERT ON child BEGIN UPDATE parent SET name = 'x'; END"_s
        << u"The trigger tr cannot be used any more after the change of parent: no such column: name"_s;
    QTest::newRow("view") << u"CREATE VIEW vw AS SELECT name FROM parent"_s
                          << u"The view vw cannot be used any more after the change of parent: no such column: name"_s;
    QTest::newRow("index of an expression") << u"CREATE INDEX ix ON parent (lower(name))"_s
                          << u"The index ix uses the column name of parent, which is dropped."_s;
    QTest::newRow("partial index") << u"CREATE INDEX ix ON parent (id) WHERE name <> ''"_s
                          << u"The index ix uses the column name of parent, which is dropped."_s;
}

void TestTableRebuilder::lostThingStopsTheStep()
{
    QFETCH(const QString, object);
    QFETCH(const QString, named);
    RebuildProject project(family + QStringList {object});
    const QStringList before = project.rows(u"SELECT name, sql FROM sqlite_master WHERE name <> 'alembic_version'"_s);
    const Runner::RunReport report = project.run(batch(u"parent"_s, {u"b.drop_column('name')"_s}));
    QVERIFY(report.error);
    QCOMPARE(report.error->message.section(u'\n', 0, 0), named);
    QVERIFY(!report.error->nextStep.isEmpty());
    QCOMPARE(project.rows(u"SELECT name, sql FROM sqlite_master WHERE name <> 'alembic_version'"_s), before);
    QCOMPARE(project.value(u"SELECT count(*) FROM child"_s), u"3"_s);
    QCOMPARE(project.value(u"PRAGMA foreign_keys"_s), u"1"_s);
}

void TestTableRebuilder::scriptMayMakeItAgain_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("wanted");
    const QString trigger = u"CREATE TRIGGER tr AFTER INSERT ON parent BEGIN UPDATE parent SET %1; END"_s;
    const QString broken = trigger.arg(u"name = NEW.name"_s);
    const QString fits = trigger.arg(u"id = NEW.id"_s);
    QTest::newRow("dropped before") << broken << u"DROP TRIGGER tr"_s << QString() << QString();
    QTest::newRow("made anew after") << broken << QString() << fits << fits;
    QTest::newRow("dropped after, if it is there") << broken << QString() << u"DROP TRIGGER IF EXISTS tr"_s << QString();
    // Alembic has lost it, and a script for Alembic makes it again
    QTest::newRow("trigger that was kept") << trigger.arg(u"id = id"_s) << QString() << fits << fits;
    QTest::newRow("index that was kept") << u"CREATE INDEX tr ON parent (abs(id))"_s << QString()
                                         << u"CREATE INDEX tr ON parent (abs(id + 1))"_s << u"CREATE INDEX tr ON parent (abs(id + 1))"_s;
    QTest::newRow("kept trigger that is dropped") << trigger.arg(u"id = id"_s) << QString() << u"DROP TRIGGER tr"_s << QString();
    QTest::newRow("view") << u"CREATE VIEW tr AS SELECT name FROM parent"_s << QString() << u"DROP VIEW tr"_s << QString();
}

void TestTableRebuilder::scriptMayMakeItAgain()
{
    QFETCH(const QString, object);
    QFETCH(const QString, first);
    QFETCH(const QString, then);
    QFETCH(const QString, wanted);
    RebuildProject project(family + QStringList {object});
    const auto execute = [](const QString &sql) {
        return sql.isEmpty() ? QStringList() : QStringList {u"op.execute(\"%1\")"_s.arg(sql)};
    };
    const Runner::RunReport report
        = project.run(execute(first) + batch(u"parent"_s, {u"b.drop_column('name')"_s}) + execute(then));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.sql(u"tr"_s), wanted);
}

void TestTableRebuilder::orphansStopTheStep()
{
    RebuildProject project(family + QStringList {u"CREATE TABLE late (id INTEGER PRIMARY KEY, p INTEGER)"_s,
        u"INSERT INTO late VALUES (7, 1), (8, 55)"_s});
    const QStringList key = batch(u"late"_s, {u"b.create_foreign_key('fk', 'parent', ['p'], ['id'])"_s});
    const Runner::RunReport report = project.run(key);
    QVERIFY(report.error);
    QCOMPARE(report.error->code, ErrorCode::Conflict);
    QVERIFY2(report.error->detail.contains(u"late: the row 8 without its parent in parent"_s), qPrintable(text(report)));
    QVERIFY(!project.sql(u"late"_s).contains(u"fk"_s));
    // the step may put it right
    const Runner::RunReport again = project.run(key + QStringList {u"op.execute('DELETE FROM late WHERE id = 8')"_s});
    QVERIFY2(again.succeeded(), qPrintable(text(again)));
    QCOMPARE(project.value(u"SELECT count(*) FROM late"_s), u"1"_s);
}

void TestTableRebuilder::orphansThatWereThereDoNot()
{
    RebuildProject project(family + QStringList {u"PRAGMA foreign_keys = OFF"_s, u"INSERT INTO child VALUES (9, 99)"_s,
        u"PRAGMA foreign_keys = ON"_s});
    const Runner::RunReport report = project.run(batch(u"child"_s, {u"b.add_column(sa.Column('n', sa.Integer()))"_s}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.rows(u"PRAGMA foreign_key_check"_s), QStringList {u"child|9|parent|0"_s});
}

void TestTableRebuilder::foreignKeysAreOnAgain_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<bool>("cancels");
    QTest::newRow("after success") << QStringList() << false;
    QTest::newRow("after a failure") << QStringList {u"op.execute('SELECT nonsense')"_s} << false;
    QTest::newRow("after cancelling") << QStringList() << true;
}

void TestTableRebuilder::foreignKeysAreOnAgain()
{
    QFETCH(const QStringList, more);
    QFETCH(const bool, cancels);
    RebuildProject project(family);
    CancelToken cancel;
    project.setCancel(cancel);
    project.onStatement([&](const QString &sql) {
        if (cancels && sql.startsWith(u"DROP TABLE"_s))
            cancel.cancel();
    });
    const Runner::RunReport report
        = project.run(batch(u"parent"_s, {u"b.alter_column('name', nullable=False)"_s}) + more);
    const bool shallFail = cancels || !more.isEmpty();
    QCOMPARE(report.succeeded(), !shallFail);
    QCOMPARE(project.value(u"PRAGMA foreign_keys"_s), u"1"_s);
    QCOMPARE(project.value(u"PRAGMA legacy_alter_table"_s), u"0"_s);
    QCOMPARE(project.value(u"SELECT count(*) FROM child"_s), u"3"_s);
    QCOMPARE(project.sql(u"parent"_s).contains(u"NOT NULL"_s), !shallFail);
    QCOMPARE(project.sql(u"_alembic_tmp_parent"_s), QString());
}

// what a script deletes goes as Alembic would do it
void TestTableRebuilder::foreignKeysStayOnForOtherSteps()
{
    RebuildProject project(family);
    const Runner::RunReport report = project.run({u"op.execute('DELETE FROM parent WHERE id = 1')"_s});
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.rows(u"SELECT id FROM child"_s), QStringList {u"3"_s});
}

void TestTableRebuilder::rowsThatTheCopyLeavesOutStopTheStep()
{
    RebuildProject project({u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL ON CONFLICT IGNORE, b TEXT)"_s,
        u"INSERT INTO t VALUES (1, 'x', NULL), (2, 'y', 'z')"_s,
        u"CREATE TABLE u (id INTEGER PRIMARY KEY, n INTEGER, UNIQUE (n) ON CONFLICT IGNORE)"_s,
        u"INSERT INTO u VALUES (1, 10), (2, 20)"_s});
    const Runner::RunReport report = project.run(batch(u"u"_s, {u"b.alter_column('n', type_=sa.Boolean())"_s})
        + batch(u"t"_s, {u"b.alter_column('a', type_=sa.JSON())"_s})
        + QStringList {u"op.execute('UPDATE t SET b = 1')"_s});
    QVERIFY2(report.succeeded(), qPrintable(text(report))); // a CAST to BOOLEAN keeps 10 and 20 apart
    RebuildProject losing({u"CREATE TABLE u (id INTEGER PRIMARY KEY, n TEXT, UNIQUE (n) ON CONFLICT IGNORE)"_s,
        u"INSERT INTO u VALUES (1, '10'), (2, '10.0')"_s});
    const Runner::RunReport stopped = losing.run(batch(u"u"_s, {u"b.alter_column('n', type_=sa.Integer())"_s}));
    QVERIFY(stopped.error);
    QVERIFY2(stopped.error->message.startsWith(u"Rows of u: 2, of its copy: 1."_s), qPrintable(text(stopped)));
    QCOMPARE(losing.rows(u"SELECT n FROM u"_s), QStringList({u"10"_s, u"10.0"_s}));
}

void TestTableRebuilder::autocommitBlockIsSafe()
{
    RebuildProject project(family);
    QStringList lines {u"with op.get_context().autocommit_block():"_s};
    for (const QString &line : batch(u"parent"_s, {u"b.alter_column('name', nullable=False)"_s}))
        lines << u"    "_s + line;
    lines << u"    assert op.get_bind().execute(sa.text('SELECT count(*) FROM child')).scalar() == 3"_s;
    const Runner::RunReport report = project.run(lines);
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.value(u"SELECT count(*) FROM child"_s), u"3"_s);
    QCOMPARE(project.value(u"PRAGMA foreign_keys"_s), u"1"_s);
}

void TestTableRebuilder::checkThatGoesWithItsColumnIsTold()
{
    RebuildProject project({u"CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, CHECK (a < b))"_s});
    const Runner::RunReport report = project.run(batch(u"t"_s, {u"b.drop_column('b')"_s}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QCOMPARE(project.warnings().size(), 1);
    QCOMPARE(project.warnings().constFirst().message, u"CHECK (a < b) of t went with its column."_s);
    QVERIFY(project.warnings().constFirst().at.line > 0);
}

// the view needs a PRAGMA, which a dry run sends of nobody else
void TestTableRebuilder::dryRunLeavesEverything()
{
    RebuildProject project(family + QStringList {u"CREATE VIEW v AS SELECT name FROM parent"_s});
    project.setDryRun(true);
    const Runner::RunReport report = project.run(batch(u"parent"_s, {u"b.alter_column('name', nullable=False)"_s}));
    QVERIFY2(report.succeeded(), qPrintable(text(report)));
    QVERIFY(project.sent().contains(u"ALTER TABLE _alembic_tmp_parent RENAME TO parent"_s));
    QVERIFY(!project.sql(u"parent"_s).contains(u"NOT NULL"_s));
    QCOMPARE(project.value(u"SELECT count(*) FROM child"_s), u"3"_s);
    QCOMPARE(project.value(u"PRAGMA foreign_keys"_s) + project.value(u"PRAGMA legacy_alter_table"_s), u"10"_s);
}

QTEST_GUILESS_MAIN(TestTableRebuilder)
#include "tst_tablerebuilder.moc"
