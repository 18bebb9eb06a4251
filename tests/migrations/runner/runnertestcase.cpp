#include "tests/migrations/runner/runnertestcase.h"

using namespace Migrations;
using namespace Qt::StringLiterals;

namespace {

/// Answers alike, and hands every question on.
class HeardAnswers final : public Questions
{
public:
    HeardAnswers(FixedAnswers::Answer answer, std::function<void(const QString &)> hear)
        : m_answers(answer)
        , m_hear(std::move(hear))
    {
    }
    Result<QString> ask(const Question &question) override
    {
        m_hear(question.text);
        return m_answers.ask(question);
    }

private:
    FixedAnswers m_answers;
    std::function<void(const QString &)> m_hear;
};

} // namespace

bool RunnerTestCase::startCluster()
{
    return m_cluster.start();
}

void RunnerTestCase::makeProject(const QString &database)
{
    m_folder = std::make_unique<ProjectFolder>();
    m_url = database == u"sqlite" ? u"sqlite:///"_s + m_folder->database() : m_cluster.createDatabase();
    m_last.clear();
    m_isDryRun = false;
    m_answer = FixedAnswers::Answer::Yes;
}

void RunnerTestCase::databases()
{
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
}

void RunnerTestCase::add(const QString &id, const QStringList &upgrade, const QStringList &downgrade)
{
    m_folder->add({.id = id, .down = m_last, .upgrade = upgrade, .downgrade = downgrade});
    m_last = {id};
}

std::unique_ptr<RunnerTestCase::Running> RunnerTestCase::start(
    const QString &target, const Runner::Patience &patience, Graph::Direction direction)
{
    auto running = std::make_unique<Running>();
    running->m_report = std::async(std::launch::async,
        [running = running.get(), path = m_folder->path(), url = m_url, target, patience, direction,
            isDry = m_isDryRun, answer = m_answer] {
            const Result<std::shared_ptr<const Project>> project = Project::open(path);
            if (!project)
                qFatal("%s", qPrintable(project.error().toText()));
            Migrator migrator(*project, url);
            migrator.setPatience(patience);
            migrator.setDryRun(isDry);
            if (const Result<void> connected = migrator.connect(); !connected)
                return Runner::RunReport {.error = connected.error()};
            HeardAnswers answers(answer, [running](const QString &question) {
                const std::lock_guard lock(running->m_mutex);
                running->m_questions << question;
            });
            const auto sink = [running](const Runner::RunEvent &event) {
                const std::lock_guard lock(running->m_mutex);
                running->m_events << event;
            };
            return migrator.run(direction, target, answers, sink, running->m_cancel);
        });
    return running;
}

Runner::RunReport RunnerTestCase::run(const QString &target, const Runner::Patience &patience)
{
    return start(target, patience)->report();
}

std::unique_ptr<Database::Connection> RunnerTestCase::connect() const
{
    const Result<Database::DatabaseUrl> url = Database::DatabaseUrl::parse(m_url);
    if (!url)
        qFatal("%s", qPrintable(url.error().toText()));
    Result<std::unique_ptr<Database::Connection>> open = Database::Connection::open(*url);
    if (!open)
        qFatal("%s", qPrintable(open.error().toText()));
    return std::move(*open);
}

QVariant RunnerTestCase::value(Database::Connection &connection, const QString &sql) const
{
    const Result<Database::Rows> rows = connection.execute(sql);
    if (!rows)
        qFatal("%s", qPrintable(rows.error().toText()));
    return rows->rows.isEmpty() || rows->rows.front().isEmpty() ? QVariant() : rows->rows.front().front();
}

QStringList RunnerTestCase::tables() const
{
    const auto connection = connect();
    const QString sql = isSqlite()
        ? u"SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version' ORDER BY 1"_s
        : u"SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' "
          "ORDER BY 1"_s;
    QStringList names;
    const Result<Database::Rows> rows = connection->execute(sql);
    for (const QVariantList &row : rows ? rows->rows : QList<QVariantList>())
        names << row.front().toString();
    return names;
}
