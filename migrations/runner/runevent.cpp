#include "migrations/runner/runevent.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString secondsText(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000, 'f', 1);
}

} // namespace

QString LockHolder::toString() const
{
    QStringList who;
    for (const QString &part : {user, application, client}) {
        if (!part.isEmpty())
            who << part;
    }
    QString text = who.isEmpty() ? Tr::tr("process %1").arg(process)
                                 : Tr::tr("process %1 (%2)").arg(QString::number(process), who.join(u", "_s));
    if (!since.isEmpty())
        text = Tr::tr("%1 since %2").arg(text, since);
    return query.isEmpty() ? text : text + u": " + query;
}

QString LockWaiting::toString() const
{
    const QString what = object.isEmpty() ? Tr::tr("another migrator of this database") : object;
    QStringList who;
    for (const LockHolder &holder : holders)
        who << holder.toString();
    return who.isEmpty()
        ? Tr::tr("Waiting since %1 s for %2.").arg(secondsText(waited), what)
        : Tr::tr("Waiting since %1 s for %2, held by %3").arg(secondsText(waited), what, who.join(u"; "_s));
}

QString StatementProgress::toString() const
{
    if (total <= 0)
        return phase;
    return Tr::tr("%1: %2 of %3 (%4 %)")
        .arg(phase, QString::number(done), QString::number(total), QString::number(100 * done / total));
}

QString StepRetried::toString() const
{
    return Tr::tr("Rolled back, because somebody else held a lock; once more in %1 s: %2")
        .arg(secondsText(pause), error.message);
}

QString StatementMeasured::toString() const
{
    QStringList parts;
    for (const RelationLock &lock : locks)
        parts << lock.relation + u' ' + lock.mode;
    if (!rewritten.isEmpty())
        parts << Tr::tr("rewrites %1").arg(rewritten.join(u", "_s));
    if (rowsRead > 0)
        parts << Tr::tr("reads %n row(s)", nullptr, int(std::min<qint64>(rowsRead, std::numeric_limits<int>::max())));
    if (walBytes > 0)
        parts << Tr::tr("writes %1 of log").arg(QLocale::c().formattedDataSize(walBytes));
    return parts.join(u"; "_s);
}

QString PlanChanged::toString() const
{
    return Tr::tr("Somebody else has brought the database to %1; steps left: %2")
        .arg(rows.isEmpty() ? Tr::tr("base") : rows.join(u", "_s), QString::number(steps));
}

} // namespace Migrations::Runner
