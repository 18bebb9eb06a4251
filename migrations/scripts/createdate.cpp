#include "migrations/scripts/createdate.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Migrations::Scripts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// only a zone of the database; Qt also takes offsets such as "UTC+01:00", which Alembic refuses
QTimeZone zoneNamed(const QString &name)
{
    const bool isOffset = name.startsWith("UTC+"_L1) || name.startsWith("UTC-"_L1);
    const QByteArray id = name.toUtf8();
    return !isOffset && QTimeZone::isTimeZoneIdAvailable(id) ? QTimeZone(id) : QTimeZone();
}

QString offsetText(int seconds)
{
    const int size = std::abs(seconds);
    QString text = u"%1%2:%3"_s.arg(QChar(seconds < 0 ? u'-' : u'+'))
                       .arg(size / 3600, 2, 10, QChar(u'0'))
                       .arg(size / 60 % 60, 2, 10, QChar(u'0'));
    if (size % 60 != 0)
        text += u":%1"_s.arg(size % 60, 2, 10, QChar(u'0'));
    return text;
}

} // namespace

CreateDate::CreateDate(const QDateTime &moment, int microseconds, bool hasZone)
    : m_moment(moment)
    , m_microseconds(microseconds)
    , m_hasZone(hasZone)
{
}

Result<CreateDate> CreateDate::now(const QString &timezone)
{
    using namespace std::chrono;
    const auto sinceEpoch = duration_cast<std::chrono::microseconds>(system_clock::now().time_since_epoch());
    const int fraction = int(sinceEpoch.count() % 1'000'000);
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count() / 1000);
    if (timezone.isEmpty())
        return CreateDate(moment, fraction, false);
    QTimeZone zone = zoneNamed(timezone);
    if (!zone.isValid())
        zone = zoneNamed(timezone.toUpper());
    if (!zone.isValid())
        return failure(ErrorCode::NotFound, u"Can't locate timezone: %1"_s.arg(timezone),
            Tr::tr("Write a name of the time zone database, such as UTC or Europe/Berlin, or leave timezone empty."));
    return CreateDate(moment.toTimeZone(zone), fraction, true);
}

QString CreateDate::toString(QChar separator) const
{
    QString text = m_moment.date().toString(Qt::ISODate) + separator + m_moment.time().toString(u"HH:mm:ss"_s);
    if (m_microseconds != 0)
        text += u".%1"_s.arg(m_microseconds, 6, 10, QChar(u'0'));
    return m_hasZone ? text + offsetText(m_moment.offsetFromUtc()) : text;
}

qint64 CreateDate::epoch() const
{
    return m_moment.toSecsSinceEpoch();
}

} // namespace Migrations::Scripts
