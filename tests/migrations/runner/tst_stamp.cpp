#include "migrations/project/migrator.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

/// Rows of the version table without a run, and the room that ids need, on real databases.
class TestStamp : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void stampMovesTheRows_data();
    void stampMovesTheRows();
    void aRefusedStampChangesNothing_data() { databases(); }
    void aRefusedStampChangesNothing();
    void theStatementsAreThoseOfThePreview_data() { databases(); }
    void theStatementsAreThoseOfThePreview();
    void theTableIsMadeOnce_data() { databases(); }
    void theTableIsMadeOnce();
    void aLongIdAsksBeforeAnythingHappens_data();
    void aLongIdAsksBeforeAnythingHappens();
    void aPreviewWarnsOfALongId();
    void aNewerRowStopsTheStamp();

private:
    static void databases();
    [[nodiscard]] std::unique_ptr<Migrator> open(const QString &url);
    [[nodiscard]] QString newDatabase(const QString &kind);
    [[nodiscard]] Runner::RunReport stamp(Migrator &migrator, const QStringList &targets, bool purge = false);
    [[nodiscard]] static QStringList rows(Migrator &migrator);

    PostgresqlCluster m_cluster;
    std::unique_ptr<ProjectFolder> m_folder;
    QStringList m_log;
    std::function<void(const Runner::RunEvent &)> m_onEvent;
};

namespace {

const QString &longId()
{
    static const QString id = u"007_migrate_data_source_connections"_s;
    return id;
}

/// Answers as it was told, and remembers what it was asked.
class Answers final : public Questions
{
public:
    explicit Answers(const QString &answer) : m_answer(answer) {}
    [[nodiscard]] Result<QString> ask(const Question &question) override
    {
        asked << question.text;
        return m_answer;
    }

    QStringList asked;

private:
    QString m_answer;
};

} // namespace

void TestStamp::initTestCase()
{
    TestCase::initTestCase();
    QVERIFY2(m_cluster.start(), qPrintable(m_cluster.problem()));
}

void TestStamp::init()
{
    TestCase::init();
    m_log.clear();
    m_onEvent = {};
    m_folder = std::make_unique<ProjectFolder>();
    m_folder->add({.id = u"a1"_s});
    m_folder->add({.id = u"b2"_s, .down = {u"a1"_s}});
    m_folder->add({.id = u"c3"_s, .down = {u"a1"_s}});
}

void TestStamp::databases()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
}

QString TestStamp::newDatabase(const QString &kind)
{
    return kind == u"sqlite" ? u"sqlite:///"_s + m_folder->database() : m_cluster.createDatabase();
}

std::unique_ptr<Migrator> TestStamp::open(const QString &url)
{
    const Result<std::shared_ptr<const Project>> project = Project::open(m_folder->path());
    if (!project)
        qFatal("%s", qPrintable(project.error().toText()));
    auto migrator = std::make_unique<Migrator>(*project, url);
    if (const Result<void> connected = migrator->connect(); !connected)
        qFatal("%s", qPrintable(connected.error().toText()));
    return migrator;
}

Runner::RunReport TestStamp::stamp(Migrator &migrator, const QStringList &targets, bool purge)
{
    FixedAnswers answers(FixedAnswers::Answer::No);
    return migrator.stamp(targets, purge, answers, [this](const Runner::RunEvent &event) {
        if (const auto *started = std::get_if<Runner::StepStarted>(&event))
            m_log << started->text;
        if (m_onEvent)
            m_onEvent(event);
    });
}

QStringList TestStamp::rows(Migrator &migrator)
{
    QStringList rows = migrator.status().value().rows;
    rows.sort();
    return rows;
}

