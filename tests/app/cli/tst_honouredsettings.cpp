#include "tests/app/cli/commandrun.h"
#include "tests/migrations/project/judge.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <memory>

using namespace Qt::StringLiterals;

/// What env.py says reaches every statement, as Alembic has it from the same env.py.
class TestHonouredSettings : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void printsTheSqlThatAlembicPrints_data();
    void printsTheSqlThatAlembicPrints();
    void referredColumnsAreNamedWhereAlembicKnowsThem_data();
    void referredColumnsAreNamedWhereAlembicKnowsThem();
    void sharesItsVersionTableWithAlembic_data();
    void sharesItsVersionTableWithAlembic();
    void aRunIsOneTransactionWhenTheProjectSaysSo_data();
    void aRunIsOneTransactionWhenTheProjectSaysSo();
    void ownSettingsComeBeforeThoseOfTheScript();

private:
    PostgresqlCluster m_cluster;
};

namespace {

// Alembic's generic env.py with something added to both calls of configure()
QString environment(const QString &options, const QString &before = {})
{
    return u"from alembic import context\n"
           "import sqlalchemy as sa\n"
           "from sqlalchemy import engine_from_config, pool\n"
           "config = context.config\n%2\n"
           "if context.is_offline_mode():\n"
           "    context.configure(url=config.get_main_option('sqlalchemy.url'), literal_binds=True,\n"
           "                      dialect_opts={'paramstyle': 'named'}, %1)\n"
           "    with context.begin_transaction():\n"
           "        context.run_migrations()\n"
           "else:\n"
           "    engine = engine_from_config(config.get_section(config.config_ini_section, {}),\n"
           "                                prefix='sqlalchemy.', poolclass=pool.NullPool)\n"
           "    with engine.connect() as connection:\n"
           "        context.configure(connection=connection, %1)\n"
           "        with context.begin_transaction():\n"
           "            context.run_migrations()\n"_s.arg(options, before);
}

void addRevisions(const ProjectFolder &folder)
{
    folder.add({.id = u"r1"_s,
        .upgrade = {u"op.create_table('tenant', sa.Column('id', sa.Integer(), primary_key=True))"_s,
            u"op.create_table('account', sa.Column('id', sa.Integer(), primary_key=True),"_s,
            u"    sa.Column('tenant_id', sa.Integer()), sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id']),"_s,
            u"    sa.Column('email', sa.String(50), unique=True), sa.Column('age', sa.Integer()),"_s,
            u"    sa.CheckConstraint('age > 0', name='age'), sa.UniqueConstraint('email', 'age'),"_s,
            u"    sa.CheckConstraint('age < 200', name=op.f('kept')))"_s},
        .downgrade = {u"op.drop_table('account')"_s, u"op.drop_table('tenant')"_s}});
    folder.add({.id = u"r2"_s,
        .down = {u"r1"_s},
        .upgrade = {u"op.create_index(None, 'account', ['age', 'email'])"_s,
            u"op.create_index(op.f('ix_own'), 'account', ['email'])"_s,
            u"op.add_column('account', sa.Column('nick', sa.String(9), index=True))"_s},
        .downgrade = {u"op.drop_column('account', 'nick')"_s, u"op.drop_index(op.f('ix_own'), 'account')"_s}});
}

const QString Convention = u"NAMES = {'ix': 'ix_%(table_name)s_%(column_0_N_name)s', 'uq': 'uq_%(column_0N_name)s',\n"
                           "         'ck': 'ck_%(table_name)s_%(constraint_name)s', 'pk': 'pk_%(table_name)s',\n"
                           "         'fk': 'fk_%(column_0_label)s_%(referred_table_name)s'}\n"
                           "metadata = sa.MetaData(naming_convention=NAMES)\n"_s;

} // namespace

void TestHonouredSettings::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestHonouredSettings::printsTheSqlThatAlembicPrints_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("script");
    const QStringList onBoth {u"schema"_s, u"transaction for each"_s, u"naming convention"_s};
    const std::initializer_list<std::pair<const char *, QString>> scripts {
        {"nothing", environment({})},
        {"table", environment(u"version_table='my_versions'"_s)},
        {"table to be quoted", environment(u"version_table='My Versions'"_s)},
        {"schema", environment(u"version_table='v', version_table_schema='Ops'"_s)},
        {"no primary key", environment(u"version_table=TABLE, version_table_pk=False"_s, u"TABLE = 'bare'"_s)},
        {"transaction for each", environment(u"transaction_per_migration=True"_s)},
        {"everything by a dictionary",
            environment(u"**OPTIONS"_s,
                u"OPTIONS = {'version_table': 'v', 'transaction_per_migration': True, 'version_table_pk': False}"_s)},
        {"naming convention", environment(u"target_metadata=metadata"_s, Convention)},
        {"naming convention with the column only",
            environment(u"target_metadata=sa.MetaData(naming_convention={'uq': 'u_%(column_0_key)s_%(column_1_name)s',"
                        "'ix': '%(column_0_N_label)s', 'fk': 'fk_%(column_0N_label)s'})"_s)},
        {"long names",
            environment(u"target_metadata=sa.MetaData(naming_convention={'ix': 'ix_%(column_0_label)s',"
                        "'pk': 'pk_%(table_name)s_%1'})"_s.arg(
                QString(70, u'x')))},
    };
    for (const auto &[name, script] : scripts) {
        QTest::addRow("postgresql: %s", name) << u"postgresql://localhost/x"_s << script;
        if (onBoth.contains(QLatin1StringView(name)))
            QTest::addRow("sqlite: %s", name) << u"sqlite:///x.db"_s << script;
    }
}

