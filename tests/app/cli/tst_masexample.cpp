#include "tests/app/cli/exampletest.h"

using namespace Qt::StringLiterals;

/// The example with the configuration file inside the folder of scripts, an asynchronous env.py, and
/// two revisions that were written at the same time and then merged.
class TestMasExample : public ExampleTest
{
    Q_OBJECT

public:
    TestMasExample()
        : ExampleTest({.name = u"mas"_s, .folder = u"api"_s, .config = u"migrations/alembic.ini"_s, .revisions = 8})
    {
    }

private slots:
    void emptyRevisionMovesOnlyTheVersion();
    void branchesAreAppliedOneByOne();
    void mergeIsTakenApartAndPutTogether();
    void bothBranchesAreHeadsBeforeTheMerge();
    void brokenStepLeavesTheOneBeforeIt();

private:
    [[nodiscard]] Environment environmentFor(const QString &database) const override
    {
        return {{u"DB_HOST"_s, serverFolder()}, {u"POSTGRES_USER"_s, PostgresqlCluster::superuser()},
            {u"POSTGRES_PASSWORD"_s, PostgresqlCluster::superuserPassword()}, {u"POSTGRES_DB"_s, database}};
    }
    // which of two rows an unmerge updates is left to a set of Python's
    [[nodiscard]] QStringList sqlCommands() const override
    {
        return {u"upgrade head"_s, u"upgrade 6ee06edc35dd:head"_s, u"downgrade head:7ba2c60d19fe"_s,
            u"downgrade 91d5a2e8f37c:c48b7f21d06e"_s, u"downgrade c48b7f21d06e:base"_s};
    }
    [[nodiscard]] QString rows() const
    {
        return valueOf(u"SELECT string_agg(version_num, ' ' ORDER BY version_num) FROM alembic_version"_s);
    }
};

void TestMasExample::emptyRevisionMovesOnlyTheVersion()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade 6ee06edc35dd"_s).code, 0);
    const QString before = schemaOf(database());
    QCOMPARE(stillroom(u"upgrade +1"_s).code, 0);
    QCOMPARE(rows(), u"c48b7f21d06e"_s);
    QCOMPARE(schemaOf(database()), before);
}

void TestMasExample::branchesAreAppliedOneByOne()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade 91d5a2e8f37c"_s).code, 0);
    QCOMPARE(rows(), u"91d5a2e8f37c"_s);
    QCOMPARE(stillroom(u"upgrade e3f09b64a5c2"_s).code, 0);
    QCOMPARE(rows(), u"91d5a2e8f37c e3f09b64a5c2"_s);
    QCOMPARE(stillroom(u"current"_s).out.split(u'\n').size(), alembic(u"current"_s).out.split(u'\n').size());
    QCOMPARE(stillroom(u"upgrade head"_s).code, 0);
    QCOMPARE(alembic(u"current"_s).out.trimmed(), u"05f8d7c3e91a (head)"_s);
}

void TestMasExample::mergeIsTakenApartAndPutTogether()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade 7ba2c60d19fe"_s).code, 0);
    QCOMPARE(rows(), u"7ba2c60d19fe"_s);
    const CommandRun ambiguous = stillroom(u"downgrade -1"_s);
    QCOMPARE(ambiguous.code, 1);
    QVERIFY2(ambiguous.err.contains(u"Ambiguous walk"_s), qPrintable(ambiguous.err));
    QVERIFY(alembic(u"downgrade -1"_s).out.contains(u"FAILED: Ambiguous walk"_s));
    QCOMPARE(stillroom(u"downgrade 91d5a2e8f37c"_s).code, 0);
    QCOMPARE(rows(), u"91d5a2e8f37c e3f09b64a5c2"_s);
    const Outcome merged = alembic(u"upgrade 7ba2c60d19fe"_s);
    QVERIFY2(merged.code == 0, qPrintable(merged.err));
    QCOMPARE(rows(), u"7ba2c60d19fe"_s);
}

// as the two people had it after they pulled each other's work
void TestMasExample::bothBranchesAreHeadsBeforeTheMerge()
{
    for (const char *file : {"7ba2c60d19fe_merge_webhook_and_tokens.py", "05f8d7c3e91a_tenant_limits.py"})
        QVERIFY(QFile::remove(path(u"migrations/versions/"_s + QString::fromLatin1(file))));
    const QString heads = stillroom(u"heads"_s).out;
    QCOMPARE(heads, alembic(u"heads"_s).out);
    QCOMPARE(heads.count(u"(head)"_s), 2);
    useNewDatabase();
    const CommandRun run = stillroom(u"upgrade head"_s);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"Multiple head revisions are present"_s), qPrintable(run.err));
    QCOMPARE(stillroom(u"upgrade heads"_s).code, 0);
    QCOMPARE(rows(), u"91d5a2e8f37c e3f09b64a5c2"_s);
}

void TestMasExample::brokenStepLeavesTheOneBeforeIt()
{
    useNewDatabase();
    QCOMPARE(stillroom(u"upgrade a07d3e95c1b8"_s).code, 0);
    runSql(u"INSERT INTO tenants (id, name) VALUES (gen_random_uuid(), 't');"
           "INSERT INTO agents (id, tenant_id, name, model, temperature) "
           "SELECT gen_random_uuid(), id, 'a', 'm', 3 FROM tenants"_s);
    const QString before = schemaOf(database());
    const CommandRun run = stillroom(u"upgrade head"_s);
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"ck_agents_temperature"_s), qPrintable(run.err));
    QVERIFY2(run.err.contains(u"6ee06edc35dd_modify_data_model.py"_s), qPrintable(run.err));
    QCOMPARE(rows(), u"a07d3e95c1b8"_s);
    QCOMPARE(schemaOf(database()), before);
}

QTEST_GUILESS_MAIN(TestMasExample)
#include "tst_masexample.moc"
