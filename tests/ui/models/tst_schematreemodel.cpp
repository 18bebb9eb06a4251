#include "ui/models/schematreemodel.h"

#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>

using namespace Migrations;
using namespace Workbench;

class TestSchemaTreeModel : public TestCase
{
    Q_OBJECT

private slots:
    void behavesAsAModelThroughAllChanges();
    void showsTablesWithColumnsIndexesAndConstraints();
    void tellsFactsOfAColumn();
    void marksKeysAndForeignKeys();
    void showsEnumTypesWithTheirLabels();
    void aPathStaysTheSameWhenTheSchemaIsReadAgain();
};

namespace {

Schema::Database database()
{
    Schema::Column id;
    id.name = QStringLiteral("id");
    id.type = Schema::Type::verbatim(QStringLiteral("INTEGER"));
    id.nullable = false;
    Schema::Column tenant;
    tenant.name = QStringLiteral("tenant_id");
    tenant.type = Schema::Type::verbatim(QStringLiteral("INTEGER"));
    Schema::Column name;
    name.name = QStringLiteral("name");
    name.type = Schema::Type::verbatim(QStringLiteral("VARCHAR(50)"));
    name.nullable = false;
    name.serverDefault = Schema::Expression {.kind = Schema::Expression::Kind::String, .text = QStringLiteral("it's")};
    Schema::Table table;
    table.name = QStringLiteral("users");
    table.columns = {id, tenant, name};
    table.constraints << Schema::PrimaryKey {.name = {}, .columns = {QStringLiteral("id")}};
    table.constraints << Schema::ForeignKey {.name = {QStringLiteral("fk_tenant")},
        .columns = {QStringLiteral("tenant_id")},
        .referredTable = QStringLiteral("tenants"),
        .referredColumns = {QStringLiteral("id")},
        .onDelete = QStringLiteral("CASCADE")};
    Schema::Index index;
    index.name.text = QStringLiteral("ix_name");
    index.unique = true;
    index.parts << Schema::IndexPart {
        .expression = {.kind = Schema::Expression::Kind::Column, .text = QStringLiteral("name")},
        .order = QStringLiteral("DESC")};
    table.indexes << index;
    return {.tables = {table},
        .enums = {{.name = QStringLiteral("mood"), .labels = {QStringLiteral("sad"), QStringLiteral("ok")}}}};
}

QModelIndex child(const QAbstractItemModel &model, const QModelIndex &parent, const QString &name)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == name)
            return index;
    }
    return {};
}

QString kindOf(const QModelIndex &index)
{
    return index.siblingAtColumn(SchemaTreeModel::Kind).data().toString();
}

QString fact(const QModelIndex &index, const QString &label)
{
    for (const Fact &one : index.data(SchemaTreeModel::FactsRole).value<QList<Fact>>()) {
        if (one.label == label)
            return one.value;
    }
    return {};
}

} // namespace

void TestSchemaTreeModel::behavesAsAModelThroughAllChanges()
{
    SchemaTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDatabase(database());
    model.setDatabase({});
    model.setDatabase(database());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.tableCount(), 1);
}

void TestSchemaTreeModel::showsTablesWithColumnsIndexesAndConstraints()
{
    SchemaTreeModel model;
    model.setDatabase(database());
    const QModelIndex table = child(model, {}, QStringLiteral("users"));
    QVERIFY(table.isValid());
    QCOMPARE(kindOf(child(model, table, QStringLiteral("name"))), QStringLiteral("VARCHAR(50) NOT NULL"));
    QCOMPARE(kindOf(child(model, table, QStringLiteral("tenant_id"))), QStringLiteral("INTEGER"));
    const QModelIndex indexes = child(model, table, QStringLiteral("Indexes"));
    QCOMPARE(kindOf(child(model, indexes, QStringLiteral("ix_name"))), QStringLiteral("UNIQUE (name DESC)"));
    const QModelIndex constraints = child(model, table, QStringLiteral("Constraints"));
    QCOMPARE(model.rowCount(constraints), 2);
    QCOMPARE(kindOf(child(model, constraints, QStringLiteral("fk_tenant"))),
        QStringLiteral("FOREIGN KEY (tenant_id) → tenants (id) ON DELETE CASCADE"));
    QVERIFY(child(model, constraints, QStringLiteral("PRIMARY KEY (id)")).isValid());
}

void TestSchemaTreeModel::tellsFactsOfAColumn()
{
    SchemaTreeModel model;
    model.setDatabase(database());
    const QModelIndex column = child(model, child(model, {}, QStringLiteral("users")), QStringLiteral("name"));
    QCOMPARE(fact(column, QStringLiteral("Type")), QStringLiteral("VARCHAR(50)"));
    QCOMPARE(fact(column, QStringLiteral("Null")), QStringLiteral("not allowed"));
    QCOMPARE(fact(column, QStringLiteral("Default")), QStringLiteral("'it''s'"));
}

void TestSchemaTreeModel::marksKeysAndForeignKeys()
{
    SchemaTreeModel model;
    model.setDatabase(database());
    const QModelIndex table = child(model, {}, QStringLiteral("users"));
    const auto iconOf = [&](const QString &column) {
        return child(model, table, column).data(SchemaTreeModel::IconNameRole).toString();
    };
    QCOMPARE(iconOf(QStringLiteral("id")), QStringLiteral("key"));
    QCOMPARE(iconOf(QStringLiteral("tenant_id")), QStringLiteral("foreignkey"));
    QCOMPARE(iconOf(QStringLiteral("name")), QStringLiteral("column"));
}

void TestSchemaTreeModel::showsEnumTypesWithTheirLabels()
{
    SchemaTreeModel model;
    model.setDatabase(database());
    const QModelIndex type = child(model, {}, QStringLiteral("mood"));
    QCOMPARE(model.rowCount(type), 2);
    QCOMPARE(model.index(0, 0, type).data().toString(), QStringLiteral("sad"));
    QCOMPARE(fact(type, QStringLiteral("Labels")), QStringLiteral("sad, ok"));
}

void TestSchemaTreeModel::aPathStaysTheSameWhenTheSchemaIsReadAgain()
{
    SchemaTreeModel model;
    model.setDatabase(database());
    const auto path = [&model] {
        return child(model, child(model, {}, QStringLiteral("users")), QStringLiteral("id"))
            .data(SchemaTreeModel::PathRole)
            .toString();
    };
    const QString before = path();
    Schema::Database grown = database();
    Schema::Table first;
    first.name = QStringLiteral("accounts");
    grown.tables.prepend(first);
    model.setDatabase(grown);
    QCOMPARE(path(), before);
    QCOMPARE(before, QStringLiteral("users.id"));
}

QTEST_GUILESS_MAIN(TestSchemaTreeModel)
#include "tst_schematreemodel.moc"
