#pragma once

#include "migrations/base/error.h"

#include <QDateTime>

namespace Migrations::Scripts {

/// The moment at which a revision is made, as Alembic writes and names files after it: local time
/// without a zone, or the time of a zone with its offset. Unlike QDateTime it has microseconds,
/// because Python prints them.
class CreateDate final
{
public:
    /// The beginning of 1970, so that a draft without a date is the same everywhere.
    CreateDate() = default;
    /// `moment` counts in milliseconds; `microseconds` are those of its second
    CreateDate(const QDateTime &moment, int microseconds, bool hasZone);

    /// Now, in a zone of the time zone database (`timezone` of the configuration, upper case is tried
    /// second as Alembic does) or, when it is empty, in local time. Errors: NotFound, "Can't locate
    /// timezone: …".
    [[nodiscard]] static Result<CreateDate> now(const QString &timezone);

    /// Python's str(): "2025-01-30 10:00:00.000123+01:00"; no fraction when there is none.
    [[nodiscard]] QString toString(QChar separator = u' ') const;
    [[nodiscard]] qint64 epoch() const; ///< whole seconds
    [[nodiscard]] const QDateTime &moment() const { return m_moment; }
    [[nodiscard]] int microseconds() const { return m_microseconds; }

private:
    QDateTime m_moment = QDateTime(QDate(1970, 1, 1), QTime(0, 0));
    int m_microseconds = 0;
    bool m_hasZone = false;
};

} // namespace Migrations::Scripts
