#include "migrations/sqltext/textparameters.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace Migrations;
using namespace Migrations::SqlText;
using namespace Qt::StringLiterals;

class TestTextParameters : public TestCase
{
    Q_OBJECT

private slots:
    void namesAreFoundByTheRuleOfText_data();
    void namesAreFoundByTheRuleOfText();
    void whatIsPrintedIsWhatSqlalchemyPrints();
    void literalsTakeTheirPlacesAndAreNotLookedAtAgain();
    void valuesStandInTheOrderOfTheirPlaces();
    void aNameWithoutAValueIsAnErrorInSqlalchemysWords();
};

namespace {

struct Row {
    QString text;
    QStringList names;
    QString unbound;
};

QList<Row> rows()
{
    return {
        {u"SELECT 1"_s, {}, u"SELECT 1"_s},
        {u"SET a = :a, b = :b, c = :a"_s, {u"a"_s, u"b"_s}, u"SET a = NULL, b = NULL, c = NULL"_s},
        {u"b = ':z'"_s, {u"z"_s}, u"b = 'NULL'"_s},
        {u"a::text, 'x:y', b ::int"_s, {}, u"a::text, 'x:y', b ::int"_s},
        {uR"('\:foo' || \:bar)"_s, {}, u"':foo' || :bar"_s},
        {uR"(\::x)"_s, {}, uR"(\::x)"_s},
        {u"'{\"a\":true, \"b\": 1}'"_s, {u"true"_s}, u"'{\"a\"NULL, \"b\": 1}'"_s},
        {u"':00:' '12:30:45'"_s, {}, u"':00:' '12:30:45'"_s},
        {u":a$b :$c"_s, {}, u":a$b :$c"_s},
        {u":größe :名"_s, {u"größe"_s, u"名"_s}, u"NULL NULL"_s},
        {u":a:b"_s, {}, u":a:b"_s},
        {u": x :1"_s, {u"1"_s}, u": x NULL"_s},
        {u"a[1:2] a[:n]"_s, {u"n"_s}, u"a[1:2] a[NULL]"_s},
        {u"-- :comment\n:x"_s, {u"comment"_s, u"x"_s}, u"-- NULL\nNULL"_s},
    };
}

} // namespace

void TestTextParameters::namesAreFoundByTheRuleOfText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("unbound");
    for (const Row &row : rows())
        QTest::newRow(qPrintable(row.text)) << row.text << row.names << row.unbound;
}

void TestTextParameters::namesAreFoundByTheRuleOfText()
{
    QFETCH(QString, text);
    QTEST(TextParameters::names(text), "names");
    QTEST(TextParameters::unbound(text), "unbound");
}

void TestTextParameters::whatIsPrintedIsWhatSqlalchemyPrints()
{
    QJsonArray texts;
    for (const Row &row : rows())
        texts << row.text;
    QProcess python;
    python.start(u"python3"_s,
        {u"-c"_s,
            u"import json, sys, sqlalchemy as sa\n"
            "from sqlalchemy.dialects import postgresql\n"
            "print(json.dumps([str(sa.text(t).compile(dialect=postgresql.dialect("
            "paramstyle='named'), compile_kwargs={'literal_binds': True}))"
            " for t in json.load(sys.stdin)]))"_s});
    python.write(QJsonDocument(texts).toJson());
    python.closeWriteChannel();
    QVERIFY2(python.waitForFinished() && python.exitCode() == 0, python.readAllStandardError().constData());
    const QJsonArray printed = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    QCOMPARE(printed.size(), texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i)
        QCOMPARE(TextParameters::unbound(texts.at(i).toString()), printed.at(i).toString());
}

void TestTextParameters::literalsTakeTheirPlacesAndAreNotLookedAtAgain()
{
    const auto literal = [](const QString &name) { return name == u"a" ? u"':b \\:c'"_s : QString(); };
    QCOMPARE(TextParameters::withLiterals(u"x = :a AND y = :b"_s, literal), u"x = ':b \\:c' AND y = NULL"_s);
}

void TestTextParameters::valuesStandInTheOrderOfTheirPlaces()
{
    const QMap<QString, QVariant> values {{u"a"_s, 1}, {u"b"_s, u"two"_s}, {u"unused"_s, 3}};
    const auto bound = TextParameters::bound(u"SELECT :b, :a, :b, c::int"_s, values, TextParameters::Style::Dollar);
    QVERIFY(bound.has_value());
    QCOMPARE(bound->sql, u"SELECT $1, $2, $3, c::int"_s);
    QCOMPARE(bound->values, QVariantList({u"two"_s, 1, u"two"_s}));
    QCOMPARE(TextParameters::bound(u"a = :a"_s, values)->sql, u"a = ?"_s);
}

void TestTextParameters::aNameWithoutAValueIsAnErrorInSqlalchemysWords()
{
    const auto bound = TextParameters::bound(u"SET a = ':z'"_s, {});
    QVERIFY(!bound.has_value());
    QCOMPARE(bound.error().code, ErrorCode::Script);
    QCOMPARE(bound.error().message, u"A value is required for bind parameter 'z'"_s);
}

QTEST_GUILESS_MAIN(TestTextParameters)
#include "tst_textparameters.moc"
