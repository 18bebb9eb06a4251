#include "migrations/project/migrator.h"
#include "migrations/runner/runner.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// Runs on real databases: what is committed, what is rolled back and what is told.
class TestRunner : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void eventsTellEverything();
    void valuesAreSentAsTheyAre_data() { databases(); }
    void valuesAreSentAsTheyAre();
    void failingStepLeavesNothing_data() { databases(); }
    void failingStepLeavesNothing();
    void caughtErrorGoesOnAsInAlembic_data() { databases(); }
    void caughtErrorGoesOnAsInAlembic();
    void autocommitBlockEndsTheTransaction_data() { databases(); }
    void autocommitBlockEndsTheTransaction();
    void autocommitBlockKeepsWhatWasBefore();
    void declinedStepKeepsItsRow();
    void cancelledRunStopsBeforeTheNextStatement();
    void somebodyElseInBetweenChangesThePlan();
    void countedTargetIsAConflictThen();
    void enumIsCreatedOnce();
    void downgradeGoesBack_data() { databases(); }
    void downgradeGoesBack();
    void statementsAreThoseOfThePreview_data() { databases(); }
    void statementsAreThoseOfThePreview();

private:
    static void databases();
    [[nodiscard]] std::unique_ptr<Migrator> open(const QString &database = u"sqlite"_s);
    [[nodiscard]] Runner::RunReport run(
        Migrator &migrator, Graph::Direction direction, const QString &target, const CancelToken &cancel = {});
    void otherGoesTo(Migrator &other, const QString &target);
    [[nodiscard]] static QStringList tables(Migrator &migrator);

    PostgresqlCluster m_cluster;
    std::unique_ptr<ProjectFolder> m_folder;
    QList<Runner::RunEvent> m_events;
    std::function<void(const Runner::RunEvent &)> m_onEvent;
    FixedAnswers m_answers {FixedAnswers::Answer::No};
};

namespace {

QString table(const QString &name)
{
    return u"op.create_table('%1', sa.Column('id', sa.Integer(), primary_key=True))"_s.arg(name);
}

template<class Event>
QList<Event> only(const QList<Runner::RunEvent> &events)
{
    QList<Event> found;
    for (const Runner::RunEvent &event : events) {
        if (const auto *wanted = std::get_if<Event>(&event))
            found << *wanted;
    }
    return found;
}

} // namespace

void TestRunner::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestRunner::init()
{
    TestCase::init();
    m_folder = std::make_unique<ProjectFolder>();
    m_events.clear();
    m_onEvent = {};
}

void TestRunner::databases()
{
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
}

std::unique_ptr<Migrator> TestRunner::open(const QString &database)
{
    const Result<std::shared_ptr<const Project>> project = Project::open(m_folder->path());
    if (!project)
        qFatal("%s", qPrintable(project.error().toText()));
    auto migrator = std::make_unique<Migrator>(*project, database == u"sqlite" ? QString() : m_cluster.createDatabase());
    if (const Result<void> connected = migrator->connect(); !connected)
        qFatal("%s", qPrintable(connected.error().toText()));
    return migrator;
}

Runner::RunReport TestRunner::run(
    Migrator &migrator, Graph::Direction direction, const QString &target, const CancelToken &cancel)
{
    return migrator.run(direction, target, m_answers, [this](const Runner::RunEvent &event) {
        m_events << event;
        if (m_onEvent)
            m_onEvent(event);
    }, cancel);
}

QStringList TestRunner::tables(Migrator &migrator)
{
    QStringList names;
    const Schema::Database database = migrator.inspect().value_or(Schema::Database());
    for (const Schema::Table &found : database.tables)
        names << found.name;
    return names;
}

