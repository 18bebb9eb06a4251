#include "ui/run/confirmations.h"

#include "ui/run/dataloss.h"
#include "ui/run/runlog.h"

#include <QCoreApplication>

using namespace Migrations;
using Graph::Direction;

namespace Workbench {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Workbench::Confirmations)
};

constexpr qsizetype shownLines = 8;

QString listOf(QStringList lines)
{
    const qsizetype more = lines.size() - shownLines;
    if (more > 0)
        lines = lines.first(shownLines) << Tr::tr("… and %n more", nullptr, int(more));
    for (QString &line : lines)
        line.prepend(QStringLiteral("•  "));
    return lines.join(u'\n');
}

QStringList revisionsOf(const Plan::Preview &preview)
{
    QStringList lines;
    for (const Plan::PlannedStep &step : preview.steps)
        lines << (step.doc.isEmpty() ? step.step.revision : QString(step.step.revision + u' ' + step.doc.simplified()));
    return lines;
}

} // namespace

std::optional<Confirmation> confirmationFor(const Goal &goal, const Plan::Preview &preview, const QString &database)
{
    const QStringList losses = dataLosses(preview);
    const bool back = goal.direction == Direction::Downgrade;
    if (!back && losses.isEmpty() && !preview.error)
        return {};
    const int steps = int(preview.steps.size());
    QStringList details;
    if (!preview.steps.isEmpty())
        details << listOf(revisionsOf(preview));
    if (!losses.isEmpty())
        details << Tr::tr("Data will be lost:") + u'\n' + listOf(losses);
    if (preview.error)
        details << Tr::tr("Not everything could be previewed: %1").arg(preview.error->message);
    const QString title = back ? Tr::tr("Roll back") : Tr::tr("Apply");
    const QString text = preview.error ? (back ? Tr::tr("Roll back on %1?") : Tr::tr("Apply on %1?")).arg(database)
        : back                         ? Tr::tr("Roll back %n revision(s) on %1?", nullptr, steps).arg(database)
                                       : Tr::tr("Apply %n revision(s) on %1?", nullptr, steps).arg(database);
    return Confirmation {.title = title, .text = text, .details = details.join(QStringLiteral("\n\n")), .accept = title,
        .isDangerous = !losses.isEmpty() || preview.error.has_value()};
}

QString outcomeText(const Runner::RunReport &report, Direction direction)
{
    const int done = int(report.done.size());
    const bool back = direction == Direction::Downgrade;
    if (report.succeeded()) {
        const QString elapsed = durationText(report.elapsed);
        return back ? Tr::tr("Rolled back %n revision(s) in %1.", nullptr, done).arg(elapsed)
                    : Tr::tr("Applied %n revision(s) in %1.", nullptr, done).arg(elapsed);
    }
    const bool canceled = report.error->code == ErrorCode::Canceled;
    if (done == 0) {
        return canceled ? Tr::tr("Cancelled. The database is as it was before.")
                        : Tr::tr("Stopped by an error. The database is as it was before.");
    }
    if (canceled)
        return Tr::tr("Cancelled. %n revision(s) had been committed before and stay.", nullptr, done);
    return Tr::tr("Stopped by an error. %n revision(s) had been committed before and stay.", nullptr, done);
}

} // namespace Workbench
