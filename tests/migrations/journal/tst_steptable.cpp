#include "migrations/database/connection.h"
#include "migrations/project/migrator.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// The journal's table in the database: a row for each step that is committed, and no other.
class TestStepTable : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void everyStepHasItsRow_data() { databases(); }
    void everyStepHasItsRow();
    void aFailedStepHasNone_data() { databases(); }
    void aFailedStepHasNone();
    void itStandsBesideTheVersionTable();
    void withoutTheRightTheStepIsRolledBack();
    void nobodyAsksAndThereIsNone();

private:
    static void databases();
    [[nodiscard]] QString newUrl(const QString &database)
    {
        return database == "sqlite"_L1 ? u"sqlite:///"_s + m_folder->database() : m_cluster.createDatabase();
    }
    [[nodiscard]] std::unique_ptr<Migrator> open(const QString &url, bool hasTable = true);
    [[nodiscard]] static QList<QVariantList> rows(const QString &url, const QString &sql)
    {
        const auto connection = Database::Connection::open(Database::DatabaseUrl::parse(url).value()).value();
        const Result<Database::Rows> rows = connection->execute(sql);
        return rows ? rows->rows : QList<QVariantList> {{rows.error().message}};
    }
    [[nodiscard]] Runner::RunReport run(Migrator &migrator, Graph::Direction direction, const QString &target)
    {
        return migrator.run(direction, target, m_answers, [](const Runner::RunEvent &) {});
    }

    PostgresqlCluster m_cluster;
    std::unique_ptr<ProjectFolder> m_folder;
    FixedAnswers m_answers {FixedAnswers::Answer::Yes};
};

void TestStepTable::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestStepTable::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    m_folder->add({.id = u"a"_s, .upgrade = {u"op.execute('CREATE TABLE t (x INTEGER)')"_s},
        .downgrade = {u"op.execute('DROP TABLE t')"_s}});
    m_folder->add({.id = u"b"_s, .down = {u"a"_s}, .upgrade = {u"op.execute('INSERT INTO t VALUES (1)')"_s, u"op.execute('INSERT INTO t VALUES (2)')"_s}});
}

void TestStepTable::databases()
{
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
}

std::unique_ptr<Migrator> TestStepTable::open(const QString &url, bool hasTable)
{
    auto migrator = std::make_unique<Migrator>(Project::open(m_folder->path()).value(), url);
    migrator->setRecording({.hasTable = hasTable});
    if (const Result<void> connected = migrator->connect(); !connected)
        qFatal("%s", qPrintable(connected.error().toText()));
    return migrator;
}

void TestStepTable::everyStepHasItsRow()
{
    QFETCH(const QString, database);
    const QString url = newUrl(database);
    const auto migrator = open(url);
    QVERIFY(run(*migrator, Graph::Direction::Upgrade, u"head"_s).succeeded());
    QVERIFY(run(*migrator, Graph::Direction::Downgrade, u"base"_s).succeeded());
    QVERIFY(migrator->stamp({u"head"_s}, false, m_answers, [](const Runner::RunEvent &) {}).succeeded());
    const QString sql = u"SELECT direction, revision, rows_before, rows_after, statements, checksum LIKE 'sha256:%' "
                         "FROM stillroom_journal ORDER BY id"_s;
    const QList<QVariantList> expected {{u"upgrade"_s, u"a"_s, u""_s, u"a"_s, 1, 1}, {u"upgrade"_s, u"b"_s, u"a"_s, u"b"_s, 2, 1},
        {u"downgrade"_s, u"b"_s, u"b"_s, u"a"_s, 0, 1}, {u"downgrade"_s, u"a"_s, u"a"_s, u""_s, 1, 1},
        {u"stamp"_s, u"b"_s, u""_s, u"b"_s, 0, 0}};
    const QList<QVariantList> found = rows(url, sql);
    QCOMPARE(found.size(), expected.size());
    for (qsizetype row = 0; row < found.size(); ++row) {
        for (qsizetype column = 0; column < 4; ++column)
            QCOMPARE(found[row][column].toString(), expected[row][column].toString());
        QCOMPARE(found[row][4].toInt(), expected[row][4].toInt());
        QCOMPARE(found[row][5].toBool(), expected[row][5].toBool());
    }
    QCOMPARE(rows(url, u"SELECT version_num FROM alembic_version"_s), (QList<QVariantList> {{u"b"_s}}));
    QCOMPARE(migrator->inspect().value().tables.size(), 0);
    const QDateTime done = rows(url, u"SELECT max(done_at) FROM stillroom_journal"_s)[0][0].toDateTime();
    QVERIFY2(qAbs(done.secsTo(QDateTime::currentDateTimeUtc())) < 60, qPrintable(done.toString(Qt::ISODate)));
}

