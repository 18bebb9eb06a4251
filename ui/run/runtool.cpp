#include "ui/run/runtool.h"

#include "ui/questions/dialogs.h"
#include "ui/run/confirmations.h"
#include "ui/run/runlog.h"
#include "ui/style/icons.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QTimer>

using namespace Migrations;
using Graph::Direction;

namespace Workbench {

namespace {

constexpr std::chrono::milliseconds tick {200};

struct ProgressUpdate {
    RunProgress &progress;

    void operator()(const Runner::RunStarted &event) const { progress.steps = event.steps; }
    void operator()(const Runner::StepStarted &event) const
    {
        progress.step = event.index + 1;
        progress.revision = event.text;
        progress.statement.clear();
    }
    void operator()(const Runner::StatementStarted &event) const { progress.statement = event.sql.simplified(); }
    template<class Other>
    void operator()(const Other &) const
    {
    }
};

} // namespace

RunTool::RunTool(Workspace &workspace, Dialogs &dialogs, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_dialogs(dialogs), m_ticker(new QTimer(this))
{
    createActions();
    m_ticker->setInterval(tick);
    connect(m_ticker, &QTimer::timeout, this, [this] {
        m_progress.elapsed = std::chrono::milliseconds(m_clock.elapsed());
        emit changed();
    });
    connect(&workspace, &Workspace::statusChanged, this, &RunTool::updateActions);
    connect(&workspace, &Workspace::projectChanged, this, [this] {
        if (!m_workspace.project())
            dismissReport();
        updateActions();
    });
    connect(&workspace, &Workspace::goalChanged, this, &RunTool::updateActions);
    connect(&workspace, &Workspace::loadingChanged, this, &RunTool::updateActions);
    connect(&workspace, &Workspace::runRequested, this, &RunTool::begin);
    updateActions();
}

RunTool::~RunTool() = default;

void RunTool::createActions()
{
    const auto make = [this](const char16_t *drawing, const QString &text, const char16_t *name, IconTone tone) {
        auto *action = new QAction(icon(QString(QStringView(drawing)), tone), text, this);
        action->setObjectName(QString(QStringView(name)));
        return action;
    };
    m_preview = make(u"preview", tr("&Preview SQL"), u"actionPreview", IconTone::Normal);
    m_preview->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_apply = make(u"apply", tr("&Apply"), u"actionApply", IconTone::OnAccent);
    m_apply->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    m_rollBack = make(u"rollback", tr("&Roll Back…"), u"actionRollBack", IconTone::Normal);
    m_rollBack->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace);
    m_cancel = make(u"cancel", tr("&Cancel Run"), u"actionCancel", IconTone::Error);
    m_cancel->setShortcut(Qt::CTRL | Qt::Key_Period);
    connect(m_preview, &QAction::triggered, this, [this] { m_workspace.showPreview(Direction::Upgrade); });
    connect(m_apply, &QAction::triggered, this, [this] { begin(Direction::Upgrade); });
    connect(m_rollBack, &QAction::triggered, this, [this] { begin(Direction::Downgrade); });
    connect(m_cancel, &QAction::triggered, this, &RunTool::cancel);
}

QString RunTool::reasonNotTo(Direction direction) const
{
    if (!m_workspace.project())
        return tr("No project is open.");
    if (!m_workspace.status())
        return tr("There is no connection to the database.");
    if (m_session || m_preflight.isRunning())
        return tr("A run is under way.");
    if (!m_workspace.status()->unknownRows.isEmpty())
        return tr("The database is at a revision that this project does not have.");
    if (direction == Direction::Upgrade && m_workspace.pendingCount() == 0)
        return tr("Nothing is pending: the database is at the newest revision.");
    if (direction == Direction::Downgrade && m_workspace.status()->rows.isEmpty())
        return tr("No revision is applied.");
    return {};
}

int RunTool::stepsTo(const Goal &goal) const
{
    const Graph::RevisionGraph &graph = m_workspace.project()->graph();
    const QStringList rows = m_workspace.status()->rows;
    const auto steps = goal.direction == Direction::Upgrade ? graph.upgrade(rows, goal.target)
                                                            : graph.downgrade(rows, goal.target);
    return steps ? int(steps->size()) : 0;
}

void RunTool::updateActions()
{
    const QString noApply = reasonNotTo(Direction::Upgrade);
    const Goal up = m_workspace.goal(Direction::Upgrade);
    const int steps = noApply.isEmpty() ? stepsTo(up) : 0;
    m_apply->setEnabled(noApply.isEmpty());
    m_apply->setIconText(steps > 0 ? tr("Apply %n", nullptr, steps) : tr("Apply"));
    m_apply->setToolTip(!noApply.isEmpty()   ? noApply
            : up.target == u"heads"          ? tr("Apply %n revision(s), up to the newest", nullptr, steps)
                                             : tr("Apply %n revision(s), up to %1", nullptr, steps).arg(up.target));
    const QString noRollBack = reasonNotTo(Direction::Downgrade);
    const Goal down = m_workspace.goal(Direction::Downgrade);
    m_rollBack->setEnabled(noRollBack.isEmpty());
    m_rollBack->setToolTip(!noRollBack.isEmpty() ? noRollBack
            : down.target == u"-1"               ? tr("Roll back the current revision")
                                                 : tr("Roll back to %1").arg(down.target));
    m_preview->setEnabled(m_workspace.project() != nullptr);
    m_cancel->setEnabled(m_session && !m_progress.isCanceling);
    m_cancel->setVisible(m_session != nullptr);
    for (QAction *action : {m_apply, m_rollBack})
        action->setStatusTip(action->toolTip());
    emit changed();
}

void RunTool::begin(Direction direction)
{
    if (!reasonNotTo(direction).isEmpty())
        return;
    dismissReport();
    const Goal goal = m_workspace.goal(direction);
    const auto job = [goal](Migrator &migrator) { return migrator.preview(goal.direction, goal.target); };
    m_preflight.start(m_workspace.thread().query(job), this,
        [this, goal](const Result<Plan::Preview> &preview) { confirm(goal, preview); });
    updateActions();
}

void RunTool::confirm(const Goal &goal, const Result<Plan::Preview> &preview)
{
    updateActions();
    if (!preview) {
        finish({.rowsBefore = {}, .rowsAfter = {}, .done = {}, .error = preview.error()});
        return;
    }
    const auto confirmation = confirmationFor(goal, *preview, m_workspace.databaseName());
    if (!confirmation) {
        start(goal);
        return;
    }
    m_dialogs.confirm(*confirmation, this, [this, goal](bool accepted) {
        if (accepted && reasonNotTo(goal.direction).isEmpty())
            start(goal);
    });
}

void RunTool::start(const Goal &goal)
{
    m_progress = {.direction = goal.direction};
    m_session = new RunSession(m_workspace.thread(), this);
    connect(m_session, &RunSession::events, this, &RunTool::take);
    connect(m_session, &RunSession::asked, this, &RunTool::ask);
    connect(m_session, &RunSession::questionWithdrawn, this, [this] { m_dialogs.withdrawScriptQuestion(); });
    connect(m_session, &RunSession::finished, this, &RunTool::finish);
    m_workspace.setRunning(true);
    m_clock.start();
    m_ticker->start();
    m_session->start(goal);
    updateActions();
}

void RunTool::take(const QList<Runner::RunEvent> &events)
{
    QList<LogEntry> entries;
    for (const Runner::RunEvent &event : events) {
        std::visit(ProgressUpdate {m_progress}, event);
        if (std::optional<LogEntry> entry = logEntry(event))
            entries << *entry;
    }
    m_workspace.log(entries);
    emit changed();
}

void RunTool::ask(const Question &question)
{
    m_workspace.log({LogEntry {.level = LogLevel::Question, .text = question.text.trimmed()}});
    m_dialogs.askForScript(question, this, [this](const std::optional<QString> &answer) {
        if (!m_session)
            return;
        if (answer)
            m_session->answer(*answer);
        else
            cancel();
    });
}

void RunTool::cancel()
{
    if (!m_session)
        return;
    m_progress.isCanceling = true;
    m_session->cancel();
    updateActions();
}

void RunTool::finish(const Runner::RunReport &report)
{
    if (m_session) {
        m_session->deleteLater();
        m_session = nullptr;
    }
    m_ticker->stop();
    m_report = report;
    m_workspace.log({LogEntry {.level = report.succeeded() ? LogLevel::Success : LogLevel::Error, .text = outcome()}});
    m_workspace.setRunning(false);
    m_workspace.refresh();
    updateActions();
}

QString RunTool::outcome() const
{
    return m_report ? outcomeText(*m_report, m_progress.direction) : QString();
}

void RunTool::dismissReport()
{
    if (!m_report)
        return;
    m_report.reset();
    emit changed();
}

} // namespace Workbench
