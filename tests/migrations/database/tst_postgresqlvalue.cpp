#include "tests/migrations/database/postgresqltestcase.h"

#include <QDateTime>
#include <QTimeZone>
#include <QUuid>

using namespace Migrations;
using namespace Migrations::Database;
using namespace Qt::StringLiterals;

class TestPostgresqlValue : public PostgresqlTestCase
{
    Q_OBJECT

private slots:
    void valuesHaveTheTypeOfTheirColumn();
    void boundValuesArriveUnchanged();
    void boundValuesFitTheColumn();
    void boundValuesNeverBecomeSql();
    void castsQuotesAndOperatorsAreNoPlaceholders();
    void statementsThatCannotBePreparedAreRefused();
    void preparedStatementsAreDropped();
    void oddNamesAndUnicodeWork();
};

void TestPostgresqlValue::valuesHaveTheTypeOfTheirColumn()
{
    const Rows rows =
        m_connection
            ->execute(
                u"SELECT true, 7::int, 9007199254740993::bigint, 1.5::float8, 12345678901234567890.0123::numeric, "
                "'数据'::text, '\\x00ff'::bytea, NULL::int, ''::text, date '2024-02-29', time '01:02:03', "
                "timestamp '2024-02-29 01:02:03.25', timestamptz '2024-02-29 01:02:03+00', "
                "'{\"a\": [1]}'::jsonb, '{1,2}'::int[], 'NaN'::float8, timestamp 'infinity'"_s)
            .value();
    const QVariantList row = rows.rows.value(0);
    const QVariantList expected {true, 7, 9007199254740993LL, 1.5, u"12345678901234567890.0123"_s, u"数据"_s,
        QByteArray("\0\xff", 2), QVariant(), QString(u""_s), QDate(2024, 2, 29), QTime(1, 2, 3)};
    QCOMPARE(row.first(expected.size()), expected);
    QVERIFY(!row[7].isValid());
    QCOMPARE(row[11].toDateTime().time(), QTime(1, 2, 3, 250));
    QCOMPARE(row[11].toDateTime().date(), QDate(2024, 2, 29));
    QCOMPARE(row[12].toDateTime(), QDateTime(QDate(2024, 2, 29), QTime(1, 2, 3), QTimeZone::UTC));
    QCOMPARE(row[13], QVariant(u"{\"a\": [1]}"_s));
    QCOMPARE(row[14], QVariant(u"{1,2}"_s));
    QVERIFY(qIsNaN(row[15].toDouble()));
    QVERIFY(row[16].isValid());
    QVERIFY(!row[16].toDateTime().isValid());
}

void TestPostgresqlValue::boundValuesArriveUnchanged()
{
    const QVariantMap values {{u"text"_s, u"O'Neil \\ :text ? $1 数据"_s}, {u"bytes"_s, QByteArray("\0'\\\xff", 4)},
        {u"small"_s, -5}, {u"big"_s, 9007199254740993LL}, {u"huge"_s, 18446744073709551615ULL}, {u"real"_s, 0.1},
        {u"no"_s, false}, {u"none"_s, QVariant()}, {u"day"_s, QDate(2024, 2, 29)}, {u"nan"_s, qQNaN()}};
    const Rows rows = m_connection
                          ->execute(u"SELECT :text::text, :bytes, :small, :big, :huge, :real, :no, :none::text, :day, "
                                    ":nan, :text::text"_s,
                              values)
                          .value();
    const QVariantList row = rows.rows.value(0);
    const QVariantList expected {values[u"text"_s], values[u"bytes"_s], -5, 9007199254740993LL,
        u"18446744073709551615"_s, u"0.1"_s, false, QVariant(), QDate(2024, 2, 29)};
    QCOMPARE(row.first(expected.size()), expected);
    QVERIFY(qIsNaN(row[9].toDouble()));
    QCOMPARE(row[10], values[u"text"_s]);
}

void TestPostgresqlValue::boundValuesFitTheColumn()
{
    QVERIFY(m_connection->execute(
        u"CREATE TYPE mood AS ENUM ('ok', 'it''s'); "
        "CREATE TABLE t (id uuid, m mood, j jsonb, d timestamptz, l timestamp, n smallint, a text[], f float8, i interval)"_s));
    const QUuid id = QUuid::createUuid();
    const QDateTime moment(QDate(2024, 2, 29), QTime(1, 2, 3, 4), QTimeZone::UTC);
    const QVariantMap values {{u"id"_s, id}, {u"m"_s, u"it's"_s}, {u"j"_s, QVariantMap {{u"k"_s, u"v\"'"_s}}},
        {u"d"_s, moment}, {u"l"_s, QDateTime(QDate(2024, 1, 1), QTime(3, 0))}, {u"n"_s, 3}, {u"f"_s, 0.1},
        {u"a"_s, QVariantList {u"a,\"b\"\\"_s, QVariant(), u"NULL"_s}}, {u"i"_s, u"2 days"_s}};
    const auto inserted =
        m_connection->execute(u"INSERT INTO t VALUES (:id, :m, :j, :d, :l, :n, :a, :f, :i)"_s, values);
    QVERIFY2(inserted, qPrintable(inserted ? QString() : inserted.error().toText()));
    QCOMPARE(inserted->affected, 1);
    const Rows rows = m_connection
                          ->execute(u"SELECT id, m, j ->> 'k', d, l::text, n, a[1], a[2], a[3], f, i = interval '48 h' "
                                    "FROM t WHERE id = :id AND n = ANY(:many) AND l < :l2"_s,
                              {{u"id"_s, id.toString(QUuid::WithoutBraces)}, {u"many"_s, QVariantList {1, 3}},
                                  {u"l2"_s, QDateTime(QDate(2024, 1, 2), QTime(0, 0))}})
                          .value();
    const QVariantList row = rows.rows.value(0);
    QCOMPARE(row.size(), 11);
    QCOMPARE(row[0].toString(), id.toString(QUuid::WithoutBraces));
    QCOMPARE(row[1].toString(), u"it's"_s);
    QCOMPARE(row[2].toString(), u"v\"'"_s);
    QCOMPARE(row[3].toDateTime(), moment);
    QCOMPARE(row[4].toString(), u"2024-01-01 03:00:00"_s);
    QCOMPARE(row[5], QVariant(3));
    QCOMPARE(row[6].toString(), u"a,\"b\"\\"_s);
    QVERIFY(row[7].isNull());
    QCOMPARE(row[8].toString(), u"NULL"_s);
    QCOMPARE(row[9], QVariant(0.1));
    QCOMPARE(row[10], QVariant(true));
}

