#include "migrations/standardlibrary/temporal.h"

#include "migrations/python/builtins.h"
#include "migrations/standardlibrary/timedeltas.h"

#include <QDateTime>
#include <QTimeZone>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

constexpr qint64 Day = TimedeltaObject::Day;
constexpr qint64 JulianDayZero = 1'721'425; ///< the day before 0001-01-01

Moment momentOf(Interpreter &interpreter, const QVariant &value)
{
    Moment moment;
    if (value.typeId() != QMetaType::QTime)
        moment.day = Moment::dayOf(value.toDate());
    if (value.typeId() != QMetaType::QDate)
        moment.microseconds = qint64(value.toTime().msecsSinceStartOfDay()) * 1000;
    if (value.typeId() == QMetaType::QDateTime) {
        const QDateTime when = value.toDateTime();
        if (when.timeSpec() == Qt::UTC || when.timeSpec() == Qt::OffsetFromUTC)
            moment.zone = interpreter.make<TimezoneObject>(when.offsetFromUtc(), QString());
    }
    return moment;
}

TemporalObject::Kind kindOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QDate    ? TemporalObject::Kind::Date
        : value.typeId() == QMetaType::QTime ? TemporalObject::Kind::Time
                                             : TemporalObject::Kind::DateTime;
}

} // namespace

// TimezoneObject

QString TimezoneObject::text() const
{
    if (!name.isEmpty())
        return name;
    return offset == 0 ? QStringLiteral("UTC") : QStringLiteral("UTC") + offsetText(offset, QStringLiteral(":"));
}

QString TimezoneObject::repr(Interpreter &interpreter)
{
    if (offset == 0 && name.isEmpty())
        return QStringLiteral("datetime.timezone.utc");
    TimedeltaObject delta(offset * TimedeltaObject::Second);
    return QStringLiteral("datetime.timezone(%1%2)")
        .arg(delta.repr(interpreter), name.isEmpty() ? QString() : QStringLiteral(", ") + interpreter.repr(Value(name)));
}

bool TimezoneObject::equals(Interpreter &, const Value &other)
{
    const auto *zone = other.as<TimezoneObject>();
    return zone && zone->offset == offset;
}

std::optional<QString> TimezoneObject::hashKey(Interpreter &)
{
    return QStringLiteral("z%1").arg(offset);
}

std::optional<Value> TimezoneObject::attribute(Interpreter &interpreter, const QString &member)
{
    if (member == u"utc")
        return Value(interpreter.make<TimezoneObject>(0, QString()));
    const bool givesName = member == u"tzname";
    if (!givesName && member != u"utcoffset" && member != u"dst")
        return std::nullopt;
    return Value(interpreter.make<Builtin>(member, [this, member](Interpreter &inner, const Arguments &) -> Value {
        if (member == u"dst")
            return {};
        return member == u"tzname" ? Value(text()) : makeTimedelta(inner, offset * TimedeltaObject::Second);
    }));
}

QString offsetText(int seconds, const QString &separator)
{
    const int size = std::abs(seconds);
    QString text = QStringLiteral("%1%2%3%4")
                       .arg(QChar(seconds < 0 ? u'-' : u'+'))
                       .arg(size / 3600, 2, 10, QChar(u'0'))
                       .arg(separator)
                       .arg(size / 60 % 60, 2, 10, QChar(u'0'));
    if (size % 60 != 0)
        text += separator + QStringLiteral("%1").arg(size % 60, 2, 10, QChar(u'0'));
    return text;
}

TimezoneObject *zoneArgument(Interpreter &interpreter, const Value &zone)
{
    if (zone.isNone())
        return nullptr;
    if (zone.as<Opaque>())
        static_cast<void>(interpreter.str(zone)); // says where it comes from
    auto *known = zone.as<TimezoneObject>();
    if (!known)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("tzinfo argument must be None or of a tzinfo subclass, not type '%1'")
                .arg(Interpreter::typeName(zone)));
    return known;
}

