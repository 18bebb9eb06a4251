#include "migrations/runner/aftermath.h"

#include "migrations/database/connection.h"
#include "migrations/history/versiontable.h"
#include "migrations/runner/lostconnection.h"

#include <QSet>

namespace Migrations::Runner {

bool isSame(const QStringList &rows, const QStringList &others)
{
    return QSet<QString>(rows.cbegin(), rows.cend()) == QSet<QString>(others.cbegin(), others.cend());
}

CommitOutcome Aftermath::afterLostCommit(const QStringList &before, const QStringList &written)
{
    m_found = rowsAfterLosing(m_connection, m_table, m_cancel);
    if (!*m_found) {
        m_possible = {before, written};
        return CommitOutcome::Unknown;
    }
    return isSame(**m_found, written) ? CommitOutcome::Committed
        : isSame(**m_found, before)   ? CommitOutcome::RolledBack
                                      : CommitOutcome::Moved;
}

void Aftermath::writeTo(RunReport &report, const QStringList &settled)
{
    if (!m_found)
        m_found = m_table.read(m_connection);
    if (!*m_found && m_found->error().code == ErrorCode::Connection && m_possible.isEmpty())
        m_found = rowsAfterLosing(m_connection, m_table, m_cancel);
    if (*m_found) {
        report.rowsAfter = **m_found;
        return;
    }
    report.possibleRows = m_possible.isEmpty() ? QList<QStringList> {settled} : m_possible;
    if (!report.error)
        report.error = m_found->error();
}

} // namespace Migrations::Runner