void TestPostgresqlValue::boundValuesNeverBecomeSql()
{
    QVERIFY(m_connection->execute(u"CREATE TABLE t (a text)"_s));
    for (const QString &evil : {u"x'); DROP TABLE t; --"_s, u"\\'); DROP TABLE t; --"_s, u"$$; DROP TABLE t;"_s}) {
        QVERIFY(m_connection->execute(u"INSERT INTO t VALUES (:v)"_s, {{u"v"_s, evil}}));
        QCOMPARE(m_connection->executePositional(u"SELECT a FROM t WHERE a = ?"_s, QVariantList {evil})->rows,
            QList<QVariantList> {{evil}});
    }
    QVERIFY(m_connection->execute(u"SET standard_conforming_strings = off"_s));
    const QString slashes = u"\\' \\\\ '"_s;
    QCOMPARE(m_connection->execute(u"SELECT :v::text"_s, {{u"v"_s, slashes}})->rows, QList<QVariantList> {{slashes}});
    const auto nul = m_connection->execute(u"SELECT :v::text"_s, {{u"v"_s, u"a\0b"_s}});
    QVERIFY(!nul);
    QCOMPARE(nul.error().code, ErrorCode::BadInput);
}

void TestPostgresqlValue::castsQuotesAndOperatorsAreNoPlaceholders()
{
    const Rows bare =
        m_connection->execute(u"SELECT '5'::int AS \"a:b\", ':x', $$:y ?$$, '{\"k\":1}'::jsonb ? 'k' -- it's :z"_s)
            .value();
    QCOMPARE(bare.columns.constFirst(), u"a:b"_s);
    QCOMPARE(bare.rows, (QList<QVariantList> {{5, u":x"_s, u":y ?"_s, true}}));
    const Rows bound = m_connection
                           ->execute(u"SELECT :n::int, ':n', '{\"k\":1}'::jsonb ? :k /* don't :stop */, "
                                     "(ARRAY[1,2,3])[1:2] -- :z's"_s,
                               {{u"n"_s, u"5"_s}, {u"k"_s, u"k"_s}})
                           .value();
    QCOMPARE(bound.rows, (QList<QVariantList> {{5, u":n"_s, true, u"{1,2}"_s}}));
}

void TestPostgresqlValue::statementsThatCannotBePreparedAreRefused()
{
    const auto result = m_connection->execute(u"ALTER TABLE t SET (fillfactor = :f)"_s, {{u"f"_s, 50}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY(!result.error().nextStep.isEmpty());
    const auto unclear = m_connection->execute(u"SELECT jsonb_build_object('a', :v)"_s, {{u"v"_s, u"x"_s}});
    QVERIFY(!unclear);
    QCOMPARE(unclear.error().code, ErrorCode::Server);
    QVERIFY(unclear.error().nextStep.contains("CAST("_L1));
}

void TestPostgresqlValue::preparedStatementsAreDropped()
{
    QVERIFY(m_connection->execute(u"SELECT :a::int"_s, {{u"a"_s, 1}}));
    const auto failed = m_connection->execute(u"SELECT 1 / :a"_s, {{u"a"_s, 0}});
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, u"division by zero"_s);
    QVERIFY(!failed.error().toText().contains("PREPARE"_L1));
    QCOMPARE(
        m_connection->execute(u"SELECT count(*) FROM pg_prepared_statements"_s)->rows, QList<QVariantList> {{0LL}});
}

void TestPostgresqlValue::oddNamesAndUnicodeWork()
{
    QVERIFY(m_connection->execute(u"CREATE TABLE \"数据 \"\"t\"\" ;--\" (\"a'b:c\" text)"_s));
    QVERIFY(m_connection->execute(u"INSERT INTO \"数据 \"\"t\"\" ;--\" VALUES (:v)"_s, {{u"v"_s, u"😀\u00a0"_s}}));
    const Rows rows = m_connection->execute(u"SELECT \"a'b:c\" FROM \"数据 \"\"t\"\" ;--\""_s).value();
    QCOMPARE(rows.columns, QStringList {u"a'b:c"_s});
    QCOMPARE(rows.rows, QList<QVariantList> {{u"😀\u00a0"_s}});
}

QTEST_GUILESS_MAIN(TestPostgresqlValue)
#include "tst_postgresqlvalue.moc"