void TestStamp::stampMovesTheRows_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<bool>("purge");
    QTest::addColumn<QStringList>("found");
    for (const QString &kind : {u"sqlite"_s, u"postgresql"_s}) {
        const QByteArray name = kind.toLatin1();
        QTest::addRow("%s: forward", name.constData()) << kind << QStringList {u"b2"_s} << false << QStringList {u"b2"_s};
        QTest::addRow("%s: both heads", name.constData()) << kind << QStringList {u"heads"_s} << false << QStringList {u"b2"_s, u"c3"_s};
        QTest::addRow("%s: two at once", name.constData())
            << kind << QStringList {u"b2"_s, u"c3"_s} << false << QStringList {u"b2"_s, u"c3"_s};
        QTest::addRow("%s: to nothing", name.constData()) << kind << QStringList {u"base"_s} << false << QStringList();
        QTest::addRow("%s: purged", name.constData()) << kind << QStringList {u"c3"_s} << true << QStringList {u"c3"_s};
    }
}

void TestStamp::stampMovesTheRows()
{
    QFETCH(const QString, kind);
    QFETCH(const QStringList, targets);
    QFETCH(const bool, purge);
    QFETCH(const QStringList, found);
    const auto migrator = open(newDatabase(kind));
    QVERIFY(stamp(*migrator, {u"a1"_s}).succeeded());
    QCOMPARE(m_log, QStringList {u"Running stamp_revision  -> a1"_s});
    const Runner::RunReport report = stamp(*migrator, targets, purge);
    QVERIFY2(report.succeeded(), qPrintable(report.error ? report.error->toText() : QString()));
    QCOMPARE(report.rowsBefore, QStringList {u"a1"_s});
    QCOMPARE(rows(*migrator), found);
}

void TestStamp::aRefusedStampChangesNothing()
{
    QFETCH(const QString, kind);
    const auto migrator = open(newDatabase(kind));
    QVERIFY(stamp(*migrator, {u"b2"_s}).succeeded());
    for (const QStringList &targets : {QStringList {u"nope"_s}, {u"c3"_s, u"nope"_s}, {u"head"_s}}) {
        const Runner::RunReport report = stamp(*migrator, targets, true);
        QVERIFY(!report.succeeded());
        QVERIFY(report.done.isEmpty());
        QCOMPARE(report.rowsAfter, QStringList {u"b2"_s});
        QCOMPARE(rows(*migrator), QStringList {u"b2"_s});
    }
}

void TestStamp::theStatementsAreThoseOfThePreview()
{
    QFETCH(const QString, kind);
    const auto migrator = open(newDatabase(kind));
    const Result<Plan::Preview> first = migrator->previewStamp({u"b2"_s}, false);
    QVERIFY(first);
    QCOMPARE(first->before.size(), 1);
    QVERIFY(first->before[0].isVersionTable);
    QVERIFY(stamp(*migrator, {u"a1"_s}).succeeded());
    const Result<Plan::Preview> next = migrator->previewStamp({u"heads"_s}, false);
    QVERIFY(next && next->before.isEmpty());
    QCOMPARE(next->steps.size(), 2);
    QCOMPARE(next->steps[0].statements.size(), 1);
    QVERIFY(next->steps[0].statements[0].sql.startsWith(u"UPDATE alembic_version SET version_num="_s));
    QVERIFY(next->steps[1].statements[0].sql.startsWith(u"INSERT INTO alembic_version"_s));
    const Result<Plan::Preview> purged = migrator->previewStamp({u"c3"_s}, true);
    QVERIFY(purged);
    QCOMPARE(purged->before.constLast().sql, u"DELETE FROM alembic_version"_s);
    QCOMPARE(rows(*migrator), QStringList {u"a1"_s}); // a preview changes nothing
}

void TestStamp::theTableIsMadeOnce()
{
    QFETCH(const QString, kind);
    const auto migrator = open(newDatabase(kind));
    QCOMPARE(migrator->ensureVersionTable().value(), true);
    QCOMPARE(migrator->ensureVersionTable().value(), false);
    QCOMPARE(rows(*migrator), QStringList());
}

