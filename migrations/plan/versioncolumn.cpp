#include "migrations/plan/versioncolumn.h"

#include <QCoreApplication>

#include <algorithm>

namespace Migrations::Plan {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// the database counts code points, a QString UTF-16 units
qsizetype characters(const QString &text)
{
    return text.toUcs4().size();
}

} // namespace

QString VersionColumn::tooLong(const QList<Graph::Step> &steps) const
{
    QString longest;
    if (m_length <= 0 || m_sql.widen(m_length).isEmpty())
        return longest;
    for (const Graph::Step &step : steps) {
        for (const Graph::RowChange &change : step.rowChanges) {
            if (characters(change.to) > std::max<qsizetype>(m_length, characters(longest)))
                longest = change.to;
        }
    }
    return longest;
}

QString VersionColumn::explanation(const QString &revision) const
{
    return Tr::tr("The revision id %1 has %2 characters, and the column version_num of %3 takes %4.")
        .arg(revision, QString::number(characters(revision)), m_sql.name(), QString::number(m_length));
}

int VersionColumn::roomFor(const QString &revision)
{
    constexpr qsizetype Usual = 255;
    return int(std::max(Usual, characters(revision)));
}

} // namespace Migrations::Plan
