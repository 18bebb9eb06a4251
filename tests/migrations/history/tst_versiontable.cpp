#include "migrations/database/connection.h"
#include "migrations/dialects/dialect.h"
#include "migrations/history/versiontable.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Migrations;
using namespace Migrations::History;
using namespace Qt::StringLiterals;
using Kind = Graph::RowChange::Kind;

/// Everything on both databases: the data tag says which.
class TestVersionTable : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void initTestCase_data();
    void init();
    void cleanup();
    void missingTableHasNoRows();
    void ensureCreatesTheTableOnce();
    void tableIsAlembics();
    void rowsFollowTheChanges();
    void changeThatMeetsNoRowIsAConflict();
    void changeThatMeetsTwoRowsIsAConflict();
    void longRevisionIsTheServersError();
    void oddNamesAndRevisionsWork();
    void tablesElsewhereAreNotMine();
    void tableOfASchemaIsFoundThere();
    void rowsOfAForeignTableAreAnError();
    void alembicReadsWhatIsWritten();

private:
    [[nodiscard]] bool isPostgresql() const { return m_dialect->name() == "postgresql"_L1; }
    [[nodiscard]] VersionTable table(const QString &name = u"alembic_version"_s, const QString &schema = {}) const;
    void run(const QString &sql);
    [[nodiscard]] QStringList rows(const VersionTable &table) const;

    PostgresqlCluster m_cluster;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database::Connection> m_connection;
    const Dialects::Dialect *m_dialect = nullptr;
    QString m_url;
};

void TestVersionTable::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestVersionTable::initTestCase_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::newRow("postgresql") << u"postgresql"_s;
    QTest::newRow("sqlite") << u"sqlite"_s;
}

void TestVersionTable::init()
{
    TestCase::init();
    QFETCH_GLOBAL(QString, dialect);
    m_dialect = Dialects::Dialect::byName(dialect);
    QVERIFY(m_dialect);
    m_folder = std::make_unique<QTemporaryDir>();
    m_url = isPostgresql() ? m_cluster.createDatabase() : u"sqlite:///%1/shop.db"_s.arg(m_folder->path());
    QVERIFY2(!m_url.isEmpty(), qPrintable(m_cluster.problem()));
    m_connection = Database::Connection::open(Database::DatabaseUrl::parse(m_url).value()).value();
}

void TestVersionTable::cleanup()
{
    m_connection.reset();
}

VersionTable TestVersionTable::table(const QString &name, const QString &schema) const
{
    return VersionTable(Dialects::VersionTableSql(*m_dialect, {.table = name, .schema = schema}));
}

void TestVersionTable::run(const QString &sql)
{
    const auto done = m_connection->execute(sql);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toText()));
}

QStringList TestVersionTable::rows(const VersionTable &versions) const
{
    const Result<QStringList> found = versions.read(*m_connection);
    return found ? *found : QStringList {found.error().toText()};
}

void TestVersionTable::missingTableHasNoRows()
{
    QCOMPARE(table().exists(*m_connection).value(), false);
    QCOMPARE(rows(table()), QStringList {});
    QCOMPARE(table().exists(*m_connection).value(), false);
}

void TestVersionTable::ensureCreatesTheTableOnce()
{
    QVERIFY(table().ensure(*m_connection));
    QVERIFY(table().ensure(*m_connection));
    QCOMPARE(table().exists(*m_connection).value(), true);
    QVERIFY(m_connection->begin());
    QVERIFY(table(u"later"_s).ensure(*m_connection));
    m_connection->rollback();
    QCOMPARE(table(u"later"_s).exists(*m_connection).value(), false);
}

void TestVersionTable::tableIsAlembics()
{
    QVERIFY(table().ensure(*m_connection));
    run(u"INSERT INTO alembic_version VALUES ('a1')"_s);
    const auto twice = m_connection->execute(u"INSERT INTO alembic_version VALUES ('a1')"_s);
    QVERIFY(!twice);
    const QString key = isPostgresql() ? u"alembic_version_pkc"_s : u"alembic_version.version_num"_s;
    QVERIFY2(twice.error().message.contains(key), qPrintable(twice.error().message));
    QVERIFY(!m_connection->execute(u"INSERT INTO alembic_version VALUES (NULL)"_s));
}

void TestVersionTable::rowsFollowTheChanges()
{
    const VersionTable versions = table();
    QVERIFY(versions.ensure(*m_connection));
    QVERIFY(versions.write(*m_connection, {.kind = Kind::Insert, .from = {}, .to = u"a1"_s}));
    QVERIFY(versions.write(*m_connection, {.kind = Kind::Insert, .from = {}, .to = u"b1"_s}));
    QCOMPARE(rows(versions), (QStringList {u"a1"_s, u"b1"_s}));
    QVERIFY(versions.write(*m_connection, {.kind = Kind::Delete, .from = u"a1"_s, .to = {}}));
    QVERIFY(versions.write(*m_connection, {.kind = Kind::Update, .from = u"b1"_s, .to = u"m1"_s}));
    QCOMPARE(rows(versions), QStringList {u"m1"_s});
}

void TestVersionTable::changeThatMeetsNoRowIsAConflict()
{
    QVERIFY(table().ensure(*m_connection));
    const auto updated = table().write(*m_connection, {.kind = Kind::Update, .from = u"a"_s, .to = u"b"_s});
    QVERIFY(!updated);
    QCOMPARE(updated.error().code, ErrorCode::Conflict);
    QCOMPARE(updated.error().message,
        u"Online migration expected to match one row when updating 'a' to 'b' in 'alembic_version'; 0 found"_s);
    QVERIFY(updated.error().statement.startsWith("UPDATE alembic_version"_L1));
    QVERIFY(!updated.error().nextStep.isEmpty());
}