// Moment

QDate Moment::date() const
{
    return QDate::fromJulianDay(day + JulianDayZero);
}

qint64 Moment::dayOf(const QDate &date)
{
    return date.toJulianDay() - JulianDayZero;
}

qint64 Moment::total() const
{
    return (day - 1) * Day + microseconds - (zone ? zone->offset * TimedeltaObject::Second : 0);
}

Moment Moment::fromTotal(qint64 total, TimezoneObject *zone)
{
    const qint64 local = total + (zone ? zone->offset * TimedeltaObject::Second : 0);
    const qint64 days = local >= 0 ? local / Day : -((-local + Day - 1) / Day);
    return {.day = days + 1, .microseconds = local - days * Day, .zone = zone};
}

Value makeTemporal(Interpreter &interpreter, TemporalObject::Kind kind, const Moment &moment)
{
    constexpr qint64 LastDay = 3'652'059; // 9999-12-31
    if (moment.day < 1 || moment.day > LastDay)
        interpreter.raise(QStringLiteral("OverflowError"), QStringLiteral("date value out of range"));
    return Value(interpreter.make<TemporalObject>(kind, moment));
}

// TemporalObject

TemporalObject::TemporalObject(Interpreter &interpreter, const QVariant &value)
    : kind(kindOf(value))
    , moment(momentOf(interpreter, value))
{
}

QVariant TemporalObject::toVariant(Interpreter &interpreter) const
{
    if (kind == Kind::Date)
        return moment.date();
    if (moment.microseconds % 1000 != 0)
        interpreter.unsupported(QStringLiteral("a time with microseconds in a statement"));
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(moment.microseconds / 1000));
    if (kind == Kind::Time) {
        if (moment.zone)
            interpreter.unsupported(QStringLiteral("a time with a time zone in a statement"));
        return time;
    }
    const QDateTime when = !moment.zone ? QDateTime(moment.date(), time)
        : moment.zone->offset == 0      ? QDateTime(moment.date(), time, QTimeZone::UTC)
                                   : QDateTime(moment.date(), time, QTimeZone(moment.zone->offset));
    // an hour that the clocks of this machine skip
    if (when.date() != moment.date() || when.time() != time)
        interpreter.unsupported(QStringLiteral("this moment in the time zone of this computer"));
    return when;
}

QString TemporalObject::typeName() const
{
    return kind == Kind::Date ? QStringLiteral("datetime.date")
        : kind == Kind::Time  ? QStringLiteral("datetime.time")
                              : QStringLiteral("datetime.datetime");
}

QString TemporalObject::text(QChar separator, const QString &precision) const
{
    const QString date = kind == Kind::Time ? QString() : moment.date().toString(Qt::ISODate);
    if (kind == Kind::Date)
        return date;
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QChar(u'0')); };
    QString time = two(moment.hour());
    if (precision != u"hours")
        time += u':' + two(moment.minute());
    if (precision != u"hours" && precision != u"minutes")
        time += u':' + two(moment.second());
    if (precision == u"milliseconds")
        time += QStringLiteral(".%1").arg(moment.microsecond() / 1000, 3, 10, QChar(u'0'));
    else if (precision == u"microseconds" || (precision == u"auto" && moment.microsecond() != 0))
        time += QStringLiteral(".%1").arg(moment.microsecond(), 6, 10, QChar(u'0'));
    if (moment.zone)
        time += offsetText(moment.zone->offset, QStringLiteral(":"));
    return kind == Kind::Time ? time : date + separator + time;
}

