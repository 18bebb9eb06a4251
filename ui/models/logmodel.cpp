#include "ui/models/logmodel.h"

#include <QCoreApplication>

namespace Workbench {

QString levelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Statement: return QCoreApplication::translate("Workbench::LogModel", "SQL");
    case LogLevel::Info: return QCoreApplication::translate("Workbench::LogModel", "info");
    case LogLevel::Output: return QCoreApplication::translate("Workbench::LogModel", "script");
    case LogLevel::Question: return QCoreApplication::translate("Workbench::LogModel", "question");
    case LogLevel::Success: return QCoreApplication::translate("Workbench::LogModel", "done");
    case LogLevel::Warning: return QCoreApplication::translate("Workbench::LogModel", "warning");
    case LogLevel::Error: return QCoreApplication::translate("Workbench::LogModel", "error");
    }
    return {};
}

void LogModel::append(const QList<LogEntry> &entries)
{
    if (entries.isEmpty())
        return;
    dropOldest(entries.size());
    const QList<LogEntry> fitting = entries.size() > m_limit ? entries.last(m_limit) : entries;
    const int first = rows();
    beginInsertRows({}, first, first + int(fitting.size()) - 1);
    m_entries += fitting;
    endInsertRows();
}

void LogModel::dropOldest(qsizetype incoming)
{
    const qsizetype surplus = qMin(m_entries.size(), m_entries.size() + incoming - m_limit);
    if (surplus <= 0)
        return;
    beginRemoveRows({}, 0, int(surplus) - 1);
    m_entries.remove(0, surplus);
    endRemoveRows();
}

void LogModel::clear()
{
    if (m_entries.isEmpty())
        return;
    beginRemoveRows({}, 0, rows() - 1);
    m_entries.clear();
    endRemoveRows();
}

QString LogModel::toText() const
{
    QString text;
    for (const LogEntry &entry : m_entries) {
        text += QStringLiteral("%1  %2  %3\n")
                    .arg(entry.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")), levelText(entry.level), entry.text);
    }
    return text;
}

QVariant LogModel::cell(int row, int column, int role) const
{
    const LogEntry &entry = m_entries.at(row);
    switch (role) {
    case Qt::DisplayRole:
        if (column == Time)
            return entry.at.toString(QStringLiteral("HH:mm:ss.zzz"));
        return entry.text.simplified();
    case Qt::ToolTipRole: return column == Text ? QVariant(entry.text) : QVariant();
    case Qt::AccessibleTextRole: return tr("%1: %2").arg(levelText(entry.level), entry.text);
    case LevelRole: return QVariant::fromValue(entry.level);
    case FullTextRole: return entry.text;
    default: return {};
    }
}

QVariant LogModel::headerCell(int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return column == Time ? tr("Time") : tr("What happened");
}

} // namespace Workbench
