#pragma once

#include "migrations/database/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Migrations::Inspection {

/// One row of a catalogue query, by column name. Refers to the rows, which must outlive it.
class Record final
{
public:
    Record(const Database::Rows &rows, qsizetype row)
        : m_rows(rows)
        , m_row(row)
    {
    }

    [[nodiscard]] QVariant value(const QString &column) const
    {
        return m_rows.rows.at(m_row).value(m_rows.columns.indexOf(column));
    }
    [[nodiscard]] QString text(const QString &column) const { return value(column).toString(); }
    [[nodiscard]] bool flag(const QString &column) const { return value(column).toBool(); }
    [[nodiscard]] int number(const QString &column) const { return value(column).toInt(); }
    /// a JSON array
    [[nodiscard]] QJsonArray array(const QString &column) const
    {
        return QJsonDocument::fromJson(value(column).toString().toUtf8()).array();
    }
    /// a JSON array of strings
    [[nodiscard]] QStringList list(const QString &column) const
    {
        QStringList texts;
        for (const QJsonValue &entry : array(column))
            texts << entry.toString();
        return texts;
    }

private:
    const Database::Rows &m_rows;
    qsizetype m_row;
};

} // namespace Migrations::Inspection
