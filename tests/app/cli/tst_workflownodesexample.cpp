#include "tests/app/cli/exampletest.h"

using namespace Qt::StringLiterals;

/// The example of fifteen revisions that were replaced by one, and of what that means for databases
/// that went the old way.
class TestWorkflowNodesExample : public ExampleTest
{
    Q_OBJECT

public:
    TestWorkflowNodesExample() : ExampleTest({.name = u"workflow-nodes"_s, .folder = u"backend"_s, .revisions = 1}) {}

private slots:
    void tenTablesAreMade();
    void deletingAUserDeletesWhatTheUserOwns();
    void modelsAreWhatTheRevisionMakes();
    void sqliteSchemaIsAlembics();
    void sqliteSqlIsAlembics();
    void oldRevisionsAreWalkedAsAlembicWalksThem();
    void oldSqlIsAlembics_data();
    void oldSqlIsAlembics();
    void oldDatabaseIsRebasedOnTheNewRevision();
    void rowsSurviveTheChangeOfKeys();

private:
    [[nodiscard]] Environment environmentFor(const QString &database) const override
    {
        return {{u"SQLALCHEMY_DATABASE_URI"_s, urlOf(database)}};
    }
    // a name that ends in .db is a file of SQLite
    [[nodiscard]] QString urlOf(const QString &database) const override
    {
        return database.endsWith(u".db") ? u"sqlite:///"_s + path(database) : ExampleTest::urlOf(database);
    }
    [[nodiscard]] QString sqliteSchema() const
    {
        const QString question = u"SELECT type, name, sql FROM sqlite_master ORDER BY type, name"_s;
        return run(u"sqlite3"_s, {path(database()), question}).out;
    }
    void goBackToTheOldRevisions();
    void comparedWithTheModels();
};

void TestWorkflowNodesExample::goBackToTheOldRevisions()
{
    QFile config(path(u"alembic.ini"_s));
    QVERIFY(config.open(QIODevice::ReadWrite));
    QByteArray text = config.readAll();
    text.replace("prepend_sys_path", "version_locations = app/alembic/versions/backup\nprepend_sys_path");
    QVERIFY(config.seek(0));
    QCOMPARE(config.write(text), text.size());
}

void TestWorkflowNodesExample::comparedWithTheModels()
{
    const Outcome check = alembic(u"check"_s);
    QVERIFY2(check.code == 0, qPrintable(check.out + check.err));
    QVERIFY2(check.out.contains(u"No new upgrade operations detected"_s), qPrintable(check.out));
}

void TestWorkflowNodesExample::tenTablesAreMade()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    QCOMPARE(valueOf(u"SELECT string_agg(tablename, ' ' ORDER BY tablename COLLATE \"C\") FROM pg_tables "
                     "WHERE schemaname = 'public' AND tablename <> 'alembic_version'"_s),
        u"credential credentialnodelink issue node node_registration_key project prompt repository user workflowlog"_s);
}

void TestWorkflowNodesExample::deletingAUserDeletesWhatTheUserOwns()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade 001_initial_schema"_s).code, 0);
    runSql(u"INSERT INTO \"user\" VALUES (gen_random_uuid(), 'a@example.com', '', NULL, true, false, now(), now());"
           "INSERT INTO credential SELECT gen_random_uuid(), 'c', 'CLAUDE', '', false, id, now(), now() FROM \"user\";"
           "INSERT INTO node SELECT gen_random_uuid(), 'n', NULL, NULL, NULL, 'online', id, NULL, now(), now() "
           "FROM \"user\"; INSERT INTO credentialnodelink SELECT credential.id, node.id FROM credential, node;"
           "DELETE FROM \"user\""_s);
    QCOMPARE(valueOf(u"SELECT (SELECT count(*) FROM credential) + (SELECT count(*) FROM node) "
                     "+ (SELECT count(*) FROM credentialnodelink)"_s),
        u"0"_s);
}

void TestWorkflowNodesExample::modelsAreWhatTheRevisionMakes()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    comparedWithTheModels();
}

void TestWorkflowNodesExample::sqliteSchemaIsAlembics()
{
    useDatabase(u"theirs.db"_s);
    const Outcome up = alembic(u"upgrade head"_s);
    QVERIFY2(up.code == 0, qPrintable(up.err));
    QString theirs = sqliteSchema();
    QCOMPARE(theirs.count(u"CREATE TABLE"_s), 11);
    useDatabase(u"ours.db"_s);
    const CommandRun run = stillroom(u"upgrade head"_s);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    // what is sent as it is printed has four blanks for a tab
    QString ours = sqliteSchema();
    QCOMPARE(ours.replace(u'\t', u"    "_s).split(u'\n'), theirs.replace(u'\t', u"    "_s).split(u'\n'));
    comparedWithTheModels();
    QCOMPARE(stillroom(u"downgrade base"_s).code, 0);
    QCOMPARE(sqliteSchema().count(u"CREATE "_s), 1);
}