void TestVersionTable::changeThatMeetsTwoRowsIsAConflict()
{
    run(u"CREATE TABLE \"My Versions\" (version_num VARCHAR(32))"_s);
    run(u"INSERT INTO \"My Versions\" VALUES ('a'), ('a')"_s);
    const auto deleted = table(u"My Versions"_s).write(*m_connection, {.kind = Kind::Delete, .from = u"a"_s, .to = {}});
    QVERIFY(!deleted);
    QCOMPARE(deleted.error().code, ErrorCode::Conflict);
    QCOMPARE(deleted.error().message,
        u"Online migration expected to match one row when deleting 'a' in 'My Versions'; 2 found"_s);
}

void TestVersionTable::longRevisionIsTheServersError()
{
    QVERIFY(table().ensure(*m_connection));
    const QString revision(40, u'x');
    const auto written = table().write(*m_connection, {.kind = Kind::Insert, .from = {}, .to = revision});
    QCOMPARE(written.has_value(), !isPostgresql()); // SQLite does not look at the 32
    if (isPostgresql()) {
        QCOMPARE(written.error().code, ErrorCode::Server);
        QVERIFY(written.error().nextStep.contains("32"_L1));
        return;
    }
    QCOMPARE(rows(table()), QStringList {revision});
}

void TestVersionTable::oddNamesAndRevisionsWork()
{
    const VersionTable versions = table(u"odd \"v.v\" 表"_s);
    const QString revision = u"it's :a ? %s \"x\" 修订"_s;
    QVERIFY(versions.ensure(*m_connection));
    QCOMPARE(versions.exists(*m_connection).value(), true);
    QVERIFY(versions.write(*m_connection, {.kind = Kind::Insert, .from = {}, .to = revision}));
    QCOMPARE(rows(versions), QStringList {revision});
    const auto wrong = versions.write(*m_connection, {.kind = Kind::Delete, .from = u"x"_s, .to = {}});
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().message.contains(u"in 'odd \"v.v\" 表';"_s), qPrintable(wrong.error().message));
    QVERIFY(versions.write(*m_connection, {.kind = Kind::Update, .from = revision, .to = u"b"_s}));
    QCOMPARE(rows(versions), QStringList {u"b"_s});
}

void TestVersionTable::tablesElsewhereAreNotMine()
{
    if (isPostgresql()) {
        run(u"CREATE SCHEMA other; CREATE TABLE other.alembic_version (version_num text); "
            "CREATE SEQUENCE looks_like_one"_s);
        QCOMPARE(table(u"looks_like_one"_s).exists(*m_connection).value(), false);
    } else {
        run(u"ATTACH ':memory:' AS other"_s);
        run(u"CREATE TABLE other.alembic_version (version_num text)"_s);
    }
    QCOMPARE(table().exists(*m_connection).value(), false);
    run(u"CREATE TEMP TABLE alembic_version (version_num text)"_s); // Alembic sees a temporary one
    QCOMPARE(table().exists(*m_connection).value(), true);
}

void TestVersionTable::tableOfASchemaIsFoundThere()
{
    run(isPostgresql() ? u"CREATE SCHEMA \"Ops\""_s : u"ATTACH ':memory:' AS \"Ops\""_s);
    const VersionTable versions = table(u"alembic_version"_s, u"Ops"_s);
    QCOMPARE(versions.exists(*m_connection).value(), false);
    QVERIFY(versions.ensure(*m_connection));
    QCOMPARE(versions.exists(*m_connection).value(), true);
    QCOMPARE(table().exists(*m_connection).value(), false);
    run(u"INSERT INTO \"Ops\".alembic_version VALUES ('a1')"_s);
    QCOMPARE(rows(versions), QStringList {u"a1"_s});
    if (isPostgresql()) {
        QCOMPARE(table(u"alembic_version"_s, u"nowhere"_s).exists(*m_connection).value(), false);
        run(u"SET search_path = public, \"Ops\""_s);
        QCOMPARE(table().exists(*m_connection).value(), true);
    }
}

void TestVersionTable::rowsOfAForeignTableAreAnError()
{
    run(u"CREATE TABLE alembic_version (something_else int)"_s);
    const Result<QStringList> found = table().read(*m_connection);
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Server);
    QVERIFY(found.error().message.contains("version_num"_L1));
}

void TestVersionTable::alembicReadsWhatIsWritten()
{
    QVERIFY(table().ensure(*m_connection));
    QVERIFY(table().write(*m_connection, {.kind = Kind::Insert, .from = {}, .to = u"058_add_user_avatar"_s}));
    const QString program = uR"(
import sys, sqlalchemy
from alembic.runtime.migration import MigrationContext
with sqlalchemy.create_engine(sys.argv[1]).connect() as connection:
    context = MigrationContext.configure(connection)
    print(context._has_version_table(), context.get_current_heads())
)"_s;
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, program, m_url});
    QVERIFY2(python.waitForFinished(60'000), qPrintable(python.errorString()));
    QCOMPARE(QString::fromUtf8(python.readAllStandardOutput()).trimmed(), u"True ('058_add_user_avatar',)"_s);
}

QTEST_GUILESS_MAIN(TestVersionTable)
#include "tst_versiontable.moc"