void TestStepTable::aFailedStepHasNone()
{
    QFETCH(const QString, database);
    m_folder->add({.id = u"c"_s, .down = {u"b"_s}, .upgrade = {u"op.execute('BROKEN')"_s}});
    const QString url = newUrl(database);
    const auto migrator = open(url);
    QVERIFY(!run(*migrator, Graph::Direction::Upgrade, u"head"_s).succeeded());
    QCOMPARE(rows(url, u"SELECT revision FROM stillroom_journal ORDER BY id"_s),
        (QList<QVariantList> {{u"a"_s}, {u"b"_s}}));
}

void TestStepTable::itStandsBesideTheVersionTable()
{
    m_folder->write(u"stillroom.toml"_s, u"version_table_schema = \"Ops\"\n[journal]\ntable = true\n"_s);
    const QString url = newUrl(u"postgresql"_s);
    QCOMPARE(rows(url, u"CREATE SCHEMA \"Ops\""_s), QList<QVariantList>());
    const auto migrator = open(url, false); // the project says so
    QVERIFY(run(*migrator, Graph::Direction::Upgrade, u"head"_s).succeeded());
    QCOMPARE(rows(url, u"SELECT count(*)::int FROM \"Ops\".stillroom_journal"_s), (QList<QVariantList> {{2}}));
}

void TestStepTable::withoutTheRightTheStepIsRolledBack()
{
    const QString url = newUrl(u"postgresql"_s);
    const auto migrator = open(url);
    QVERIFY(run(*migrator, Graph::Direction::Upgrade, u"a"_s).succeeded());
    const QString name = url.section(u'/', 3).section(u'?', 0, 0);
    QVERIFY2(m_cluster.run(name, u"CREATE ROLE writer LOGIN PASSWORD 'w'; GRANT USAGE ON SCHEMA public TO writer; "
        "GRANT ALL ON alembic_version, t TO writer"_s), qPrintable(m_cluster.problem()));
    const auto other = open(m_cluster.url(name, u"writer"_s, u"w"_s));
    const Runner::RunReport report = run(*other, Graph::Direction::Upgrade, u"head"_s);
    QVERIFY(!report.succeeded());
    QVERIFY2(report.error->message.contains(u"stillroom_journal"_s), qPrintable(report.error->message));
    QVERIFY(report.error->nextStep.contains(u"without the journal's table"_s));
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(rows(url, u"SELECT count(*)::int FROM t"_s), (QList<QVariantList> {{0}}));
}

void TestStepTable::nobodyAsksAndThereIsNone()
{
    const QString url = newUrl(u"sqlite"_s);
    const auto migrator = open(url, false);
    QVERIFY(run(*migrator, Graph::Direction::Upgrade, u"head"_s).succeeded());
    QCOMPARE(rows(url, u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s),
        (QList<QVariantList> {{u"alembic_version"_s}, {u"t"_s}}));
}

QTEST_GUILESS_MAIN(TestStepTable)
#include "tst_steptable.moc"
