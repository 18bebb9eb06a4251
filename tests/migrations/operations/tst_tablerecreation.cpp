#include "migrations/operations/tablerecreation.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Operations;
using namespace Qt::StringLiterals;
using Schema::Expression;

class TestTableRecreation : public TestCase
{
    Q_OBJECT

private slots:
    void oldTableGivesWayToTheNew();
    void renamedColumnKeepsItsKey();
    void constraintsGoWithTheirColumns();
    void onlyAnotherKindOfValueIsCast();
    void mistakesAreAlembics_data();
    void mistakesAreAlembics();
    void defaultOfPythonIsCopiedOrRefused();

private:
    static Schema::Table table()
    {
        return {.name = u"t"_s,
            .columns = {{.name = u"id"_s, .type = Schema::Type::named(u"INTEGER"_s), .primaryKey = true},
                {.name = u"a"_s, .type = Schema::Type::named(u"VARCHAR"_s)},
                {.name = u"b"_s, .type = Schema::Type::named(u"INTEGER"_s)}},
            .constraints = {Schema::PrimaryKey {.columns = {u"id"_s}},
                Schema::UniqueConstraint {.name = {.text = u"uq"_s}, .columns = {u"a"_s, u"b"_s}}},
            .indexes = {{.name = {.text = u"ix"_s}, .parts = {{.expression = Expression::column(u"b"_s)}}}}};
    }
    static TableRecreation recreation(const Schema::Table &existing = table())
    {
        return {existing, {}, [](const Schema::Type &left, const Schema::Type &right) { return left.name == right.name; }};
    }
};

void TestTableRecreation::oldTableGivesWayToTheNew()
{
    Schema::Table existing = table();
    existing.name = QString(60, u'n');
    TableRecreation changed = recreation(existing);
    const Result<TableRecreation::Steps> steps = changed.steps();
    QVERIFY(steps);
    const QString temporary = u"_alembic_tmp_"_s + QString(37, u'n');
    QCOMPARE(steps->create.table.name, temporary);
    QCOMPARE(steps->create.table.constraints.size(), 2);
    QCOMPARE(steps->copy.source, existing.name);
    QCOMPARE(steps->copy.target, temporary);
    QCOMPARE(steps->copy.columns.size(), 3);
    QCOMPARE(steps->drop.table, existing.name);
    QCOMPARE(steps->rename.table, temporary);
    QCOMPARE(steps->rename.newName, existing.name);
    QCOMPARE(steps->indexes->front().table, existing.name);
}

void TestTableRecreation::renamedColumnKeepsItsKey()
{
    TableRecreation changed = recreation();
    QVERIFY(changed.alterColumn({.column = u"b"_s, .newName = u"bb"_s}));
    QVERIFY(changed.alterColumn({.column = u"b"_s, .nullable = false}));
    QVERIFY(!changed.alterColumn({.column = u"bb"_s, .nullable = false}));
    const Result<TableRecreation::Steps> steps = changed.steps();
    QVERIFY(steps);
    QCOMPARE(steps->create.table.columns.last().name, u"bb"_s);
    QCOMPARE(std::get<Schema::UniqueConstraint>(steps->create.table.constraints[1]).columns,
        QStringList({u"a"_s, u"bb"_s}));
    QCOMPARE(steps->indexes->front().index.columns(), QStringList {u"bb"_s});
    QCOMPARE(steps->copy.columns.last().name, u"bb"_s);
    QCOMPARE(steps->copy.columns.last().value.text, u"b"_s);
}

void TestTableRecreation::constraintsGoWithTheirColumns()
{
    TableRecreation changed = recreation();
    QVERIFY(changed.dropColumn({.column = u"a"_s}));
    const Result<TableRecreation::Steps> steps = changed.steps();
    QCOMPARE(steps->create.table.constraints.size(), 1);
    QVERIFY(std::holds_alternative<Schema::PrimaryKey>(steps->create.table.constraints.front()));
    QCOMPARE(steps->copy.columns.size(), 2);
}

