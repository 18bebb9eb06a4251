#include "app/cli/patienceoptions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Migrations;
using std::chrono::milliseconds;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Result<void> read(const Arguments &arguments, const QString &name, const std::function<void(milliseconds)> &set)
{
    if (!arguments.has(name))
        return {};
    return Runner::durationOf(arguments.text(name)).transform(set);
}

} // namespace

QList<Parameter> patienceParameters()
{
    using enum Parameter::Kind;
    const QString time = u"TIME"_s;
    return {{Value, u"lock-wait"_s, u"--lock-wait"_s, time,
                Tr::tr("How long to wait for another migrator and for locked tables (60s)")},
        {Flag, u"no-wait"_s, u"--no-wait"_s, {}, Tr::tr("Do not wait for another migrator or for a locked table"),
            u"lock-wait"_s},
        {Value, u"lock-timeout"_s, u"--lock-timeout"_s, time,
            Tr::tr("PostgreSQL: give a locked table up after so long and try the step again (300ms)")},
        {Value, u"statement-timeout"_s, u"--statement-timeout"_s, time,
            Tr::tr("PostgreSQL: stop a statement after so long")},
        {Value, u"transaction-timeout"_s, u"--transaction-timeout"_s, time,
            Tr::tr("PostgreSQL 17: stop a transaction after so long")}};
}

Result<Runner::Patience> patienceOf(const Arguments &arguments, const Runner::Patience &usual)
{
    Runner::Patience patience = usual;
    if (arguments.has(u"no-wait"_s))
        patience.lockWait = milliseconds(0);
    const Result<void> done
        = read(arguments, u"lock-wait"_s, [&](milliseconds time) { patience.lockWait = time; })
              .and_then([&] {
                  return read(arguments, u"lock-timeout"_s, [&](milliseconds time) { patience.lockTimeout = time; });
              })
              .and_then([&] {
                  return read(
                      arguments, u"statement-timeout"_s, [&](milliseconds time) { patience.statementTimeout = time; });
              })
              .and_then([&] {
                  return read(arguments, u"transaction-timeout"_s,
                      [&](milliseconds time) { patience.transactionTimeout = time; });
              });
    if (!done)
        return failure(done.error());
    return patience;
}

ExitCode exitCodeOf(const Runner::RunReport &report)
{
    if (report.succeeded())
        return ExitCode::Done;
    if (report.possibleRows.size() > 1)
        return ExitCode::Unknown;
    return report.error->code == ErrorCode::Locked ? ExitCode::Locked : ExitCode::Failed;
}

} // namespace Cli
