#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

class TestTablesCommand : public TestCase
{
    Q_OBJECT

private slots:
    void emptyDatabaseIsSaid();
    void tablesAreShownWithKeysAndIndexes();
    void oneTableIsShown();
    void missingTableIsAFailure();
    void jsonHasTheSame();

private:
    [[nodiscard]] CommandRun run(const QString &command) const
    {
        return CommandRun::of(QStringList {u"-c"_s, m_folder.path()} + command.split(u' '));
    }
    void upgrade() const;

    ProjectFolder m_folder;
};

void TestTablesCommand::upgrade() const
{
    m_folder.add({.id = u"r1"_s,
        .upgrade = {u"op.create_table('tenant', sa.Column('id', sa.Integer(), primary_key=True))"_s,
            u"op.create_table('account', sa.Column('id', sa.Integer(), primary_key=True),"_s,
            u"    sa.Column('tenant_id', sa.Integer(), nullable=False),"_s,
            u"    sa.Column('名称', sa.String(50), server_default='x'),"_s,
            u"    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name='fk_tenant', ondelete='CASCADE'),"_s,
            u"    sa.UniqueConstraint('名称', name='uq_name'))"_s,
            u"op.create_index('ix_tenant', 'account', ['tenant_id'])"_s}});
    QCOMPARE(run(u"-q upgrade head"_s).code, 0);
}

void TestTablesCommand::emptyDatabaseIsSaid()
{
    const CommandRun tables = run(u"tables"_s);
    QCOMPARE(tables.code, 0);
    QCOMPARE(tables.out, QString());
    QCOMPARE(tables.err, u"The database has no tables.\n"_s);
}

void TestTablesCommand::tablesAreShownWithKeysAndIndexes()
{
    upgrade();
    const CommandRun tables = run(u"tables"_s);
    QCOMPARE(tables.code, 0);
    for (const QString &name : {u"account"_s, u"tenant"_s})
        QVERIFY2(tables.out.contains(u"Table %1\n"_s.arg(name)), qPrintable(tables.out));
    QVERIFY(tables.out.indexOf(u"Table account"_s) < tables.out.indexOf(u"Table tenant"_s));
}

void TestTablesCommand::oneTableIsShown()
{
    upgrade();
    const CommandRun tables = run(u"tables account"_s);
    QCOMPARE(tables.code, 0);
    QCOMPARE(tables.out,
        u"Table account\n"
        "  column     type         null  default\n"
        "  id         INTEGER      no\n"
        "  tenant_id  INTEGER      no\n"
        "  名称       VARCHAR(50)  yes   'x'\n"
        "  primary key (id)\n"
        "  unique uq_name (名称)\n"
        "  foreign key fk_tenant (tenant_id) → tenant (id) ON DELETE CASCADE\n"
        "  index ix_tenant (tenant_id)\n"_s);
}

void TestTablesCommand::missingTableIsAFailure()
{
    upgrade();
    const CommandRun tables = run(u"tables accounts"_s);
    QCOMPARE(tables.code, 1);
    QCOMPARE(tables.out, QString());
    QCOMPARE(tables.err,
        u"FAILED: The database has no table accounts.\n  next: It has: account, tenant.\n"_s);
}

void TestTablesCommand::jsonHasTheSame()
{
    upgrade();
    const QJsonObject document = QJsonDocument::fromJson(run(u"--json tables account"_s).out.toUtf8()).object();
    const QJsonArray tables = document.value("tables"_L1).toArray();
    QCOMPARE(tables.size(), 1);
    const QJsonObject account = tables.at(0).toObject();
    QCOMPARE(account.value("columns"_L1).toArray().size(), 3);
    QCOMPARE(account.value("columns"_L1).toArray().at(2).toObject(),
        (QJsonObject {
            {u"name"_s, u"名称"_s}, {u"type"_s, u"VARCHAR(50)"_s}, {u"nullable"_s, true}, {u"default"_s, u"'x'"_s}}));
    QCOMPARE(account.value("foreignKeys"_L1).toArray().size(), 1);
    QCOMPARE(account.value("unique"_L1).toArray().size(), 1);
    QCOMPARE(account.value("indexes"_L1).toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestTablesCommand)
#include "tst_tablescommand.moc"
