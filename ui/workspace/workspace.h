#pragma once

#include "ui/models/logmodel.h"
#include "ui/models/timelinemodel.h"
#include "ui/tasks/databasethread.h"
#include "ui/tasks/onfinished.h"
#include "ui/tasks/runsession.h"

namespace Workbench {

/// What the parts of the window share: the project that is open, its database, where that stands,
/// and what the user looks at. The parts know this and not each other.
///
/// Lives in the window's thread. Opening and refreshing are asynchronous: the values change one
/// after the other (project, status, schema), each with its signal; a later request wins.
class Workspace final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workspace)

public:
    using ProjectPointer = std::shared_ptr<const Migrations::Project>;

    explicit Workspace(QObject *parent = nullptr);

    // what is open
    [[nodiscard]] const ProjectPointer &project() const { return m_project; }
    [[nodiscard]] QString path() const { return m_path; }
    /// the one that was given, else the project's; may be empty
    [[nodiscard]] QString url() const;
    /// for people, without the password; known before the database is reached
    [[nodiscard]] QString databaseName() const;
    [[nodiscard]] const std::optional<Migrations::Status> &status() const { return m_status; }
    [[nodiscard]] const std::optional<Migrations::Schema::Database> &schema() const { return m_schema; }
    /// why there is no project, no status or no schema
    [[nodiscard]] const std::optional<Migrations::Error> &problem() const { return m_problem; }

    // where it stands
    [[nodiscard]] RevisionState stateOf(const QString &revision) const;
    [[nodiscard]] QHash<QString, RevisionState> states() const;
    [[nodiscard]] int pendingCount() const;

    // what the user looks at
    [[nodiscard]] QString selected() const { return m_selected; }
    /// What Apply and Roll back would do now, and what the preview shows. Apply: up to the selected
    /// revision when it is pending, else to the heads. Roll back: one step, unless setGoal() said
    /// more about the revision that is selected.
    [[nodiscard]] Goal goal(Migrations::Graph::Direction direction) const;

    // work
    [[nodiscard]] DatabaseThread &thread() { return m_thread; }
    [[nodiscard]] bool isLoading() const { return m_load.isRunning(); }
    [[nodiscard]] bool isRunning() const { return m_running; }

    void open(const QString &path, const QString &url = {});
    void setUrl(const QString &url);
    void refresh();
    void select(const QString &revision);
    void setGoal(const Goal &goal);
    void setRunning(bool running);
    void log(const QList<LogEntry> &entries) { emit logged(entries); }
    void showSource(const Migrations::SourceLocation &at) { emit sourceRequested(at); }
    void showPreview(Migrations::Graph::Direction direction) { emit previewRequested(direction); }
    void run(Migrations::Graph::Direction direction) { emit runRequested(direction); }

signals:
    void projectChanged();
    void statusChanged(); ///< goals may have changed with it
    void schemaChanged();
    void problemChanged();
    void loadingChanged();
    void runningChanged();
    void selectionChanged();
    void goalChanged();

    void logged(const QList<LogEntry> &entries);
    void sourceRequested(const Migrations::SourceLocation &at);
    void previewRequested(Migrations::Graph::Direction direction);
    void runRequested(Migrations::Graph::Direction direction);

private:

    void loadProject();
    void loadStatus();
    void loadSchema();
    void setProblem(const std::optional<Migrations::Error> &problem);
    void logProblems();

    QString m_path;
    QString m_givenUrl;
    ProjectPointer m_project;
    std::optional<Migrations::Status> m_status;
    std::optional<Migrations::Schema::Database> m_schema;
    std::optional<Migrations::Error> m_problem;
    QString m_selected;
    std::optional<Goal> m_chosen;
    bool m_running = false;
    LastRequest m_load;
    DatabaseThread m_thread; // ends first, before anything that its jobs report to
};

} // namespace Workbench
