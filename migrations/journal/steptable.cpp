#include "migrations/journal/steptable.h"

#include "migrations/database/connection.h"
#include "migrations/dialects/dialect.h"
#include "migrations/history/versiontable.h"
#include "migrations/journal/actor.h"
#include "migrations/journal/moment.h"
#include "migrations/journal/recorder.h"
#include "migrations/scripts/checksums.h"

#include <QCoreApplication>
#include <QFile>

namespace Migrations::Journal {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString createText(const Database::DatabaseUrl &url, const QString &name)
{
    const QString identity = url.isSqlite() ? u"INTEGER PRIMARY KEY AUTOINCREMENT"_s
                                            : u"BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"_s;
    const QString moment = url.isSqlite() ? u"TEXT"_s : u"TIMESTAMP WITH TIME ZONE"_s;
    return u"CREATE TABLE %1 (id %2, done_at %3 NOT NULL, direction TEXT NOT NULL, revision TEXT NOT NULL, "
            "rows_before TEXT NOT NULL, rows_after TEXT NOT NULL, checksum TEXT NOT NULL, microseconds BIGINT NOT NULL, "
            "statements INTEGER NOT NULL, done_by TEXT NOT NULL, host TEXT NOT NULL, program TEXT NOT NULL)"_s
        .arg(name, identity, moment);
}

QString joined(const QStringList &rows)
{
    return rows.isEmpty() ? u""_s : rows.join(", "_L1);
}

QString checksumOf(const Scripts::Revision *revision)
{
    if (!revision)
        return u""_s;
    QFile file(revision->path);
    return file.open(QIODevice::ReadOnly) ? Scripts::Checksums::of(file.readAll()) : u""_s;
}

} // namespace

QString StepTable::tableName()
{
    return u"stillroom_journal"_s;
}

StepTable::StepTable(Database::Connection &connection, const Dialects::VersionTableName &versionTable,
    const Scripts::ScriptDirectory &scripts)
    : m_connection(connection)
    , m_sql(*Dialects::Dialect::byName(connection.url().dialect()),
          {.table = tableName(), .schema = versionTable.schema})
    , m_scripts(scripts)
    , m_begin(Clock::now())
{
}

void StepTable::take(const Runner::RunEvent &event)
{
    if (std::holds_alternative<Runner::StepStarted>(event)) {
        m_begin = Clock::now();
        m_statements = 0;
    }
    m_statements += std::holds_alternative<Runner::StatementStarted>(event) ? 1 : 0;
}

Result<void> StepTable::write(const Graph::Step &step)
{
    const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - m_begin);
    const Actor actor = Actor::current();
    const Scripts::Revision *revision = step.isStamp ? nullptr : m_scripts.revision(step.revision);
    const QString insert = u"INSERT INTO %1 (done_at, direction, revision, rows_before, rows_after, checksum, "
                            "microseconds, statements, done_by, host, program) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(m_sql.name());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QVariant moment = m_connection.url().isSqlite() ? QVariant(toText(now)) : QVariant(now);
    Result<void> done = History::VersionTable(m_sql)
                            .exists(m_connection)
                            .and_then([&](bool isThere) -> Result<Database::Rows> {
                                if (isThere)
                                    return Database::Rows();
                                return m_connection.execute(createText(m_connection.url(), m_sql.name()));
                            })
                            .and_then([&](const Database::Rows &) {
                                return m_connection.executePositional(insert,
                                    {moment, directionName(step), step.revision.isNull() ? u""_s : step.revision,
                                        joined(step.from), joined(step.to), checksumOf(revision), qint64(elapsed.count()),
                                        m_statements, actor.user, actor.host, actor.program});
                            })
                            .transform([](const Database::Rows &) {});
    if (!done)
        done.error().nextStep
            = Tr::tr("The step's row of %1 cannot be written. Grant the right, or run without the journal's table.")
                  .arg(m_sql.name());
    return done;
}

} // namespace Migrations::Journal
