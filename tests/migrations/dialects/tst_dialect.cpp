#include "migrations/dialects/dialect.h"
#include "tests/support/testcase.h"

#include <QDateTime>
#include <QUuid>

using namespace Migrations;
using namespace Migrations::Dialects;
using namespace Qt::StringLiterals;
using Schema::Expression;

class TestDialect : public TestCase {
    Q_OBJECT

private slots:
    void dialectsAreFoundByName();
    void identifiersAreQuotedBySqlalchemysLists_data();
    void identifiersAreQuotedBySqlalchemysLists();
    void backslashesAreDoubledWhereNothingIsConnected();
    void valuesAreWrittenByTheirColumnsType_data();
    void valuesAreWrittenByTheirColumnsType();
    void valuesWithoutALiteralAreRefusedOfflineOnly();
    void expressionsNameTheirTables();
    void typesAreRefusedWithAWayOut();
};

void TestDialect::dialectsAreFoundByName()
{
    QCOMPARE(Dialect::byName(u"postgresql"_s), &Dialect::postgresql());
    QCOMPARE(Dialect::byName(u"sqlite"_s), &Dialect::sqlite());
    QCOMPARE(Dialect::byName(u"mysql"_s), nullptr);
    QVERIFY(Dialect::postgresql().hasTransactionalDdl());
    QVERIFY(!Dialect::sqlite().hasTransactionalDdl());
}

void TestDialect::identifiersAreQuotedBySqlalchemysLists_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("postgresql");
    QTest::addColumn<QString>("sqlite");
    const auto row = [](const QString &name, const QString &postgresql, const QString &sqlite) {
        QTest::newRow(qPrintable(name)) << name << postgresql << sqlite;
    };
    row(u"account"_s, u"account"_s, u"account"_s);
    row(u"user"_s, u"\"user\""_s, u"user"_s);
    row(u"key"_s, u"key"_s, u"\"key\""_s);
    row(u"select"_s, u"\"select\""_s, u"\"select\""_s);
    row(u"Abc"_s, u"\"Abc\""_s, u"\"Abc\""_s);
    row(u"1a"_s, u"\"1a\""_s, u"\"1a\""_s);
    row(u"$a"_s, u"\"$a\""_s, u"\"$a\""_s);
    row(u"a$b"_s, u"a$b"_s, u"a$b"_s);
    row(u"é"_s, u"\"é\""_s, u"\"é\""_s);
    row(u"a\"b"_s, u"\"a\"\"b\""_s, u"\"a\"\"b\""_s);
    row(u"a.b"_s, u"\"a.b\""_s, u"\"a.b\""_s);
}

void TestDialect::identifiersAreQuotedBySqlalchemysLists()
{
    QFETCH(QString, name);
    QTEST(Dialect::postgresql().quoted(name), "postgresql");
    QTEST(Dialect::sqlite().quoted(name), "sqlite");
}

void TestDialect::backslashesAreDoubledWhereNothingIsConnected()
{
    const QString text = uR"(a\b'c)"_s;
    QCOMPARE(Dialect::postgresql().literal(text), uR"('a\b''c')"_s);
    QCOMPARE(Dialect::postgresql().literal(text, Target::Live), uR"('a\b''c')"_s);
    QCOMPARE(Dialect::postgresql().literal(text, Target::Offline), uR"('a\\b''c')"_s);
    QCOMPARE(Dialect::sqlite().literal(text, Target::Offline), uR"('a\b''c')"_s);
}

