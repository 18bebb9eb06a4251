#include "migrations/dialects/sqlite/createindextext.h"
#include "migrations/dialects/sqlite/createtabletext.h"
#include "tests/support/testcase.h"

using namespace Migrations::Dialects::Sqlite;
using namespace Migrations;
using namespace Qt::StringLiterals;

class TestCreateTableText : public TestCase
{
    Q_OBJECT

private slots:
    void constraintsAreReadInOrder_data();
    void constraintsAreReadInOrder();
    void deferrabilityAndConflictsBelongToTheirConstraint();
    void factsOfColumnsAreFound();
    void brokenTextsAreRead_data();
    void brokenTextsAreRead();
    void indexTextsAreRead_data();
    void indexTextsAreRead();
};

namespace {

struct Describe {
    QString operator()(const Schema::PrimaryKey &key) const
    {
        return u"pk %1(%2)"_s.arg(key.name.text, key.columns.join(u','));
    }
    QString operator()(const Schema::UniqueConstraint &key) const
    {
        return u"uq %1(%2)"_s.arg(key.name.text, key.columns.join(u','));
    }
    QString operator()(const Schema::ForeignKey &key) const
    {
        return u"fk %1(%2)>%3(%4)"_s.arg(
            key.name.text, key.columns.join(u','), key.referredTable, key.referredColumns.join(u','));
    }
    QString operator()(const Schema::CheckConstraint &check) const
    {
        return u"ck %1{%2}"_s.arg(check.name.text, check.condition.text);
    }
    QString operator()(const Schema::ExcludeConstraint &) const { return u"exclude"_s; }
};

QStringList described(const QString &sql)
{
    QStringList texts;
    const CreateTableText text(sql);
    for (const Schema::Constraint &constraint : text.constraints())
        texts << std::visit(Describe {}, constraint);
    return texts;
}

} // namespace

void TestCreateTableText::constraintsAreReadInOrder_data()
{
    QTest::addColumn<QString>("items");
    QTest::addColumn<QStringList>("constraints");
    const auto row = [](const char *name, const QString &items, const QStringList &constraints) {
        QTest::newRow(name) << items << constraints;
    };
    row("none", u"a, b INTEGER NOT NULL DEFAULT (1+2)"_s, {});
    row("column key", u"id INTEGER PRIMARY KEY AUTOINCREMENT, b"_s, {u"pk (id)"_s});
    row("named column key", u"id INTEGER NOT NULL CONSTRAINT pk_t PRIMARY KEY"_s, {u"pk pk_t(id)"_s});
    row("table key", u"a, b, CONSTRAINT \"pk t\" PRIMARY KEY (b, a DESC)"_s, {u"pk pk t(b,a)"_s});
    row("unique", u"a UNIQUE, b, UNIQUE (a, b), CONSTRAINT uq UNIQUE(\"a\" COLLATE nocase)"_s,
        {u"uq (a)"_s, u"uq (a,b)"_s, u"uq uq(a)"_s});
    row("foreign keys",
        u"p INTEGER CONSTRAINT fk1 REFERENCES \"odd t\" ON DELETE SET DEFAULT ON UPDATE NO ACTION, q REFERENCES r (x), "
        "CONSTRAINT fk2 FOREIGN KEY (p, q) REFERENCES s (y, z) MATCH FULL ON DELETE CASCADE"_s,
        {u"fk fk1(p)>odd t()"_s, u"fk (q)>r(x)"_s, u"fk fk2(p,q)>s(y,z)"_s});
    row("checks", u"a CHECK (a IN ('(', ')', ',')), CONSTRAINT \"ck x\" CHECK ( a <> ')' /* ( */ OR (a > 1) )"_s,
        {u"ck {a IN ('(', ')', ',')}"_s, u"ck ck x{a <> ')' /* ( */ OR (a > 1)}"_s});
    row("name of NOT NULL", u"a CONSTRAINT nn NOT NULL UNIQUE"_s, {u"uq (a)"_s});
    row("no comma between", u"a, CONSTRAINT u UNIQUE (a) CHECK (a > 0)"_s, {u"uq u(a)"_s, u"ck {a > 0}"_s});
    row("defaults", u"a DEFAULT 'x, PRIMARY KEY (a)', b DEFAULT -1, c DEFAULT CURRENT_TIMESTAMP UNIQUE"_s,
        {u"uq (c)"_s});
    row("keywords as names", u"\"unique\" INT, [check] INT, `primary` INT, CHECK (\"unique\" > 0)"_s,
        {u"ck {\"unique\" > 0}"_s});
    row("comments", u"a, -- PRIMARY KEY (a),\n b /* UNIQUE */ UNIQUE"_s, {u"uq (b)"_s});
    row("lower case", u"a integer primary key, b references p(id), check (a > 0)"_s,
        {u"pk (a)"_s, u"fk (b)>p(id)"_s, u"ck {a > 0}"_s});
    row("types with brackets", u"a VARCHAR(50) UNIQUE, b NUMERIC(10, 2), c"_s, {u"uq (a)"_s});
    row("Chinese", u"编号 INTEGER, CONSTRAINT 唯一 UNIQUE (编号)"_s, {u"uq 唯一(编号)"_s});
}

