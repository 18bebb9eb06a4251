#include "migrations/dialects/dialect.h"
#include "migrations/dialects/versiontablesql.h"
#include "tests/support/testcase.h"

using namespace Migrations::Dialects;
using namespace Qt::StringLiterals;

class TestVersionTableSql : public TestCase {
    Q_OBJECT

private slots:
    void statementsAreAlembics();
    void schemaAndOddNamesAreQuoted();
    void withoutPrimaryKeyThereIsNoReturning();
};

void TestVersionTableSql::statementsAreAlembics()
{
    const VersionTableSql postgresql(Dialect::postgresql());
    QCOMPARE(postgresql.name(), u"alembic_version"_s);
    QCOMPARE(postgresql.create(),
        u"CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"_s);
    QCOMPARE(postgresql.insert(u"a1"_s),
        u"INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING alembic_version.version_num"_s);
    QCOMPARE(postgresql.update(u"a1"_s, u"b2"_s),
        u"UPDATE alembic_version SET version_num='b2' WHERE alembic_version.version_num = 'a1'"_s);
    QCOMPARE(postgresql.remove(u"b2"_s), u"DELETE FROM alembic_version WHERE alembic_version.version_num = 'b2'"_s);
    const VersionTableSql sqlite(Dialect::sqlite());
    QCOMPARE(sqlite.create(), postgresql.create());
    QCOMPARE(
        sqlite.insert(u"a1"_s), u"INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num"_s);
    QCOMPARE(sqlite.update(u"a1"_s, u"b2"_s), postgresql.update(u"a1"_s, u"b2"_s));
    QCOMPARE(sqlite.remove(u"b2"_s), postgresql.remove(u"b2"_s));
}

void TestVersionTableSql::schemaAndOddNamesAreQuoted()
{
    const VersionTableSql sql(Dialect::postgresql(), {.table = u"my_versions"_s, .schema = u"Ops"_s});
    QCOMPARE(sql.name(), u"\"Ops\".my_versions"_s);
    QVERIFY(sql.create().startsWith(u"CREATE TABLE \"Ops\".my_versions ("));
    QVERIFY(sql.create().contains(u"CONSTRAINT my_versions_pkc PRIMARY KEY"));
    QCOMPARE(sql.insert(u"a'b"_s),
        u"INSERT INTO \"Ops\".my_versions (version_num) VALUES ('a''b') RETURNING \"Ops\".my_versions.version_num"_s);
    QCOMPARE(sql.update(u"r1"_s, u"r2"_s),
        u"UPDATE \"Ops\".my_versions SET version_num='r2' WHERE \"Ops\".my_versions.version_num = 'r1'"_s);
    QVERIFY(VersionTableSql(Dialect::sqlite(), {.table = u"My Versions"_s})
                .create()
                .contains(u"CONSTRAINT \"My Versions_pkc\" PRIMARY KEY"));
}

void TestVersionTableSql::withoutPrimaryKeyThereIsNoReturning()
{
    const VersionTableSql sql(Dialect::postgresql(), {.hasPrimaryKey = false});
    QCOMPARE(sql.create(), u"CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL\n)"_s);
    QCOMPARE(sql.insert(u"a1"_s), u"INSERT INTO alembic_version (version_num) VALUES ('a1')"_s);
}

QTEST_GUILESS_MAIN(TestVersionTableSql)
#include "tst_versiontablesql.moc"
