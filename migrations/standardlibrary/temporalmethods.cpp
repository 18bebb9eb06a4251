// The methods of date, time and datetime.
#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"
#include "migrations/python/numbers.h"
#include "migrations/standardlibrary/temporal.h"
#include "migrations/standardlibrary/timedeltas.h"

#include <QDateTime>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

using Kind = TemporalObject::Kind;

Value isoFormat(Interpreter &interpreter, TemporalObject *self, const Arguments &arguments)
{
    static const QStringList precisions {QStringLiteral("auto"), QStringLiteral("hours"), QStringLiteral("minutes"),
        QStringLiteral("seconds"), QStringLiteral("milliseconds"), QStringLiteral("microseconds")};
    ArgumentReader reader(interpreter, QStringLiteral("isoformat"), arguments);
    const QString separator = self->kind == Kind::DateTime
        ? reader.text(QStringLiteral("sep"), reader.optional(QStringLiteral("sep"), Value(QStringLiteral("T"))))
        : QStringLiteral("T");
    const QString precision = self->kind == Kind::Date
        ? precisions.front()
        : reader.text(QStringLiteral("timespec"), reader.optional(QStringLiteral("timespec"), Value(precisions.front())));
    reader.finish();
    if (separator.size() != 1)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("isoformat() argument 1 must be a unicode character, not str"));
    if (!precisions.contains(precision))
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("Unknown timespec value"));
    return self->text(separator.front(), precision);
}

Value strftime(Interpreter &interpreter, TemporalObject *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("strftime"), arguments);
    const QString format = reader.text(QStringLiteral("format"), reader.required(QStringLiteral("format")));
    reader.finish();
    return formatMoment(interpreter, *self, format);
}

Value weekday(Interpreter &, TemporalObject *self, const Arguments &)
{
    return self->moment.date().dayOfWeek() - 1;
}

Value isoWeekday(Interpreter &, TemporalObject *self, const Arguments &)
{
    return self->moment.date().dayOfWeek();
}

Value isoCalendar(Interpreter &interpreter, TemporalObject *self, const Arguments &)
{
    int year = 0;
    const int week = self->moment.date().weekNumber(&year);
    return Value(
        interpreter.make<Tuple>(QList<Value> {Value(year), Value(week), Value(self->moment.date().dayOfWeek())}));
}

Value ordinal(Interpreter &, TemporalObject *self, const Arguments &)
{
    return self->moment.day;
}

Value dateOf(Interpreter &interpreter, TemporalObject *self, const Arguments &)
{
    return makeTemporal(interpreter, Kind::Date, {.day = self->moment.day});
}

template<bool WithZone>
Value timeOf(Interpreter &interpreter, TemporalObject *self, const Arguments &)
{
    return makeTemporal(interpreter, Kind::Time,
        {.day = 1, .microseconds = self->moment.microseconds, .zone = WithZone ? self->moment.zone : nullptr});
}

Value replace(Interpreter &interpreter, TemporalObject *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("replace"), arguments);
    Moment result = self->moment;
    const auto part = [&](const QString &name, int own) {
        const std::optional<Value> given = reader.optional(name);
        return given ? integerArgument(interpreter, *given) : qint64(own);
    };
    if (self->kind != Kind::Time) {
        const QDate date = self->moment.date();
        const qint64 year = part(QStringLiteral("year"), date.year());
        const qint64 month = part(QStringLiteral("month"), date.month());
        result.day = checkedDay(interpreter, year, month, part(QStringLiteral("day"), date.day()));
    }
    if (self->kind != Kind::Date) {
        const qint64 hour = part(QStringLiteral("hour"), self->moment.hour());
        const qint64 minute = part(QStringLiteral("minute"), self->moment.minute());
        const qint64 second = part(QStringLiteral("second"), self->moment.second());
        result.microseconds = checkedTime(
            interpreter, hour, minute, second, part(QStringLiteral("microsecond"), self->moment.microsecond()));
        if (const std::optional<Value> zone = reader.optional(QStringLiteral("tzinfo")))
            result.zone = zoneArgument(interpreter, *zone);
        static_cast<void>(reader.keyword(QStringLiteral("fold")));
    }
    reader.finish();
    return makeTemporal(interpreter, self->kind, result);
}

constexpr qint64 EpochDay = 719'163; // 1970-01-01

Value timestamp(Interpreter &interpreter, TemporalObject *self, const Arguments &)
{
    constexpr qint64 Epoch = (EpochDay - 1) * TimedeltaObject::Day;
    if (self->moment.zone)
        return double(self->moment.total() - Epoch) / double(TimedeltaObject::Second);
    const QDateTime local(self->moment.date(),
        QTime::fromMSecsSinceStartOfDay(int(self->moment.microseconds / 1000)));
    static_cast<void>(interpreter);
    return double(local.toMSecsSinceEpoch() * 1000 + self->moment.microseconds % 1000)
        / double(TimedeltaObject::Second);
}

