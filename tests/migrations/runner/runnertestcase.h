#pragma once

#include "migrations/database/connection.h"
#include "migrations/project/migrator.h"
#include "tests/migrations/project/projectfolder.h"
#include "tests/support/postgresqlcluster.h"
#include "tests/support/testcase.h"

#include <future>
#include <mutex>

/// A test of runs on real databases: a project in a folder, a PostgreSQL cluster, runs on threads of
/// their own with their events, and sessions that are in their way.
class RunnerTestCase : public TestCase
{
    Q_OBJECT

protected:
    /// A run under way; the events may be looked at from any thread.
    class Running final
    {
    public:
        [[nodiscard]] Migrations::Runner::RunReport report() { return m_report.get(); }
        [[nodiscard]] bool isDone() const
        {
            return m_report.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
        }
        void cancel() { m_cancel.cancel(); }
        template<class Event>
        [[nodiscard]] QList<Event> only() const
        {
            const std::lock_guard lock(m_mutex);
            QList<Event> found;
            for (const Migrations::Runner::RunEvent &event : m_events) {
                if (const auto *wanted = std::get_if<Event>(&event))
                    found << *wanted;
            }
            return found;
        }

        /// what was asked
        [[nodiscard]] QStringList questions() const
        {
            const std::lock_guard lock(m_mutex);
            return m_questions;
        }

    private:
        friend class RunnerTestCase;
        mutable std::mutex m_mutex;
        QStringList m_questions;
        QList<Migrations::Runner::RunEvent> m_events;
        Migrations::CancelToken m_cancel;
        std::future<Migrations::Runner::RunReport> m_report;
    };

    [[nodiscard]] bool startCluster();
    /// A fresh project; `url` of a fresh database.
    void makeProject(const QString &database);
    /// rows "SQLite" and "PostgreSQL" with the column "database"
    static void databases();

    [[nodiscard]] const QString &url() const { return m_url; }
    [[nodiscard]] bool isSqlite() const { return m_url.startsWith(QStringLiteral("sqlite")); }
    [[nodiscard]] ProjectFolder &folder() { return *m_folder; }
    [[nodiscard]] PostgresqlCluster &cluster() { return m_cluster; }
    /// a revision after the last one
    void add(const QString &id, const QStringList &upgrade, const QStringList &downgrade = {});

    /// Runs from now on are dry ones.
    void setDryRun(bool isDry) { m_isDryRun = isDry; }
    /// Questions are answered with no from now on, and kept.
    void answerNo() { m_answer = Migrations::FixedAnswers::Answer::No; }
    /// On a thread of its own, with its own connection.
    [[nodiscard]] std::unique_ptr<Running> start(const QString &target = QStringLiteral("head"),
        const Migrations::Runner::Patience &patience = {},
        Migrations::Graph::Direction direction = Migrations::Graph::Direction::Upgrade);
    [[nodiscard]] Migrations::Runner::RunReport run(const QString &target = QStringLiteral("head"),
        const Migrations::Runner::Patience &patience = {});
    [[nodiscard]] std::unique_ptr<Migrations::Database::Connection> connect() const;
    /// the first value of the answer; fails the test without one
    [[nodiscard]] QVariant value(Migrations::Database::Connection &connection, const QString &sql) const;
    [[nodiscard]] QStringList tables() const;

private:
    PostgresqlCluster m_cluster;
    std::unique_ptr<ProjectFolder> m_folder;
    QString m_url;
    QStringList m_last;
    bool m_isDryRun = false;
    Migrations::FixedAnswers::Answer m_answer = Migrations::FixedAnswers::Answer::Yes;
};
