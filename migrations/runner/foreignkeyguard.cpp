#include "migrations/runner/foreignkeyguard.h"

#include "migrations/database/connection.h"
#include "migrations/scripts/revisionsource.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// a file that cannot be read fails its step
bool mayRemakeTables(const Scripts::Revision *revision)
{
    const Result<QByteArray> source = revision ? Scripts::readSource(*revision) : Result<QByteArray>(QByteArray());
    return source && source->contains("batch_alter_table");
}

} // namespace

ForeignKeyGuard::~ForeignKeyGuard()
{
    turnOn();
}

void ForeignKeyGuard::turnOn()
{
    if (std::exchange(m_isOff, false))
        static_cast<void>(m_connection.execute(u"PRAGMA foreign_keys = ON"_s));
}

Result<void> ForeignKeyGuard::beforeBegin(const Scripts::ScriptDirectory &scripts, const QList<Graph::Step> &steps)
{
    if (m_connection.inTransaction())
        return {};
    turnOn();
    const Result<std::optional<bool>> on = areOn(m_connection);
    if (!on)
        return failure(on.error());
    const bool isNeeded = on->value_or(false) && std::ranges::any_of(steps, [&](const Graph::Step &step) {
        return mayRemakeTables(scripts.revision(step.revision));
    });
    return isNeeded ? turnOff() : Result<void>();
}

Result<std::optional<bool>> ForeignKeyGuard::areOn(Database::Connection &connection)
{
    if (connection.url().dialect() != u"sqlite")
        return std::optional<bool>();
    return connection.execute(u"PRAGMA foreign_keys"_s).transform([](const Database::Rows &rows) {
        return std::optional<bool>(!rows.rows.isEmpty() && rows.rows.constFirst().constFirst().toInt() != 0);
    });
}

Result<void> ForeignKeyGuard::turnOff()
{
    const Result<std::optional<bool>> before = areOn(m_connection);
    if (!before)
        return failure(before.error());
    if (!before->value_or(false))
        return {};
    if (const Result<Database::Rows> sent = m_connection.execute(u"PRAGMA foreign_keys = OFF"_s); !sent)
        return failure(sent.error());
    const Result<std::optional<bool>> now = areOn(m_connection);
    if (!now)
        return failure(now.error());
    if (now->value_or(false))
        return failure(ErrorCode::Refused, Tr::tr("Foreign keys cannot be turned off on this connection."),
            Tr::tr("End the transaction that is open on it, then run this again."));
    m_isOff = true;
    return ForeignKeyViolations::read(m_connection).transform([this](const ForeignKeyViolations &found) {
        m_before = found;
    });
}

Result<void> ForeignKeyGuard::check()
{
    if (!m_isOff)
        return {};
    return ForeignKeyViolations::read(m_connection).and_then([this](const ForeignKeyViolations &found) {
        return found.canBeCheckedAsIn(m_before).and_then([&] { return found.noneSince(m_before); });
    });
}

} // namespace Migrations::Runner