void TestRunner::eventsTellEverything()
{
    m_folder->add({.id = u"a"_s, .message = u"first"_s, .upgrade = {table(u"t"_s), u"print('✓')"_s}});
    const auto migrator = open();
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s);
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() : QString()));
    QCOMPARE(report.rowsBefore, QStringList());
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(report.done.size(), 1);
    QCOMPARE(only<Runner::RunStarted>(m_events).front().steps, 1);
    QCOMPARE(only<Runner::StepStarted>(m_events).front().text, u"Running upgrade  -> a, first"_s);
    const QList<Runner::StatementStarted> statements = only<Runner::StatementStarted>(m_events);
    QCOMPARE(statements.size(), 1);
    QVERIFY(statements.front().sql.startsWith(u"CREATE TABLE t"_s));
    QVERIFY(statements.front().at.line > 0);
    QCOMPARE(only<Runner::ScriptOutput>(m_events).front().line, u"✓"_s);
    QCOMPARE(only<Runner::StepFinished>(m_events).size(), 1);
}

// what is printed has blanks for tabs, as Alembic's --sql has; what is stored has not
void TestRunner::valuesAreSentAsTheyAre()
{
    QFETCH(const QString, database);
    m_folder->add({.id = u"a"_s,
        .upgrade = {u"op.execute('CREATE TABLE t (x VARCHAR(20))')"_s,
            uR"py(op.execute("INSERT INTO t VALUES ('a\tb')"))py"_s,
            u"found = op.get_bind().execute(sa.text('SELECT x FROM t')).scalar()"_s,
            uR"py(if found != 'a\tb': raise Exception('lost'))py"_s}});
    const auto migrator = open(database);
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s);
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() : QString()));
    QCOMPARE(only<Runner::StatementStarted>(m_events)[1].sql, u"INSERT INTO t VALUES ('a    b')"_s);
}

void TestRunner::failingStepLeavesNothing()
{
    QFETCH(QString, database);
    m_folder->add({.id = u"a"_s, .upgrade = {table(u"t1"_s)}});
    m_folder->add({.id = u"b"_s, .down = {u"a"_s}, .upgrade = {table(u"t2"_s), u"op.execute('SELECT * FROM nowhere')"_s}});
    const auto migrator = open(database);
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s);
    QVERIFY(!report.succeeded());
    QCOMPARE(report.error->code, ErrorCode::Server);
    QCOMPARE(report.error->statement, u"SELECT * FROM nowhere"_s);
    QVERIFY(report.error->at.file.endsWith(u".py"_s));
    QVERIFY2(report.error->detail.contains(u"b"_s), qPrintable(report.error->detail));
    QCOMPARE(report.done.size(), 1);
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(tables(*migrator), QStringList {u"t1"_s});
    QCOMPARE(only<Runner::StepFailed>(m_events).front().index, 1);
}

void TestRunner::caughtErrorGoesOnAsInAlembic()
{
    QFETCH(QString, database);
    m_folder->add({.id = u"a"_s,
        .upgrade = {u"try:"_s, u"    op.drop_table('missing')"_s, u"except Exception as e:"_s, u"    print('caught')"_s,
            table(u"t"_s)}});
    const auto migrator = open(database);
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s);
    QCOMPARE(only<Runner::ScriptOutput>(m_events).size(), 1);
    // PostgreSQL refuses everything after a failure up to the end of the transaction
    const bool isSqlite = database == u"sqlite";
    QCOMPARE(report.succeeded(), isSqlite);
    QCOMPARE(tables(*migrator), isSqlite ? QStringList {u"t"_s} : QStringList());
    QCOMPARE(report.rowsAfter, isSqlite ? QStringList {u"a"_s} : QStringList());
}

// what stood before the block stays when the step fails behind it, without its row
void TestRunner::autocommitBlockEndsTheTransaction()
{
    QFETCH(QString, database);
    m_folder->add({.id = u"a"_s,
        .upgrade = {table(u"before"_s), u"with op.get_context().autocommit_block():"_s, u"    op.execute('VACUUM')"_s,
            table(u"after"_s), u"op.execute('SELECT * FROM nowhere')"_s}});
    const auto migrator = open(database);
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s);
    QCOMPARE(report.error->statement, u"SELECT * FROM nowhere"_s);
    QVERIFY2(report.error->detail.contains(u"autocommit"_s), qPrintable(report.error->detail));
    QCOMPARE(report.done.size(), 0);
    QCOMPARE(report.rowsAfter, QStringList());
    QCOMPARE(tables(*migrator), QStringList {u"before"_s});
}