void TestTableRecreation::onlyAnotherKindOfValueIsCast()
{
    TableRecreation changed = recreation();
    QVERIFY(changed.alterColumn({.column = u"b"_s, .type = Schema::Type::named(u"VARCHAR"_s)}));
    QVERIFY(changed.alterColumn({.column = u"a"_s, .type = Schema::Type::named(u"VARCHAR"_s)}));
    const Result<TableRecreation::Steps> steps = changed.steps();
    QCOMPARE(steps->copy.columns[1].value.kind, Expression::Kind::Column);
    QCOMPARE(steps->copy.columns[2].value.kind, Expression::Kind::Cast);
    QCOMPARE(steps->copy.columns[2].label, u"b"_s);
}

void TestTableRecreation::mistakesAreAlembics_data()
{
    QTest::addColumn<QString>("exception");
    QTest::addColumn<QString>("message");
    QTest::newRow("column to drop") << u"KeyError"_s << u"'x'"_s;
    QTest::newRow("column to alter") << u"KeyError"_s << u"'x'"_s;
    QTest::newRow("constraint to drop") << u"ValueError"_s << u"No such constraint: 'x'"_s;
    QTest::newRow("constraint without a name") << u"ValueError"_s << u"Constraint must have a name"_s;
    QTest::newRow("index to drop") << u"ValueError"_s << u"No such index: 'x'"_s;
    QTest::newRow("place of a column") << u"KeyError"_s << u"'x'"_s;
    QTest::newRow("column of an index") << u"KeyError"_s << u"'x'"_s;
}

void TestTableRecreation::mistakesAreAlembics()
{
    QFETCH(QString, exception);
    QFETCH(QString, message);
    using Change = std::function<Result<void>(TableRecreation &)>;
    const QHash<QString, Change> changes {
        {u"column to drop"_s, [](TableRecreation &t) { return t.dropColumn({.column = u"x"_s}); }},
        {u"column to alter"_s, [](TableRecreation &t) { return t.alterColumn({.column = u"x"_s}); }},
        {u"constraint to drop"_s, [](TableRecreation &t) { return t.dropConstraint(u"x"_s); }},
        {u"constraint without a name"_s,
            [](TableRecreation &t) { return t.addConstraint(Schema::UniqueConstraint {.columns = {u"a"_s}}); }},
        {u"index to drop"_s, [](TableRecreation &t) { return t.dropIndex(u"x"_s); }},
        {u"place of a column"_s, [](TableRecreation &t) { return t.addColumn({.name = u"n"_s}, {}, u"x"_s); }},
        {u"column of an index"_s,
            [](TableRecreation &t) -> Result<void> {
                if (const Result<void> added
                    = t.createIndex({.name = {.text = u"i"_s}, .parts = {{.expression = Expression::column(u"x"_s)}}});
                    !added)
                    return added;
                const Result<TableRecreation::Steps> steps = t.steps();
                return steps->indexes.transform([](const auto &) { });
            }},
    };
    TableRecreation changed = recreation();
    const Result<void> done = changes.value(QString::fromLatin1(QTest::currentDataTag()))(changed);
    QVERIFY(!done);
    QCOMPARE(done.error().exception, exception);
    QCOMPARE(done.error().message, message);
}

void TestTableRecreation::defaultOfPythonIsCopiedOrRefused()
{
    Schema::Column column {.name = u"n"_s, .type = Schema::Type::named(u"Integer"_s), .hasClientDefault = true};
    TableRecreation refused = recreation();
    QVERIFY(refused.addColumn(column));
    QCOMPARE(refused.steps().error().code, ErrorCode::Unsupported);
    column.clientDefault = Expression::number(u"5"_s);
    TableRecreation copied = recreation();
    QVERIFY(copied.addColumn(column));
    const CopiedColumn &last = copied.steps()->copy.columns.last();
    QCOMPARE(last.name, u"n"_s);
    QCOMPARE(last.value.text, u"5"_s);
    QVERIFY(last.label.isEmpty());
}

QTEST_GUILESS_MAIN(TestTableRecreation)
#include "tst_tablerecreation.moc"
