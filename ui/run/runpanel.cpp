#include "ui/run/runpanel.h"

#include "ui/run/runlog.h"
#include "ui/run/runtool.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Migrations;

namespace Workbench {

RunPanel::RunPanel(RunTool &tool, QWidget *parent)
    : QWidget(parent), m_tool(tool), m_strip(new QFrame(this)), m_icon(new QLabel(m_strip)),
      m_title(new QLabel(m_strip)), m_detail(new ElidedLabel(m_strip)), m_elapsed(new QLabel(m_strip)),
      m_bar(new QProgressBar(m_strip)), m_cancel(new QToolButton(m_strip)), m_close(new QToolButton(m_strip)),
      m_error(new Banner(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createStrip());
    layout->addWidget(m_error);
    connect(m_error, &Banner::sourceRequested, this, &RunPanel::sourceRequested);
    connect(&m_tool, &RunTool::changed, this, &RunPanel::update);
    update();
}

QWidget *RunPanel::createStrip()
{
    m_strip->setObjectName(QStringLiteral("runPanel"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setObjectName(QStringLiteral("runTitle"));
    m_detail->setFont(smaller(monospaceFont()));
    m_detail->setProperty("role", QStringLiteral("dim"));
    m_elapsed->setProperty("role", QStringLiteral("faint"));
    m_bar->setObjectName(QStringLiteral("runProgress"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(140);
    m_cancel->setDefaultAction(m_tool.cancelAction());
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancel->setProperty("role", QStringLiteral("button"));
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Close"));
    m_close->setProperty("role", QStringLiteral("quiet"));
    connect(m_close, &QToolButton::clicked, &m_tool, &RunTool::dismissReport);

    auto *layout = new QHBoxLayout(m_strip);
    layout->setContentsMargins(Metrics::margin, Metrics::tight, Metrics::tight + 2, Metrics::tight);
    layout->setSpacing(Metrics::gap);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_detail, 1);
    layout->addWidget(m_elapsed);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    layout->addWidget(m_close);
    return m_strip;
}

void RunPanel::update()
{
    const bool running = m_tool.isRunning();
    const bool reported = m_tool.report().has_value();
    setVisible(running || reported);
    for (QWidget *widget : {static_cast<QWidget *>(m_elapsed), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_cancel)})
        widget->setVisible(running);
    m_close->setVisible(!running);
    if (running)
        showProgress();
    else if (reported)
        showReport();
    if (!reported || running) {
        m_error->hide();
        m_errorShown = false;
    }
}

void RunPanel::showProgress()
{
    const RunProgress &progress = m_tool.progress();
    const bool back = progress.direction == Graph::Direction::Downgrade;
    m_icon->setPixmap(icon(back ? QStringLiteral("rollback") : QStringLiteral("apply"), IconTone::Accent)
                          .pixmap(QSize(Metrics::icon, Metrics::icon), devicePixelRatio()));
    if (progress.isCanceling)
        m_title->setText(tr("Cancelling…"));
    else if (progress.step == 0)
        m_title->setText(tr("Starting…"));
    else
        m_title->setText((back ? tr("Rolling back %1 of %2") : tr("Applying %1 of %2")).arg(progress.step).arg(progress.steps));
    m_detail->setText(progress.statement.isEmpty() ? progress.revision : progress.statement);
    m_elapsed->setText(durationText(progress.elapsed));
    m_bar->setRange(0, std::max(progress.steps, 1));
    m_bar->setValue(std::max(progress.step - 1, 0));
}

void RunPanel::showReport()
{
    const Runner::RunReport &report = *m_tool.report();
    const bool canceled = report.error && report.error->code == ErrorCode::Canceled;
    const QString drawing = report.succeeded() ? QStringLiteral("success")
        : canceled                             ? QStringLiteral("warning")
                                               : QStringLiteral("error");
    const IconTone tone = report.succeeded() ? IconTone::Success : canceled ? IconTone::Warning : IconTone::Error;
    m_icon->setPixmap(icon(drawing, tone).pixmap(QSize(Metrics::icon, Metrics::icon), devicePixelRatio()));
    m_title->setText(m_tool.outcome());
    m_detail->setText({});
    if (report.error && !canceled && !m_errorShown) {
        m_error->showError(*report.error);
        m_errorShown = true;
    }
}

} // namespace Workbench