void TestHonouredSettings::printsTheSqlThatAlembicPrints()
{
    static const QRegularExpression dropped(u"DROP TABLE (?!account|tenant)[^;]+;\n\n"_s);
    QFETCH(QString, url);
    QFETCH(QString, script);
    const ProjectFolder folder;
    folder.writeConfig(url);
    folder.write(u"scripts/env.py"_s, script);
    addRevisions(folder);
    QList<QStringList> commands;
    QJsonArray asked;
    for (const QString &command : {u"upgrade head --sql"_s, u"upgrade r1:r2 --sql"_s, u"downgrade r2:r1 --sql"_s,
             u"upgrade r2:r2 --sql"_s, u"stamp r2 --sql"_s, u"stamp r1:r2 --sql"_s, u"ensure_version --sql"_s}) {
        commands << (QStringList {u"-c"_s, folder.path(u"alembic.ini"_s)} + command.split(u' '));
        asked << QJsonArray::fromStringList(commands.constLast());
    }
    const QJsonArray answers = judged(u"app/cli/judge_commands.py"_s, asked, folder.path());
    QCOMPARE(answers.size(), commands.size());
    for (qsizetype index = 0; index < commands.size(); ++index) {
        const CommandRun run = CommandRun::of(commands[index]);
        QVERIFY2(run.code == 0, qPrintable(run.err));
        // up to 1.18 Alembic drops the table again where no row is left
        QCOMPARE(run.out, answers.at(index).toString().remove(dropped));
    }
}

void TestHonouredSettings::referredColumnsAreNamedWhereAlembicKnowsThem_data()
{
    QTest::addColumn<QString>("upgrade");
    QTest::newRow("foreign key")
        << u"op.create_foreign_key(None, 'a', 'b', ['x', 'y'], ['u', 'v'])"_s;
    QTest::newRow("of a named one") << u"op.create_foreign_key('own', 'a', 'b', ['x'], ['u'])"_s;
    QTest::newRow("in a table: it cannot")
        << u"op.create_table('a', sa.Column('x', sa.Integer(), sa.ForeignKey('b.u')))"_s;
}

void TestHonouredSettings::referredColumnsAreNamedWhereAlembicKnowsThem()
{
    QFETCH(QString, upgrade);
    const ProjectFolder folder;
    folder.writeConfig(u"postgresql://localhost/x"_s);
    folder.write(u"scripts/env.py"_s,
        environment(u"target_metadata=sa.MetaData(naming_convention={'fk': 'fk_%(referred_column_0_name)s_"
                    "%(referred_column_0N_name)s_%(referred_column_0_N_name)s_%(referred_table_name)s'})"_s));
    folder.add({.id = u"r1"_s, .upgrade = {upgrade}});
    const QStringList arguments {
        u"-c"_s, folder.path(u"alembic.ini"_s), u"-q"_s, u"upgrade"_s, u"head"_s, u"--sql"_s};
    QJsonArray asked;
    asked << QJsonArray::fromStringList(arguments);
    const QString answer = judged(u"app/cli/judge_commands.py"_s, asked, folder.path()).at(0).toString();
    const CommandRun run = CommandRun::of(arguments);
    if (answer.startsWith("CRASHED: "_L1))
        QCOMPARE(run.err.section(u'\n', 0, 0), u"FAILED: "_s + answer.section(u' ', 1));
    else
        QCOMPARE(run.out, answer);
    QCOMPARE(run.code, answer.startsWith("CRASHED: "_L1) ? 1 : 0);
}

void TestHonouredSettings::sharesItsVersionTableWithAlembic_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("table");
    QTest::newRow("name") << u"version_table='My Versions'"_s << u"\"My Versions\""_s;
    QTest::newRow("schema") << u"version_table='v', version_table_schema='Ops'"_s << u"\"Ops\".v"_s;
    QTest::newRow("no primary key") << u"version_table='bare', version_table_pk=False"_s << u"bare"_s;
}

