#include "migrations/operations/operation.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Migrations::Operations;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Operation)

class TestDescribe : public TestCase
{
    Q_OBJECT

private slots:
    void everyOperationHasALineForPeople_data();
    void everyOperationHasALineForPeople();
    void longSqlIsCut();
};

void TestDescribe::everyOperationHasALineForPeople_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("line");
    const auto row = [](const QString &line, const Operation &operation) {
        QTest::newRow(qPrintable(line)) << operation << line;
    };
    row(u"create table s.account"_s, CreateTable {.table = {.name = u"account"_s, .schema = u"s"_s}});
    row(u"drop table account"_s, DropTable {.table = u"account"_s});
    row(u"rename table a to b"_s, RenameTable {.table = u"a"_s, .newName = u"b"_s});
    row(u"comment on table a"_s, CommentTable {.table = u"a"_s, .comment = u"x"_s});
    row(u"drop the comment of table a"_s, CommentTable {.table = u"a"_s, .comment = std::nullopt});
    row(u"add column c to a"_s, AddColumn {.table = u"a"_s, .column = {.name = u"c"_s}});
    row(u"drop column c of a"_s, DropColumn {.table = u"a"_s, .column = u"c"_s});
    row(u"alter column c of a: type String, not null, no default, new name d"_s,
        AlterColumn {.table = u"a"_s,
            .column = u"c"_s,
            .nullable = false,
            .type = Schema::Type::named(u"String"_s),
            .serverDefault = std::optional<Schema::Expression>(),
            .newName = u"d"_s});
    row(u"create unique index ix on a"_s,
        CreateIndex {.table = u"a"_s, .index = {.name = {u"ix"_s}, .parts = {}, .unique = true}});
    row(u"create an index on a"_s, CreateIndex {.table = u"a"_s, .index = {}});
    row(u"drop index ix on a"_s, DropIndex {.name = {u"ix"_s}, .table = u"a"_s});
    row(u"drop index s.ix"_s, DropIndex {.name = {u"ix"_s}, .schema = u"s"_s});
    row(u"add foreign key fk to a"_s,
        AddConstraint {.table = u"a"_s,
            .constraint = Schema::ForeignKey {.name = {u"fk"_s}, .columns = {}, .referredTable = u"p"_s}});
    row(u"add unique constraint to a"_s, AddConstraint {.table = u"a"_s, .constraint = Schema::UniqueConstraint {}});
    row(u"drop constraint ck on a"_s, DropConstraint {.name = {u"ck"_s}, .table = u"a"_s});
    row(u"UPDATE t SET a = 1"_s, ExecuteSql {.sql = u"UPDATE t\n  SET a = 1"_s});
    row(u"create enum type s.e"_s, CreateEnum {.type = {.name = u"e"_s, .schema = u"s"_s}});
    row(u"drop enum type e"_s, DropEnum {.name = u"e"_s});
    row(u"create sequence q"_s, CreateSequence {.name = u"q"_s});
    row(u"drop sequence q"_s, DropSequence {.name = u"q"_s});
    row(u"create schema s"_s, CreateSchema {.name = u"s"_s});
    row(u"drop schema s"_s, DropSchema {.name = u"s"_s});
}

void TestDescribe::everyOperationHasALineForPeople()
{
    QFETCH(Operation, operation);
    QFETCH(QString, line);
    QCOMPARE(describe(operation), line);
}

void TestDescribe::longSqlIsCut()
{
    const QString line = describe(ExecuteSql {.sql = u"SELECT "_s + QString(200, u'x')});
    QCOMPARE(line.size(), 60);
    QVERIFY(line.endsWith(u'…'));
}

QTEST_GUILESS_MAIN(TestDescribe)
#include "tst_describe.moc"