void TestRunner::autocommitBlockKeepsWhatWasBefore()
{
    m_folder->write(u"stillroom.toml"_s, u"transaction_per_migration = false\n"_s);
    m_folder->add({.id = u"a"_s, .upgrade = {table(u"t1"_s)}});
    m_folder->add({.id = u"b"_s,
        .down = {u"a"_s},
        .upgrade = {u"with op.get_context().autocommit_block():"_s, u"    op.execute('VACUUM')"_s}});
    m_folder->add({.id = u"c"_s, .down = {u"b"_s}, .upgrade = {table(u"t3"_s), u"op.execute('SELECT * FROM nowhere')"_s}});
    const auto migrator = open(u"postgresql"_s);
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s);
    QVERIFY(!report.succeeded());
    // the row of b was written after its block, in the transaction that c spoiled
    QCOMPARE(report.done.size(), 1);
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(tables(*migrator), QStringList {u"t1"_s});
}

void TestRunner::declinedStepKeepsItsRow()
{
    m_folder->add({.id = u"a"_s,
        .upgrade = {table(u"t"_s)},
        .downgrade = {u"if input('drop? (yes/no) ') != 'yes':"_s, u"    return"_s, u"op.drop_table('t')"_s}});
    const auto migrator = open();
    QVERIFY(run(*migrator, Graph::Direction::Upgrade, u"head"_s).succeeded());
    const Runner::RunReport report = run(*migrator, Graph::Direction::Downgrade, u"-1"_s);
    QCOMPARE(report.error->code, ErrorCode::Refused);
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(tables(*migrator), QStringList {u"t"_s});
}

void TestRunner::cancelledRunStopsBeforeTheNextStatement()
{
    m_folder->add({.id = u"a"_s, .upgrade = {table(u"t1"_s)}});
    m_folder->add({.id = u"b"_s, .down = {u"a"_s}, .upgrade = {table(u"t2"_s), table(u"t3"_s)}});
    const auto migrator = open();
    CancelToken cancel;
    m_onEvent = [&cancel](const Runner::RunEvent &event) {
        const auto *statement = std::get_if<Runner::StatementStarted>(&event);
        if (statement && statement->sql.contains(u"t2"_s))
            cancel.cancel();
    };
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s, cancel);
    QCOMPARE(report.error->code, ErrorCode::Canceled);
    QCOMPARE(report.rowsAfter, QStringList {u"a"_s});
    QCOMPARE(tables(*migrator), QStringList {u"t1"_s});
}

void TestRunner::somebodyElseInBetweenChangesThePlan()
{
    m_folder->add({.id = u"a"_s, .upgrade = {table(u"t1"_s)}});
    m_folder->add({.id = u"b"_s, .down = {u"a"_s}, .upgrade = {table(u"t2"_s)}});
    m_folder->add({.id = u"c"_s, .down = {u"b"_s}, .upgrade = {table(u"t3"_s)}});
    const auto migrator = open();
    const auto other = open();
    otherGoesTo(*other, u"b"_s);
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s);
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() : QString()));
    QCOMPARE(only<Runner::PlanChanged>(m_events).size(), 1);
    QCOMPARE(only<Runner::PlanChanged>(m_events).front().rows, QStringList {u"b"_s});
    QCOMPARE(only<Runner::PlanChanged>(m_events).front().steps, 1);
    QCOMPARE(report.done.size(), 2); // a and c; b was the other's
    QCOMPARE(report.rowsAfter, QStringList {u"c"_s});
    QCOMPARE(tables(*migrator), (QStringList {u"t1"_s, u"t2"_s, u"t3"_s}));
}

// "+2" counts from where the database was
void TestRunner::countedTargetIsAConflictThen()
{
    m_folder->add({.id = u"a"_s, .upgrade = {table(u"t1"_s)}});
    m_folder->add({.id = u"b"_s, .down = {u"a"_s}, .upgrade = {table(u"t2"_s)}});
    const auto migrator = open();
    const auto other = open();
    otherGoesTo(*other, u"head"_s);
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"+2"_s);
    QCOMPARE(report.error->code, ErrorCode::Conflict);
    QCOMPARE(report.rowsAfter, QStringList {u"b"_s});
    QCOMPARE(tables(*migrator), (QStringList {u"t1"_s, u"t2"_s}));
}