void TestCreateTableText::constraintsAreReadInOrder()
{
    QFETCH(QString, items);
    QFETCH(QStringList, constraints);
    QCOMPARE(described(u"CREATE TABLE IF NOT EXISTS \"odd (t)\" -- (x)\n (%1) STRICT"_s.arg(items)), constraints);
    QCOMPARE(described(u"CREATE TABLE t(\n%1\n)"_s.arg(items)), constraints);
}

void TestCreateTableText::deferrabilityAndConflictsBelongToTheirConstraint()
{
    const CreateTableText text(
        u"CREATE TABLE t (a PRIMARY KEY ON CONFLICT REPLACE NOT NULL ON CONFLICT FAIL, "
        "b REFERENCES p DEFERRABLE INITIALLY DEFERRED, c REFERENCES p NOT DEFERRABLE, d REFERENCES p, "
        "UNIQUE (b) ON CONFLICT ignore)"_s);
    QCOMPARE(text.constraints().size(), 5);
    const auto key = std::get<Schema::PrimaryKey>(text.constraints()[0]);
    QCOMPARE(key.options.value(u"sqlite_on_conflict"_s).text, u"REPLACE"_s);
    const auto first = std::get<Schema::ForeignKey>(text.constraints()[1]).deferrability;
    QCOMPARE(first.deferrable, std::optional(true));
    QCOMPARE(first.initially, u"DEFERRED"_s);
    const auto second = std::get<Schema::ForeignKey>(text.constraints()[2]).deferrability;
    QCOMPARE(second.deferrable, std::optional(false));
    QVERIFY(!std::get<Schema::ForeignKey>(text.constraints()[3]).deferrability.deferrable.has_value());
    const auto unique = std::get<Schema::UniqueConstraint>(text.constraints()[4]);
    QCOMPARE(unique.options.value(u"sqlite_on_conflict"_s).text, u"IGNORE"_s);
}

void TestCreateTableText::factsOfColumnsAreFound()
{
    const CreateTableText text(u"CREATE TABLE t (Id INTEGER PRIMARY KEY AUTOINCREMENT, Name TEXT COLLATE NoCase, "
                               "twice INTEGER GENERATED ALWAYS AS ( id * (2) ) STORED, thrice AS (id * 3))"_s);
    QVERIFY(text.hasAutoincrement());
    QCOMPARE(text.collation(u"name"_s), u"NoCase"_s);
    QCOMPARE(text.computed(u"Twice"_s), u"id * (2)"_s);
    QCOMPARE(text.computed(u"thrice"_s), u"id * 3"_s);
    QVERIFY(!CreateTableText(u"CREATE TABLE t (\"autoincrement\" INT)"_s).hasAutoincrement());
}

void TestCreateTableText::brokenTextsAreRead_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("empty") << QString();
    QTest::newRow("no bracket") << u"CREATE TABLE t"_s;
    QTest::newRow("open bracket") << u"CREATE TABLE t (a, CHECK (a > 0"_s;
    QTest::newRow("open quote") << u"CREATE TABLE t (a DEFAULT 'x"_s;
    QTest::newRow("open comment") << u"CREATE TABLE t (a /* x"_s;
    QTest::newRow("ends in a clause") << u"CREATE TABLE t (a CONSTRAINT)"_s;
    QTest::newRow("ends in FOREIGN") << u"CREATE TABLE t (FOREIGN)"_s;
    QTest::newRow("virtual") << u"CREATE VIRTUAL TABLE t USING fts5(a, UNIQUE(a))"_s;
}

void TestCreateTableText::brokenTextsAreRead()
{
    QFETCH(QString, sql);
    const CreateTableText text(sql);
    QVERIFY(text.constraints().size() <= 1);
    QVERIFY(!text.hasAutoincrement());
}

void TestCreateTableText::indexTextsAreRead_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QString>("where");
    QTest::newRow("plain") << u"CREATE INDEX i ON t (a, b DESC)"_s << QStringList {u"a"_s, u"b"_s} << QString();
    QTest::newRow("all") << u"create unique index \"i (x)\" on \"t (y)\" ( lower(a) COLLATE nocase desc, b + 1 ) "
                            "where a IS NOT NULL AND b <> ')'"_s
                         << QStringList {u"lower(a)"_s, u"b + 1"_s} << u"a IS NOT NULL AND b <> ')'"_s;
    QTest::newRow("commas inside") << u"CREATE INDEX i ON t (coalesce(a, ','), 'x,y')"_s
                                   << QStringList {u"coalesce(a, ',')"_s, u"'x,y'"_s} << QString();
    QTest::newRow("nothing") << QString() << QStringList {} << QString();
}

void TestCreateTableText::indexTextsAreRead()
{
    QFETCH(QString, sql);
    QFETCH(QStringList, parts);
    QFETCH(QString, where);
    const CreateIndexText text = CreateIndexText::read(sql);
    QCOMPARE(text.parts, parts);
    QCOMPARE(text.where, where);
}

QTEST_GUILESS_MAIN(TestCreateTableText)
#include "tst_createtabletext.moc"