void TestDialect::valuesAreWrittenByTheirColumnsType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("postgresql");
    QTest::addColumn<QString>("sqlite");
    const auto row = [](const char *name, const QString &type, const QVariant &value, const QString &postgresql,
                         const QString &sqlite) { QTest::newRow(name) << type << value << postgresql << sqlite; };
    row("null", u"Integer"_s, QVariant(), u"NULL"_s, u"NULL"_s);
    row("text", u"String"_s, u"it's"_s, u"'it''s'"_s, u"'it''s'"_s);
    row("number", u"BigInteger"_s, 1LL << 40, u"1099511627776"_s, u"1099511627776"_s);
    row("float", u"Float"_s, 100.0, u"100.0"_s, u"100.0"_s);
    row("small float", u"Float"_s, 1e-7, u"1e-07"_s, u"1e-07"_s);
    row("boolean", u"Boolean"_s, true, u"true"_s, u"1"_s);
    row("date", u"Date"_s, QDate(2020, 1, 2), u"'2020-01-02'"_s, u"'2020-01-02'"_s);
    row("moment", u"DateTime"_s, QDateTime({2020, 1, 2}, {3, 4, 5}), u"'2020-01-02 03:04:05'"_s,
        u"'2020-01-02 03:04:05.000000'"_s);
    row("moment with an offset", u"DateTime"_s,
        QDateTime({2020, 1, 2}, {3, 4, 5, 120}, QTimeZone::fromSecondsAheadOfUtc(-5400)),
        u"'2020-01-02 03:04:05.120000-01:30'"_s, u"'2020-01-02 03:04:05.120000'"_s);
    row("uuid", u"Uuid"_s, QUuid(u"12345678-1234-5678-1234-567812345678"_s),
        u"'12345678-1234-5678-1234-567812345678'"_s, u"'12345678123456781234567812345678'"_s);
    row("decimal", u"Numeric"_s, QVariant::fromValue(Expression::number(u"1.50"_s)), u"1.50"_s, u"1.50"_s);
    row("a function", u"DateTime"_s,
        QVariant::fromValue(Expression {.kind = Expression::Kind::Function, .text = u"now"_s}), u"now()"_s,
        u"CURRENT_TIMESTAMP"_s);
}

void TestDialect::valuesAreWrittenByTheirColumnsType()
{
    QFETCH(QString, type);
    QFETCH(QVariant, value);
    const Schema::Type columnType = Schema::Type::named(type);
    QTEST(Dialect::postgresql().literal(value, columnType).value_or(u"refused"_s), "postgresql");
    QTEST(Dialect::sqlite().literal(value, columnType).value_or(u"refused"_s), "sqlite");
}

void TestDialect::valuesWithoutALiteralAreRefusedOfflineOnly()
{
    const QVariantMap json {{u"a"_s, QVariantList {1, u"it's"_s}}};
    const Schema::Type type = Schema::Type::named(u"JSON"_s);
    const Result<QString> offline = Dialect::postgresql().literal(json, type, Target::Offline);
    QVERIFY(!offline.has_value());
    QCOMPARE(offline.error().code, ErrorCode::Unsupported);
    QVERIFY(offline.error().message.startsWith(u"No literal value renderer is available for literal value"));
    QCOMPARE(Dialect::postgresql().literal(json, type, Target::Live).value(), u"'{\"a\":[1,\"it''s\"]}'"_s);
}

void TestDialect::expressionsNameTheirTables()
{
    const Expression column {.kind = Expression::Kind::Column,
        .text = u"Name"_s,
        .relation = std::make_shared<const Schema::Relation>(Schema::Relation {.name = u"acc"_s})};
    const Expression comparison {
        .kind = Expression::Kind::Binary, .text = u"="_s, .arguments = {column, Expression::string(u"a"_s)}};
    QCOMPARE(Dialect::postgresql().expression(comparison).value(), u"acc.\"Name\" = 'a'"_s);
}

void TestDialect::typesAreRefusedWithAWayOut()
{
    const Result<QString> json = Dialect::sqlite().typeText(Schema::Type::named(u"postgresql.JSONB"_s));
    QVERIFY(!json.has_value());
    QVERIFY(json.error().message.endsWith(u"can't render element of type JSONB"));
    QVERIFY(!json.error().nextStep.isEmpty());
    const Result<QString> unknown = Dialect::postgresql().typeText(Schema::Type::named(u"app.models.GUID"_s));
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().message, u"The type app.models.GUID is not known."_s);
    QCOMPARE(Dialect::sqlite().typeText(Schema::Type::verbatim(u"MONEY(4)"_s)).value(), u"MONEY(4)"_s);
}

QTEST_GUILESS_MAIN(TestDialect)
#include "tst_dialect.moc"
