#include "tests/app/cli/exampletest.h"

using namespace Qt::StringLiterals;

/// The example of a table that scripts made before there were migrations: its revision looks at the
/// database, keeps the rows, and has an id that is longer than Alembic's version column.
class TestDataagentExample : public ExampleTest
{
    Q_OBJECT

public:
    TestDataagentExample() : ExampleTest({.name = u"dataagent"_s, .folder = u"backend"_s, .revisions = 9}) {}

private slots:
    void longIdFitsIntoTheWidenedColumn();
    void longIdIsRefusedByTheNarrowColumn();
    void rowsOfTheOldTableAreTakenOver();
    void rollingBackGivesTheOldTableBack();
    void triggerKeepsTheTime();
    void wrongKeysStopTheRollBack();

private:
    [[nodiscard]] Environment environmentFor(const QString &database) const override
    {
        return {{u"DATABASE_URL"_s, urlOf(database)}};
    }
    void makeOldTable();

    const QString m_migration = u"007_migrate_data_source_connections"_s;
};

void TestDataagentExample::makeOldTable()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade 006_fix_foreign_key_types"_s).code, 0);
    QFile script(path(u"scripts/migrate-data-source-connections.sql"_s));
    QVERIFY(script.open(QIODevice::ReadOnly));
    runSql(QString::fromUtf8(script.readAll()));
    runSql(u"INSERT INTO tenants (id, email) VALUES ('t', 't@example.com');"
           "INSERT INTO data_source_connections (tenant_id, name, connection_string, status) "
           "VALUES ('t', 'sales', 'x', 'error'), ('t', 'sales', 'y', 'broken'), ('gone', 'sales', 'z', 'active')"_s);
}

void TestDataagentExample::longIdFitsIntoTheWidenedColumn()
{
    QVERIFY(m_migration.size() > 32);
    useNewDatabase();
    // nobody knows before that a revision on the way widens the column: Stillroom asks
    const CommandRun asked = unanswered(u"upgrade "_s + m_migration);
    QCOMPARE(asked.code, 1);
    QVERIFY2(asked.err.contains(u"Widen the column"_s), qPrintable(asked.err));
    QCOMPARE(stillroom(u"upgrade "_s + m_migration + u" --yes"_s).code, 0);
    QCOMPARE(valueOf(u"SELECT version_num FROM alembic_version"_s), m_migration);
    QCOMPARE(alembic(u"current"_s).out.trimmed(), m_migration);
    QCOMPARE(stillroom(u"downgrade 004_add_saved_queries"_s).code, 0);
    QCOMPARE(valueOf(u"SELECT format_type(atttypid, atttypmod) FROM pg_attribute "
                     "WHERE attrelid = 'alembic_version'::regclass AND attname = 'version_num'"_s),
        u"character varying(32)"_s);
}

// the step is undone as a whole: neither the table nor its type stay behind
void TestDataagentExample::longIdIsRefusedByTheNarrowColumn()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade 006_fix_foreign_key_types"_s).code, 0);
    runSql(u"ALTER TABLE alembic_version ALTER COLUMN version_num TYPE VARCHAR(32)"_s);
    const QString before = schemaOf(database());
    const CommandRun refused = unanswered(u"upgrade "_s + m_migration);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(u"32"_s), qPrintable(refused.err));
    QCOMPARE(schemaOf(database()), before);
    QCOMPARE(stillroom(u"current"_s).out.trimmed(), u"006_fix_foreign_key_types"_s);
}

void TestDataagentExample::rowsOfTheOldTableAreTakenOver()
{
    makeOldTable();
    const CommandRun run = stillroom(u"upgrade head"_s);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.err.contains(u"rows are kept in data_source_connections_backup"_s), qPrintable(run.err));
    QCOMPARE(valueOf(u"SELECT string_agg(id || ' ' || name || ' ' || status, ', ' ORDER BY id) "
                     "FROM data_source_connections"_s),
        u"1 sales error, 2 sales #2 inactive"_s);
    QCOMPARE(valueOf(u"SELECT count(*) FROM data_source_connections_backup"_s), u"3"_s);
}

void TestDataagentExample::rollingBackGivesTheOldTableBack()
{
    makeOldTable();
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    const CommandRun back = stillroom(u"downgrade 006_fix_foreign_key_types"_s);
    QVERIFY2(back.code == 0, qPrintable(back.err));
    QCOMPARE(valueOf(u"SELECT string_agg(status, ' ' ORDER BY id) FROM data_source_connections"_s),
        u"error broken active"_s);
    QCOMPARE(valueOf(u"SELECT count(*) FROM pg_type WHERE typname = 'dataconnectionstatus'"_s), u"0"_s);
}

void TestDataagentExample::triggerKeepsTheTime()
{
    makeOldTable();
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    runSql(u"UPDATE data_source_connections SET name = 'x', updated_at = '2000-01-01' WHERE id = '1'"_s);
    QCOMPARE(valueOf(u"SELECT updated_at > '2020-01-01' FROM data_source_connections WHERE id = '1'"_s), u"t"_s);
}

void TestDataagentExample::wrongKeysStopTheRollBack()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade 006_fix_foreign_key_types"_s).code, 0);
    runSql(u"INSERT INTO tenants (id, email) VALUES ('t', 't@example.com');"
           "INSERT INTO users (id, tenant_id, name) VALUES ('no number', 't', 'u')"_s);
    const QString before = schemaOf(database());
    const CommandRun refused = stillroom(u"downgrade -1"_s);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(u"no number"_s), qPrintable(refused.err));
    QVERIFY2(refused.err.contains(u"006_fix_foreign_key_types.py"_s), qPrintable(refused.err));
    QCOMPARE(schemaOf(database()), before);
}

QTEST_GUILESS_MAIN(TestDataagentExample)
#include "tst_dataagentexample.moc"