QString TemporalObject::repr(Interpreter &interpreter)
{
    QStringList parts;
    if (kind != Kind::Time) {
        const QDate date = moment.date();
        for (const int part : {date.year(), date.month(), date.day()})
            parts << QString::number(part);
    }
    if (kind != Kind::Date) {
        parts << QString::number(moment.hour()) << QString::number(moment.minute());
        if (moment.second() != 0 || moment.microsecond() != 0)
            parts << QString::number(moment.second());
        if (moment.microsecond() != 0)
            parts << QString::number(moment.microsecond());
        if (moment.zone)
            parts << QStringLiteral("tzinfo=") + moment.zone->repr(interpreter);
    }
    return QStringLiteral("%1(%2)").arg(typeName(), parts.join(QStringLiteral(", ")));
}

bool TemporalObject::equals(Interpreter &, const Value &other)
{
    const auto *temporal = other.as<TemporalObject>();
    return temporal && temporal->kind == kind && bool(temporal->moment.zone) == bool(moment.zone)
        && temporal->moment.total() == moment.total();
}

std::optional<QString> TemporalObject::hashKey(Interpreter &)
{
    return QStringLiteral("d%1:%2:%3").arg(int(kind)).arg(moment.total()).arg(int(moment.zone != nullptr));
}

std::optional<Value> TemporalObject::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    const auto *temporal = other.as<TemporalObject>();
    if (!temporal || op == Comparison::Equal || op == Comparison::NotEqual)
        return std::nullopt;
    const bool isMixed = temporal->kind != kind;
    if (isMixed)
        return std::nullopt;
    if (bool(temporal->moment.zone) != bool(moment.zone))
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("can't compare offset-naive and offset-aware %1")
                .arg(kind == Kind::Time ? QStringLiteral("times") : QStringLiteral("datetimes")));
    return interpreter.compare(op, Value(moment.total()), Value(temporal->moment.total()));
}

std::optional<Value> TemporalObject::binary(
    Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    if (kind == Kind::Time)
        return std::nullopt;
    if (const auto *delta = other.as<TimedeltaObject>()) {
        if (op != BinaryOperator::Add && (op != BinaryOperator::Subtract || reflected))
            return std::nullopt;
        const qint64 sign = op == BinaryOperator::Add ? 1 : -1;
        if (kind == Kind::Date)
            return makeTemporal(interpreter, kind, {.day = moment.day + sign * delta->days()});
        Moment result = Moment::fromTotal(
            (moment.day - 1) * Day + moment.microseconds + sign * delta->microseconds, nullptr);
        result.zone = moment.zone;
        return makeTemporal(interpreter, kind, result);
    }
    const auto *temporal = other.as<TemporalObject>();
    if (!temporal || reflected || op != BinaryOperator::Subtract || temporal->kind != kind)
        return std::nullopt;
    if (bool(temporal->moment.zone) != bool(moment.zone))
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("can't subtract offset-naive and offset-aware datetimes"));
    return makeTimedelta(interpreter, moment.total() - temporal->moment.total());
}

std::optional<Value> TemporalObject::special(Interpreter &interpreter, const QString &method, const QList<Value> &arguments)
{
    if (method != u"__format__")
        return std::nullopt;
    const QString specification = arguments.front().toString();
    return Value(specification.isEmpty() ? str(interpreter) : formatMoment(interpreter, *this, specification));
}

std::optional<Value> TemporalObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (kind != Kind::Time && (name == u"year" || name == u"month" || name == u"day")) {
        const QDate date = moment.date();
        return Value(name == u"year" ? date.year() : name == u"month" ? date.month() : date.day());
    }
    if (kind != Kind::Date) {
        const QHash<QString, int> fields {{QStringLiteral("hour"), moment.hour()},
            {QStringLiteral("minute"), moment.minute()}, {QStringLiteral("second"), moment.second()},
            {QStringLiteral("microsecond"), moment.microsecond()}, {QStringLiteral("fold"), 0}};
        if (const auto field = fields.constFind(name); field != fields.cend())
            return Value(*field);
        if (name == u"tzinfo")
            return moment.zone ? Value(moment.zone) : Value();
    }
    return temporalMethod(interpreter, this, name);
}

} // namespace Migrations::StandardLibrary
