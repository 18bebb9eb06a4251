#include "ui/run/dataloss.h"

#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Workbench;

class TestDataLoss : public TestCase
{
    Q_OBJECT

private slots:
    void knowsWhatLosesData_data();
    void knowsWhatLosesData();
    void aTableThatIsReplacedByItsCopyIsNotLost();
    void versionRowsAreNotData();
};

namespace {

Plan::Preview previewOf(const QStringList &statements, bool versionRows = false)
{
    Plan::PlannedStep step;
    for (const QString &sql : statements)
        step.statements << Plan::Statement {.sql = sql, .at = {}, .operation = {}, .isVersionRow = versionRows};
    return {.dialect = {}, .steps = {step}, .error = {}};
}

} // namespace

void TestDataLoss::knowsWhatLosesData_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("loss");
    const auto row = [](const char *name, const char *sql, const char *loss) {
        QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(loss);
    };
    row("drop table", "DROP TABLE users", "DROP TABLE users");
    row("drop table of a schema", "DROP TABLE app.users", "DROP TABLE app.users");
    row("drop quoted table", "\nDROP TABLE IF EXISTS \"Users\"", "DROP TABLE IF EXISTS \"Users\"");
    row("drop column", "ALTER TABLE users DROP COLUMN avatar", "ALTER TABLE users DROP COLUMN avatar");
    row("drop column without the word", "alter table users drop avatar", "alter table users drop avatar");
    row("delete", "DELETE FROM users WHERE id > 5", "DELETE FROM users WHERE id > 5");
    row("truncate", "TRUNCATE users", "TRUNCATE users");
    row("drop schema", "DROP SCHEMA old CASCADE", "DROP SCHEMA old");
    row("drop constraint", "ALTER TABLE users DROP CONSTRAINT fk", "");
    row("drop index", "DROP INDEX ix_users", "");
    row("create", "CREATE TABLE users (id INTEGER)", "");
    row("drop default", "ALTER TABLE users ALTER COLUMN a DROP DEFAULT", "");
    row("word in a text", "INSERT INTO log VALUES ('DROP TABLE users')", "");
}

void TestDataLoss::knowsWhatLosesData()
{
    QFETCH(QString, sql);
    QFETCH(QString, loss);
    QCOMPARE(dataLosses(previewOf({sql})).join(u'|'), loss);
}

void TestDataLoss::aTableThatIsReplacedByItsCopyIsNotLost()
{
    const QStringList batch {QStringLiteral("CREATE TABLE _alembic_tmp_users (id INTEGER)"),
        QStringLiteral("INSERT INTO _alembic_tmp_users (id) SELECT users.id FROM users"),
        QStringLiteral("DROP TABLE users"), QStringLiteral("ALTER TABLE _alembic_tmp_users RENAME TO users")};
    QVERIFY(dataLosses(previewOf(batch)).isEmpty());
    QCOMPARE(dataLosses(previewOf(batch + QStringList {QStringLiteral("DROP TABLE other")})),
        QStringList {QStringLiteral("DROP TABLE other")});
}

void TestDataLoss::versionRowsAreNotData()
{
    QVERIFY(dataLosses(previewOf({QStringLiteral("DELETE FROM alembic_version WHERE version_num = 'a'")}, true)).isEmpty());
}

QTEST_GUILESS_MAIN(TestDataLoss)
#include "tst_dataloss.moc"
