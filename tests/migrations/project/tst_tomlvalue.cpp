#include "migrations/project/tomlvalue.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace Migrations;
using namespace Qt::StringLiterals;

using Kind = TomlValue::Kind;

class TestTomlValue : public TestCase
{
    Q_OBJECT

private slots:
    void valuesKnowKindTextAndLine_data();
    void valuesKnowKindTextAndLine();
    void listsAndTablesKeepTheirMembers();
    void errorsNameLineColumnAndNextStep_data();
    void errorsNameLineColumnAndNextStep();
    void filesThatCannotBeReadAreErrors();
};

void TestTomlValue::valuesKnowKindTextAndLine_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << QByteArray("\"a \\\"b\\\" \\u00e9\"") << Kind::Text << u"a \"b\" é"_s;
    QTest::newRow("literal text") << QByteArray("'a\\b'") << Kind::Text << u"a\\b"_s;
    QTest::newRow("several lines") << QByteArray("\"\"\"\na\nb\"\"\"") << Kind::Text << u"a\nb"_s;
    QTest::newRow("Chinese") << QByteArray("\"变量\"") << Kind::Text << u"变量"_s;
    QTest::newRow("number") << QByteArray("1_000") << Kind::Integer << u"1000"_s;
    QTest::newRow("hexadecimal") << QByteArray("0x10") << Kind::Integer << u"16"_s;
    QTest::newRow("true") << QByteArray("true") << Kind::Boolean << u"true"_s;
    QTest::newRow("false") << QByteArray("false # no") << Kind::Boolean << u"false"_s;
    QTest::newRow("fraction") << QByteArray("1.5") << Kind::Other << QString();
    QTest::newRow("date") << QByteArray("2025-01-30") << Kind::Other << QString();
    QTest::newRow("list") << QByteArray("[]") << Kind::List << QString();
    QTest::newRow("table") << QByteArray("{}") << Kind::Table << QString();
}

void TestTomlValue::valuesKnowKindTextAndLine()
{
    QFETCH(QByteArray, written);
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    const Result<TomlValue> file = TomlValue::parse("# top\n[a]\nkey = " + written + "\n", u"x.toml"_s);
    QVERIFY2(file.has_value(), qPrintable(file ? QString() : file.error().toText()));
    const TomlValue *value = file->member(u"a"_s)->member(u"key"_s);
    QVERIFY(value);
    QCOMPARE(value->kind, kind);
    QCOMPARE(value->text, text);
    QCOMPARE(value->at, (SourceLocation {u"x.toml"_s, 3, 1}));
}

void TestTomlValue::listsAndTablesKeepTheirMembers()
{
    const Result<TomlValue> file
        = TomlValue::parse("\xef\xbb\xbf" "a.b = [\"x\",\n 2]\r\n[[hooks]]\r\nname = 'black'\r\n", u"x.toml"_s);
    QVERIFY2(file.has_value(), qPrintable(file ? QString() : file.error().toText()));
    const TomlValue *list = file->member(u"a"_s)->member(u"b"_s);
    QCOMPARE(list->items.size(), 2);
    QCOMPARE(list->items[0].text, u"x"_s);
    QCOMPARE(list->items[1].at.line, 2);
    QCOMPARE(file->member(u"hooks"_s)->items[0].member(u"name"_s)->text, u"black"_s);
    QCOMPARE(file->member(u"none"_s), nullptr);
    QCOMPARE(list->member(u"a"_s), nullptr);
}

void TestTomlValue::errorsNameLineColumnAndNextStep_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("excerpt");
    QTest::newRow("no quotes") << QByteArray("[a]\nkey = value\n") << 2 << u"key = value"_s;
    QTest::newRow("twice") << QByteArray("a = 1\n\na = 2\n") << 3 << u"a = 2"_s;
    QTest::newRow("an ini file") << QByteArray("[alembic]\nx: y\n") << 2 << u"x: y"_s;
    QTest::newRow("unclosed") << QByteArray("a = \"x\n") << 1 << u"a = \"x"_s;
    QTest::newRow("not UTF-8") << QByteArray("a = \"\xe9\"\n") << 1 << u"a = \"\ufffd\""_s;
}

void TestTomlValue::errorsNameLineColumnAndNextStep()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, excerpt);
    const Result<TomlValue> file = TomlValue::parse(text, u"x.toml"_s);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::Syntax);
    QCOMPARE(file.error().at.file, u"x.toml"_s);
    QCOMPARE(file.error().at.line, line);
    QVERIFY(file.error().at.column > 0);
    QCOMPARE(file.error().excerpt, excerpt);
    QVERIFY(!file.error().nextStep.isEmpty());
}

void TestTomlValue::filesThatCannotBeReadAreErrors()
{
    const QTemporaryDir folder;
    QCOMPARE(TomlValue::read(u"/nowhere/pyproject.toml"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(TomlValue::read(folder.path()).error().code, ErrorCode::Io);
    QFile large(folder.filePath(u"large.toml"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(11'000'000));
    QCOMPARE(TomlValue::read(large.fileName()).error().code, ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(TestTomlValue)
#include "tst_tomlvalue.moc"
