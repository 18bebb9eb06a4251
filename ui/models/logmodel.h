#pragma once

#include "ui/models/tablemodel.h"

#include <QDateTime>

namespace Workbench {

/// How much a line of the log matters.
enum class LogLevel { Statement, Info, Output, Question, Success, Warning, Error };

struct LogEntry {
    LogLevel level = LogLevel::Info;
    QString text; ///< may have several lines
    QDateTime at = QDateTime::currentDateTime();
};

/// What happened, in order. Grows at the end; the oldest entries go when there are too many.
class LogModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { Time, Text, ColumnCount };
    enum Role { LevelRole = Qt::UserRole, FullTextRole };

    explicit LogModel(QObject *parent = nullptr, int limit = 20000) : TableModel(parent), m_limit(limit) {}

    void append(const QList<LogEntry> &entries);
    void clear();
    /// one line per entry, with time and level, for the clipboard
    [[nodiscard]] QString toText() const;

private:
    [[nodiscard]] int rows() const override { return int(m_entries.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] QVariant headerCell(int column, int role) const override;

    void dropOldest(qsizetype incoming);

    QList<LogEntry> m_entries;
    int m_limit;
};

/// for people: "SQL", "info", "warning"…
[[nodiscard]] QString levelText(LogLevel level);

} // namespace Workbench