Value toZone(Interpreter &interpreter, TemporalObject *self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("astimezone"), arguments);
    TimezoneObject *zone = zoneArgument(interpreter, reader.optional(QStringLiteral("tz"), Value()));
    reader.finish();
    if (!zone || !self->moment.zone)
        interpreter.unsupported(QStringLiteral("datetime.astimezone() with the time zone of this computer"));
    return makeTemporal(interpreter, Kind::DateTime, Moment::fromTotal(self->moment.total(), zone));
}

Value utcOffset(Interpreter &interpreter, TemporalObject *self, const Arguments &)
{
    return self->moment.zone ? makeTimedelta(interpreter, self->moment.zone->offset * TimedeltaObject::Second)
                             : Value();
}

Value zoneName(Interpreter &, TemporalObject *self, const Arguments &)
{
    return self->moment.zone ? Value(self->moment.zone->text()) : Value();
}

Value none(Interpreter &, TemporalObject *, const Arguments &)
{
    return {};
}

Value centralTime(Interpreter &interpreter, TemporalObject *self, const Arguments &)
{
    return formatMoment(interpreter, *self, QStringLiteral("%a %b %e %H:%M:%S %Y"));
}

using Methods = QHash<QString, Value (*)(Interpreter &, TemporalObject *, const Arguments &)>;

const Methods &methodsOf(Kind kind)
{
    static const Methods ofAll {{QStringLiteral("isoformat"), isoFormat}, {QStringLiteral("replace"), replace},
        {QStringLiteral("strftime"), strftime}};
    static const Methods ofDays {{QStringLiteral("ctime"), centralTime}, {QStringLiteral("isocalendar"), isoCalendar},
        {QStringLiteral("isoweekday"), isoWeekday}, {QStringLiteral("toordinal"), ordinal},
        {QStringLiteral("weekday"), weekday}};
    static const Methods ofTimes {{QStringLiteral("dst"), none}, {QStringLiteral("tzname"), zoneName},
        {QStringLiteral("utcoffset"), utcOffset}};
    static const Methods ofBoth {{QStringLiteral("astimezone"), toZone}, {QStringLiteral("date"), dateOf},
        {QStringLiteral("time"), timeOf<false>}, {QStringLiteral("timestamp"), timestamp},
        {QStringLiteral("timetz"), timeOf<true>}};
    const auto merged = [](std::initializer_list<Methods> parts) {
        Methods result;
        for (const Methods &part : parts)
            result.insert(part);
        return result;
    };
    static const Methods ofDate = merged({ofAll, ofDays});
    static const Methods ofTime = merged({ofAll, ofTimes});
    static const Methods ofDateTime = merged({ofAll, ofDays, ofTimes, ofBoth});
    return kind == Kind::Date ? ofDate : kind == Kind::Time ? ofTime : ofDateTime;
}

} // namespace

std::optional<Value> temporalMethod(Interpreter &interpreter, TemporalObject *self, const QString &name)
{
    static const QSet<QString> others {QStringLiteral("timetuple"), QStringLiteral("utctimetuple")};
    if (others.contains(name) && self->kind != Kind::Time)
        interpreter.unsupported(QStringLiteral("%1.%2").arg(self->typeName(), name));
    return methodFrom(interpreter, methodsOf(self->kind), self, name);
}

qint64 checkedDay(Interpreter &interpreter, qint64 year, qint64 month, qint64 day)
{
    if (year < 1 || year > 9999)
        interpreter.raise(
            QStringLiteral("ValueError"), QStringLiteral("year %1 is out of range").arg(year));
    if (month < 1 || month > 12)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("month must be in 1..12"));
    const QDate date(int(year), int(month), int(std::clamp<qint64>(day, 0, 99)));
    if (!date.isValid())
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("day is out of range for month"));
    return Moment::dayOf(date);
}

qint64 checkedTime(Interpreter &interpreter, qint64 hour, qint64 minute, qint64 second, qint64 microsecond)
{
    const auto check = [&](const QString &name, qint64 value, qint64 most) {
        if (value < 0 || value > most)
            interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("%1 must be in 0..%2").arg(name).arg(most));
    };
    check(QStringLiteral("hour"), hour, 23);
    check(QStringLiteral("minute"), minute, 59);
    check(QStringLiteral("second"), second, 59);
    check(QStringLiteral("microsecond"), microsecond, 999'999);
    return ((hour * 60 + minute) * 60 + second) * TimedeltaObject::Second + microsecond;
}

} // namespace Migrations::StandardLibrary