void TestWorkflowNodesExample::sqliteSqlIsAlembics()
{
    useDatabase(u"none.db"_s);
    const Outcome theirs = alembic(u"upgrade head --sql"_s);
    QVERIFY2(theirs.code == 0, qPrintable(theirs.err));
    QCOMPARE(stillroom(u"upgrade head --sql"_s).out.split(u'\n'), theirs.out.split(u'\n'));
}

void TestWorkflowNodesExample::oldRevisionsAreWalkedAsAlembicWalksThem()
{
    goBackToTheOldRevisions();
    const QString history = stillroom(u"history --verbose"_s).out;
    QCOMPARE(history, alembic(u"history --verbose"_s).out);
    QCOMPARE(history.count(u"Rev: "_s), 15);
    const QString ours = useNewDatabase();
    for (const QString &revision : revisions()) {
        const CommandRun step = stillroom(u"upgrade "_s + revision);
        QVERIFY2(step.code == 0, qPrintable(revision + u'\n' + step.err));
    }
    useNewDatabase();
    QCOMPARE(alembic(u"upgrade head"_s).code, 0);
    QCOMPARE(schemaOf(ours).split(u'\n'), schemaOf(database()).split(u'\n'));
    const CommandRun down = stillroom(u"downgrade base"_s);
    QVERIFY2(down.code == 0, qPrintable(down.err));
    QVERIFY(stillroom(u"tables"_s).out.trimmed().isEmpty());
}

void TestWorkflowNodesExample::oldSqlIsAlembics_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"upgrade head --sql", "downgrade 19be435a02b1:e2412789c190 --sql"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestWorkflowNodesExample::oldSqlIsAlembics()
{
    QFETCH(QString, command);
    goBackToTheOldRevisions();
    const Outcome theirs = alembic(command);
    QVERIFY2(theirs.code == 0, qPrintable(theirs.err));
    QVERIFY(theirs.out.count(u"-- Running"_s) >= 14);
    QCOMPARE(stillroom(command).out.split(u'\n'), theirs.out.split(u'\n'));
}

void TestWorkflowNodesExample::oldDatabaseIsRebasedOnTheNewRevision()
{
    goBackToTheOldRevisions();
    const QString database = useNewDatabase();
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    copyExample(); // where the fifteen have been replaced
    useDatabase(database);
    const CommandRun lost = stillroom(u"upgrade head"_s);
    QCOMPARE(lost.code, 1);
    QVERIFY2(lost.err.contains(u"Can't locate revision identified by '19be435a02b1'"_s), qPrintable(lost.err));
    runSql(u"DELETE FROM alembic_version; INSERT INTO alembic_version VALUES ('001_initial_schema')"_s);
    QCOMPARE(stillroom(u"current"_s).out.trimmed(), u"001_initial_schema (head)"_s);
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    comparedWithTheModels();
}

void TestWorkflowNodesExample::rowsSurviveTheChangeOfKeys()
{
    goBackToTheOldRevisions();
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade 9c0a54914c78"_s).code, 0);
    runSql(u"INSERT INTO \"user\" (email, is_active, is_superuser, hashed_password) "
           "VALUES ('a@example.com', true, true, ''), ('b@example.com', true, false, '');"
           "INSERT INTO item (title, owner_id) SELECT 'of ' || email, id FROM \"user\""_s);
    const QString question = u"SELECT string_agg(title || '=' || email, ' ' ORDER BY title) "
                             "FROM item JOIN \"user\" ON \"user\".id = owner_id"_s;
    const QString before = valueOf(question);
    QCOMPARE(before, u"of a@example.com=a@example.com of b@example.com=b@example.com"_s);
    QCOMPARE(stillroom(u"upgrade 2b2a406df71b"_s).code, 0);
    QCOMPARE(valueOf(question), before);
    const CommandRun down = stillroom(u"downgrade 9c0a54914c78"_s);
    QVERIFY2(down.code == 0, qPrintable(down.err));
    QCOMPARE(valueOf(question), before);
}

QTEST_GUILESS_MAIN(TestWorkflowNodesExample)
#include "tst_workflownodesexample.moc"