// after our first step somebody else upgrades
void TestRunner::otherGoesTo(Migrator &other, const QString &target)
{
    m_onEvent = [this, &other, target](const Runner::RunEvent &event) {
        if (std::holds_alternative<Runner::StepFinished>(event) && only<Runner::StepFinished>(m_events).size() == 1) {
            const auto itself = std::exchange(m_onEvent, {}); // it lives as long as it runs
            FixedAnswers yes(FixedAnswers::Answer::Yes);
            QVERIFY(other.run(Graph::Direction::Upgrade, target, yes, [](const Runner::RunEvent &) {}).succeeded());
        }
    };
}

void TestRunner::enumIsCreatedOnce()
{
    const QString create = u"sa.Enum('x', 'y', name='e').create(op.get_bind())"_s;
    m_folder->add({.id = u"a"_s, .upgrade = {create, create}, .downgrade = {u"sa.Enum(name='e').drop(op.get_bind())"_s}});
    const auto migrator = open(u"postgresql"_s);
    const Runner::RunReport report = run(*migrator, Graph::Direction::Upgrade, u"head"_s);
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() : QString()));
    QCOMPARE(migrator->inspect()->enums.size(), 1);
    QCOMPARE(migrator->inspect()->enums.front().labels, (QStringList {u"x"_s, u"y"_s}));
    QVERIFY(run(*migrator, Graph::Direction::Downgrade, u"base"_s).succeeded());
    QVERIFY(migrator->inspect()->enums.isEmpty());
}

void TestRunner::downgradeGoesBack()
{
    QFETCH(QString, database);
    m_folder->add({.id = u"a"_s, .upgrade = {table(u"t1"_s)}, .downgrade = {u"op.drop_table('t1')"_s}});
    m_folder->add({.id = u"b"_s, .down = {u"a"_s}, .upgrade = {table(u"t2"_s)}, .downgrade = {u"op.drop_table('t2')"_s}});
    const auto migrator = open(database);
    QVERIFY(run(*migrator, Graph::Direction::Upgrade, u"head"_s).succeeded());
    QCOMPARE(migrator->status()->states.value(u"b"_s), Status::State::Current);
    QVERIFY(run(*migrator, Graph::Direction::Downgrade, u"-1"_s).succeeded());
    QCOMPARE(migrator->status()->states.value(u"a"_s), Status::State::Current);
    QCOMPARE(migrator->status()->states.value(u"b"_s), Status::State::Pending);
    QVERIFY(run(*migrator, Graph::Direction::Downgrade, u"base"_s).succeeded());
    QCOMPARE(migrator->status()->rows, QStringList());
    QCOMPARE(tables(*migrator), QStringList());
}

void TestRunner::statementsAreThoseOfThePreview()
{
    QFETCH(QString, database);
    m_folder->add({.id = u"a"_s,
        .upgrade = {table(u"t"_s), u"op.add_column('t', sa.Column('n', sa.String(5), server_default='a\\\\b'))"_s,
            u"op.create_index('ix', 't', ['n'])"_s, u"op.execute(\"UPDATE t SET n = 'x'\")"_s}});
    const auto migrator = open(database);
    const Result<Plan::Preview> preview = migrator->preview(Graph::Direction::Upgrade, u"head"_s);
    QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().toText()));
    QStringList previewed;
    for (const Plan::Statement &statement : preview->steps.front().statements) {
        if (!statement.isVersionRow && !statement.isVersionTable)
            previewed << statement.sql;
    }
    QVERIFY(run(*migrator, Graph::Direction::Upgrade, u"head"_s).succeeded());
    QStringList sent;
    for (const Runner::StatementStarted &statement : only<Runner::StatementStarted>(m_events))
        sent << statement.sql;
    QCOMPARE(sent, previewed);
    QCOMPARE(sent.size(), 4);
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