void TestStamp::aLongIdAsksBeforeAnythingHappens_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("stamps");
    QTest::addColumn<int>("questions");
    QTest::addColumn<bool>("succeeds");
    for (const bool stamps : {false, true}) {
        const QByteArray name = stamps ? "stamp" : "upgrade";
        QTest::addRow("%s, agreed", name.constData()) << u"postgresql"_s << u"yes"_s << stamps << 1 << true;
        QTest::addRow("%s, declined", name.constData()) << u"postgresql"_s << u"no"_s << stamps << 1 << false;
        QTest::addRow("%s, SQLite has no limit", name.constData()) << u"sqlite"_s << u"no"_s << stamps << 0 << true;
    }
}

void TestStamp::aLongIdAsksBeforeAnythingHappens()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, answer);
    QFETCH(const bool, stamps);
    QFETCH(const int, questions);
    QFETCH(const bool, succeeds);
    m_folder->add({.id = longId(), .down = {u"b2"_s}});
    const auto migrator = open(newDatabase(kind));
    Answers answers(answer);
    const auto quiet = [](const Runner::RunEvent &) {};
    const Runner::RunReport report = stamps
        ? migrator->stamp({longId()}, false, answers, quiet)
        : migrator->run(Graph::Direction::Upgrade, longId(), answers, quiet);
    QCOMPARE(answers.asked.size(), questions);
    QCOMPARE(report.succeeded(), succeeds);
    QCOMPARE(rows(*migrator), succeeds ? QStringList {longId()} : QStringList());
    if (!succeeds) {
        QCOMPARE(report.error->code, ErrorCode::Refused);
        QVERIFY(report.done.isEmpty());
        QVERIFY(report.error->nextStep.contains(u"ALTER TABLE alembic_version ALTER COLUMN version_num TYPE"_s));
        return;
    }
    // there is room now: nobody is asked again
    Answers again(u"no"_s);
    QVERIFY(migrator->stamp({u"base"_s}, false, again, quiet).succeeded());
    QVERIFY(migrator->stamp({longId()}, false, again, quiet).succeeded());
    QVERIFY(again.asked.isEmpty());
}

void TestStamp::aPreviewWarnsOfALongId()
{
    m_folder->add({.id = longId(), .down = {u"b2"_s}});
    const auto migrator = open(m_cluster.createDatabase());
    const Result<Plan::Preview> preview = migrator->preview(Graph::Direction::Upgrade, longId());
    QVERIFY(preview);
    QCOMPARE(preview->warnings.size(), 1);
    QVERIFY(preview->warnings[0].message.contains(longId()));
    const Result<Plan::Preview> offline = migrator->offline(Graph::Direction::Upgrade, longId());
    QVERIFY(offline);
    QCOMPARE(offline->warnings.size(), 1);
    QVERIFY(offline->warnings[0].nextStep.contains(u"VARCHAR(255);"_s));
    QVERIFY(migrator->preview(Graph::Direction::Upgrade, u"b2"_s)->warnings.isEmpty());
}

void TestStamp::aNewerRowStopsTheStamp()
{
    const QString url = m_cluster.createDatabase();
    const QString name = Database::DatabaseUrl::parse(url)->database();
    const auto migrator = open(url);
    QVERIFY(stamp(*migrator, {u"a1"_s}).succeeded());
    m_onEvent = [&](const Runner::RunEvent &event) {
        m_onEvent = {};
        if (std::holds_alternative<Runner::RunStarted>(event)) // Alembic takes no lock
            QVERIFY(m_cluster.run(name, u"UPDATE alembic_version SET version_num = 'c3'"_s));
    };
    const Runner::RunReport report = stamp(*migrator, {u"b2"_s});
    QVERIFY(!report.succeeded());
    QCOMPARE(report.error->code, ErrorCode::Conflict);
    QCOMPARE(rows(*migrator), QStringList {u"c3"_s});
}

QTEST_GUILESS_MAIN(TestStamp)
#include "tst_stamp.moc"
