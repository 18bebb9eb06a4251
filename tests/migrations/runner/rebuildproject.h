#pragma once

#include "migrations/base/questions.h"
#include "migrations/database/connection.h"
#include "migrations/runner/runner.h"
#include "tests/migrations/project/projectfolder.h"

/// A project with one revision and a SQLite database that has foreign keys on, as an application has
/// them: what is there before is sent as it is, then the revision runs.
class RebuildProject final
{
public:
    /// statements; a failing one ends the test program
    explicit RebuildProject(const QStringList &before);

    /// the revision with these lines, up
    [[nodiscard]] Migrations::Runner::RunReport run(
        const QStringList &upgrade, Migrations::FixedAnswers::Answer answer = Migrations::FixedAnswers::Answer::Yes);

    /// what a preview on the same database says of it, without version rows
    [[nodiscard]] QStringList preview(const QStringList &upgrade);

    /// rows of a query as texts; NULL is "NULL"
    [[nodiscard]] QStringList rows(const QString &query);
    [[nodiscard]] QString value(const QString &query) { return rows(query).join(u' '); }
    /// CREATE text of an object
    [[nodiscard]] QString sql(const QString &name);
    [[nodiscard]] Migrations::Database::Connection &connection() { return *m_connection; }
    [[nodiscard]] const QStringList &sent() const { return m_sent; }
    [[nodiscard]] const QList<Migrations::Error> &warnings() const { return m_warnings; }
    [[nodiscard]] const QStringList &asked() const { return m_asked; }
    void onStatement(const std::function<void(const QString &sql)> &what) { m_onStatement = what; }
    void setDryRun(bool isDry) { m_isDryRun = isDry; }
    void setCancel(const Migrations::CancelToken &cancel) { m_cancel = cancel; }

private:
    ProjectFolder m_folder;
    std::unique_ptr<Migrations::Database::Connection> m_connection;
    QStringList m_sent;
    QStringList m_asked;
    QList<Migrations::Error> m_warnings;
    std::function<void(const QString &sql)> m_onStatement;
    Migrations::CancelToken m_cancel;
    bool m_isDryRun = false;
};
