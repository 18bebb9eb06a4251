#include "migrations/schema/constraints.h"
#include "tests/support/testcase.h"

using namespace Migrations::Schema;
using namespace Qt::StringLiterals;

class TestConstraints : public TestCase
{
    Q_OBJECT

private slots:
    void columnsImplyConstraintsInOrder();
    void aUniqueIndexTakesThePlaceOfTheConstraint();
    void unnamedIndexesHaveAName();
    void thePrimaryKeyIsGivenOrFlagged();
    void everyConstraintKnowsItsColumnsAndKind();
};

namespace {

Column column(const QString &name)
{
    return {.name = name, .type = Type::named(u"Integer"_s)};
}

const Expression comparison {.kind = Expression::Kind::Binary,
    .text = u"<"_s,
    .arguments = {Expression::column(u"a"_s),
        {.kind = Expression::Kind::Function, .text = u"abs"_s, .arguments = {Expression::column(u"b"_s)}}}};

} // namespace

void TestConstraints::columnsImplyConstraintsInOrder()
{
    Column reference = column(u"p_id"_s);
    reference.unique = true;
    reference.foreignKeys = {{.name = {}, .columns = {}, .referredTable = u"p"_s, .referredColumns = {u"id"_s}}};
    const QList<Constraint> constraints = impliedConstraints(reference);
    QCOMPARE(constraints.size(), 2);
    QCOMPARE(kindOf(constraints.at(0)), u"unique"_s);
    QCOMPARE(kindOf(constraints.at(1)), u"foreignkey"_s);
    QCOMPARE(columnsOf(constraints.at(1)), QStringList {u"p_id"_s});
    QVERIFY(impliedConstraints(column(u"a"_s)).isEmpty());
}

void TestConstraints::aUniqueIndexTakesThePlaceOfTheConstraint()
{
    Column indexed = column(u"a"_s);
    QVERIFY(!impliedIndex(indexed));
    indexed.index = indexed.unique = true;
    QVERIFY(impliedConstraints(indexed).isEmpty());
    QVERIFY(impliedIndex(indexed)->unique);
    QCOMPARE(impliedIndex(indexed)->columns(), QStringList {u"a"_s});
}

void TestConstraints::unnamedIndexesHaveAName()
{
    const Table table {.name = u"t"_s, .schema = u"s.x"_s};
    QCOMPARE(defaultIndexName(table, {.name = {}, .parts = {{.expression = comparison}}}), u"ix_s_x_t_a"_s);
    const Index textual {.name = {}, .parts = {{.expression = Expression::sql(u"lower(a)"_s)}}};
    QCOMPARE(defaultIndexName({.name = u"t"_s}, textual), u"ix_t_lower(a)"_s);
}

void TestConstraints::thePrimaryKeyIsGivenOrFlagged()
{
    Column key = column(u"id"_s);
    key.primaryKey = true;
    Table table {.name = u"t"_s, .columns = {column(u"a"_s), key}};
    QVERIFY(declaredPrimaryKey(table).isImplicit);
    QCOMPARE(declaredPrimaryKey(table).key.columns, QStringList {u"id"_s});
    table.constraints = {PrimaryKey {{u"pk"_s}, {}}};
    QVERIFY(!declaredPrimaryKey(table).isImplicit);
    QCOMPARE(declaredPrimaryKey(table).key.columns, QStringList {u"id"_s});
    table.constraints = {PrimaryKey {{u"pk"_s}, {u"a"_s}}};
    QCOMPARE(declaredPrimaryKey(table).key.columns, QStringList {u"a"_s});
}

void TestConstraints::everyConstraintKnowsItsColumnsAndKind()
{
    const QStringList both {u"a"_s, u"b"_s};
    const CheckConstraint check {.name = {}, .condition = comparison};
    QCOMPARE(columnsOf(Constraint(check)), both);
    QCOMPARE(kindOf(check), u"check"_s);
    const ExcludeConstraint exclude {
        .name = {}, .elements = {{Expression::column(u"a"_s), u"="_s}, {Expression::column(u"b"_s), u"&&"_s}}};
    QCOMPARE(columnsOf(Constraint(exclude)), both);
    QCOMPARE(kindOf(exclude), u"exclude"_s);
    QCOMPARE(kindOf(PrimaryKey {}), u"primary"_s);
}

QTEST_GUILESS_MAIN(TestConstraints)
#include "tst_constraints.moc"