void TestHonouredSettings::sharesItsVersionTableWithAlembic()
{
    QFETCH(QString, options);
    QFETCH(QString, table);
    const QString url = m_cluster.createDatabase();
    const QString database = url.section(u'/', 3).section(u'?', 0, 0);
    QVERIFY2(m_cluster.run(database, u"CREATE SCHEMA \"Ops\""_s), qPrintable(m_cluster.problem()));
    const ProjectFolder folder;
    folder.writeConfig(url);
    folder.write(u"scripts/env.py"_s, environment(options));
    addRevisions(folder);
    const QStringList config {u"-c"_s, folder.path(u"alembic.ini"_s)};
    const auto alembic = [&](const QString &command) {
        QJsonArray commands;
        commands << QJsonArray::fromStringList(config + command.split(u' '));
        return judged(u"app/cli/judge_commands.py"_s, commands, folder.path()).at(0).toString();
    };
    const auto ours = [&](const QString &command) {
        const CommandRun run = CommandRun::of(config + QStringList {u"-q"_s} + command.split(u' '));
        return run.code == 0 ? run.out : run.err;
    };
    QCOMPARE(alembic(u"upgrade r1"_s), QString());
    QCOMPARE(ours(u"current"_s), u"r1\n"_s);
    QCOMPARE(ours(u"upgrade head"_s), QString());
    QCOMPARE(alembic(u"current"_s), u"r2 (head)\n"_s);
    QCOMPARE(alembic(u"downgrade base"_s), QString());
    QCOMPARE(ours(u"upgrade r1"_s), QString());
    QCOMPARE(alembic(u"current"_s), u"r1\n"_s);
    QVERIFY2(m_cluster.run(database,
                 u"DO $$ BEGIN ASSERT (SELECT version_num FROM %1) = 'r1'; "
                 "ASSERT to_regclass('alembic_version') IS NULL; END $$"_s.arg(table)),
        qPrintable(m_cluster.problem()));
    QVERIFY(!ours(u"tables"_s).contains(u"version_num"_s));
}

void TestHonouredSettings::aRunIsOneTransactionWhenTheProjectSaysSo_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("current");
    QTest::newRow("not said: what is done stays") << QString() << u"r1\n"_s;
    QTest::newRow("each") << u"transaction_per_migration=True"_s << u"r1\n"_s;
    QTest::newRow("one") << u"transaction_per_migration=False"_s << QString();
}

void TestHonouredSettings::aRunIsOneTransactionWhenTheProjectSaysSo()
{
    QFETCH(QString, options);
    QFETCH(QString, current);
    const ProjectFolder folder;
    folder.writeConfig(m_cluster.createDatabase());
    folder.write(u"scripts/env.py"_s, environment(options));
    folder.add({.id = u"r1"_s, .upgrade = {u"op.execute('CREATE TABLE a (id int)')"_s}});
    folder.add({.id = u"r2"_s, .down = {u"r1"_s}, .upgrade = {u"op.execute('CREATE TABLE b (id int)')"_s}});
    folder.add({.id = u"r3"_s, .down = {u"r2"_s}, .upgrade = {u"op.execute('SELECT 1/0')"_s}});
    const QStringList config {u"-c"_s, folder.path(), u"-q"_s};
    if (!current.isEmpty())
        QCOMPARE(CommandRun::of(config + QStringList {u"upgrade"_s, u"r1"_s}).code, 0);
    const CommandRun run = CommandRun::of(config + QStringList {u"upgrade"_s, u"r3"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains("division by zero"_L1), qPrintable(run.err));
    const QString reached = current.isEmpty() ? QString() : u"r2\n"_s;
    QCOMPARE(CommandRun::of(config + QStringList {u"current"_s}).out, reached);
    QCOMPARE(run.err.contains("nothing was changed"_L1), current.isEmpty());
    const CommandRun whole = CommandRun::of(config + QStringList {u"upgrade"_s, u"r2"_s});
    QVERIFY2(whole.code == 0, qPrintable(whole.err));
    QCOMPARE(CommandRun::of(config + QStringList {u"current"_s}).out, u"r2\n"_s);
}

void TestHonouredSettings::ownSettingsComeBeforeThoseOfTheScript()
{
    const ProjectFolder folder;
    folder.write(u"scripts/env.py"_s, environment(u"version_table='script'"_s));
    folder.write(u"stillroom.toml"_s, u"version_table = \"own\"\n[naming_convention]\npk = \"%(table_name)s_key\"\n"_s);
    addRevisions(folder);
    const CommandRun run = CommandRun::of({u"-c"_s, folder.path(), u"-q"_s, u"upgrade"_s, u"r1"_s, u"--sql"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.contains(u"CREATE TABLE own ("_s), qPrintable(run.out));
    QVERIFY2(run.out.contains(u"CONSTRAINT tenant_key PRIMARY KEY (id)"_s), qPrintable(run.out));
    QVERIFY(!run.out.contains(u"script"_s));
}

QTEST_GUILESS_MAIN(TestHonouredSettings)
#include "tst_honouredsettings.moc"
