#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// `render` and `readability` over a chain with revisions of every kind.
class TestRenderCommand : public TestCase
{
    Q_OBJECT

private slots:
    void init();

    void eachRevisionStandsByItself();
    void namedRevisionsAloneArePrinted();
    void anErrorDoesNotKeepTheOthersBack();
    void whatToPrintMustBeSaid();
    void theDialectCanBeChosen();
    void anUnknownDialectIsRefused();
    void readabilityNamesReasonAndLine();
    void readabilityCounts();
    void nothingIsKnownOfTheSchemaAfterAnOpaqueStep();

private:
    [[nodiscard]] CommandRun run(const QStringList &arguments) const
    {
        return CommandRun::of(QStringList {u"-c"_s, m_folder->path()} + arguments);
    }
    [[nodiscard]] QJsonObject json(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(run(QStringList {u"--json"_s} + arguments).out.toUtf8()).object();
    }

    std::unique_ptr<ProjectFolder> m_folder;
};

void TestRenderCommand::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    m_folder->add({.id = u"a1"_s,
        .upgrade = {u"op.create_table('t', sa.Column('x', sa.Boolean(), server_default=sa.true()))"_s},
        .downgrade = {u"op.drop_table('t')"_s}});
    m_folder->add({.id = u"b2"_s,
        .down = {u"a1"_s},
        .upgrade = {u"op.get_bind().execute(sa.text('SELECT x FROM t')).fetchall()[0]"_s}});
    m_folder->add({.id = u"c3"_s,
        .down = {u"b2"_s},
        .upgrade = {u"from app.models import rows"_s, u"for row in rows():"_s, u"    op.execute(row)"_s}});
    m_folder->add({.id = u"d4"_s,
        .down = {u"c3"_s},
        .upgrade = {u"op.drop_table('t')"_s},
        .downgrade = {u"raise NotImplementedError('no way back')"_s}});
}

void TestRenderCommand::eachRevisionStandsByItself()
{
    const QJsonObject each = json({u"render"_s, u"--each"_s});
    QCOMPARE(each.keys(), (QStringList {u"a1"_s, u"b2"_s, u"c3"_s, u"d4"_s}));
    const QJsonObject first = each[u"a1"_s].toObject();
    QCOMPARE(first[u"upgrade_sql"_s].toString(), u"CREATE TABLE t (\n    x BOOLEAN DEFAULT 1\n);\n\n"_s);
    QCOMPARE(first[u"upgrade_version_sql"_s].toString(),
        u"INSERT INTO alembic_version (version_num) VALUES ('a1') RETURNING version_num;\n\n"_s);
    QCOMPARE(first[u"downgrade_sql"_s].toString(), u"DROP TABLE t;\n\n"_s);
    QCOMPARE(first[u"downgrade_version_sql"_s].toString(),
        u"DELETE FROM alembic_version WHERE alembic_version.version_num = 'a1';\n\n"_s);
}

void TestRenderCommand::namedRevisionsAloneArePrinted()
{
    const CommandRun one = run({u"render"_s, u"a1"_s});
    QCOMPARE(one.code, 0);
    QCOMPARE(one.out,
        u"-- Running upgrade  -> a1\n\nCREATE TABLE t (\n    x BOOLEAN DEFAULT 1\n);\n\n"
        "-- Running downgrade a1 -> \n\nDROP TABLE t;\n\n"_s);
    QCOMPARE(run({u"render"_s, u"nobody"_s}).code, 1);
}

void TestRenderCommand::anErrorDoesNotKeepTheOthersBack()
{
    const CommandRun all = run({u"render"_s, u"--each"_s});
    QCOMPARE(all.code, 3);
    QVERIFY(all.out.contains(u"-- FAILED: "_s));
    QVERIFY(all.out.contains(u"app.models.rows"_s));
    const QJsonObject last = json({u"render"_s, u"--each"_s})[u"d4"_s].toObject();
    QCOMPARE(last[u"upgrade_sql"_s].toString(), u"DROP TABLE t;\n\n"_s);
    QVERIFY(last[u"downgrade_error"_s].toObject()[u"message"_s].toString().contains(u"no way back"_s));
}

void TestRenderCommand::whatToPrintMustBeSaid()
{
    QCOMPARE(run({u"render"_s}).code, 1);
    QCOMPARE(run({u"render"_s, u"--each"_s, u"a1"_s}).code, 1);
}

void TestRenderCommand::theDialectCanBeChosen()
{
    const QJsonObject each = json({u"render"_s, u"--each"_s, u"--dialect"_s, u"postgresql"_s});
    QCOMPARE(each[u"a1"_s].toObject()[u"upgrade_sql"_s].toString(),
        u"CREATE TABLE t (\n    x BOOLEAN DEFAULT true\n);\n\n"_s);
}

void TestRenderCommand::anUnknownDialectIsRefused()
{
    const CommandRun unknown = run({u"render"_s, u"--each"_s, u"--dialect"_s, u"oracle"_s});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.err.contains(u"\"oracle\""_s));
}

void TestRenderCommand::readabilityNamesReasonAndLine()
{
    const CommandRun readability = run({u"readability"_s});
    QCOMPARE(readability.code, 3);
    QVERIFY(readability.out.contains(u"a1  readable\n"_s));
    QVERIFY(readability.out.contains(u"b2  readable with a connection\n"_s));
    QVERIFY(readability.out.contains(u"c3  opaque\n"_s));
    QVERIFY(readability.out.contains(u"d4  readable, ends in an exception\n"_s));
    QVERIFY(readability.out.contains(u"c3.py:"_s));
    QCOMPARE(run({u"readability"_s, u"a1"_s, u"b2"_s}).code, 0);
}

void TestRenderCommand::readabilityCounts()
{
    const QJsonObject counts = json({u"readability"_s});
    for (const QString &kind : {u"readable"_s, u"refuses"_s, u"connection"_s, u"opaque"_s})
        QCOMPARE(counts[kind].toInt(), 1);
    QCOMPARE(counts[u"revisions"_s].toArray().size(), 4);
}

void TestRenderCommand::nothingIsKnownOfTheSchemaAfterAnOpaqueStep()
{
    m_folder->add({.id = u"e5"_s,
        .down = {u"d4"_s},
        .upgrade = {u"print(sa.inspect(op.get_bind()).get_table_names())"_s}});
    const QJsonObject each = json({u"render"_s, u"e5"_s});
    const QJsonObject error = each[u"e5"_s].toObject()[u"upgrade_error"_s].toObject();
    QVERIFY2(error[u"message"_s].toString().contains(u"b2.py"_s), qPrintable(error[u"message"_s].toString()));
}

QTEST_GUILESS_MAIN(TestRenderCommand)
#include "tst_rendercommand.moc"
