// datetime: its classes.
#include "migrations/standardlibrary/catalogue.h"
#include "migrations/standardlibrary/temporal.h"
#include "migrations/standardlibrary/timedeltas.h"

#include "migrations/python/builtins.h"
#include "migrations/python/numbers.h"

#include <QDateTime>

#include <cmath>

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

using Kind = TemporalObject::Kind;

/// Takes the numbers that a date and a time are made of.
class Numbers final
{
public:
    Numbers(Interpreter &interpreter, const QString &function, const Arguments &arguments)
        : m_interpreter(interpreter), m_reader(interpreter, function, arguments) {}

    [[nodiscard]] qint64 day()
    {
        const qint64 year = required(QStringLiteral("year"));
        const qint64 month = required(QStringLiteral("month"));
        return checkedDay(m_interpreter, year, month, required(QStringLiteral("day")));
    }

    [[nodiscard]] qint64 time()
    {
        const qint64 hour = optional(QStringLiteral("hour"));
        const qint64 minute = optional(QStringLiteral("minute"));
        const qint64 second = optional(QStringLiteral("second"));
        return checkedTime(m_interpreter, hour, minute, second, optional(QStringLiteral("microsecond")));
    }

    [[nodiscard]] TimezoneObject *zone()
    {
        TimezoneObject *zone = zoneArgument(m_interpreter, m_reader.optional(QStringLiteral("tzinfo"), Value()));
        static_cast<void>(m_reader.keyword(QStringLiteral("fold")));
        return zone;
    }

    void finish() { m_reader.finish(); }

private:
    [[nodiscard]] qint64 required(const QString &name)
    {
        return integerArgument(m_interpreter, m_reader.required(name));
    }
    [[nodiscard]] qint64 optional(const QString &name)
    {
        return integerArgument(m_interpreter, m_reader.optional(name, Value(0)));
    }

    Interpreter &m_interpreter;
    ArgumentReader m_reader;
};

Value makeDate(Interpreter &interpreter, const Arguments &arguments)
{
    Numbers numbers(interpreter, QStringLiteral("date"), arguments);
    const Moment moment {.day = numbers.day()};
    numbers.finish();
    return makeTemporal(interpreter, Kind::Date, moment);
}

Value makeTime(Interpreter &interpreter, const Arguments &arguments)
{
    Numbers numbers(interpreter, QStringLiteral("time"), arguments);
    Moment moment;
    moment.microseconds = numbers.time();
    moment.zone = numbers.zone();
    numbers.finish();
    return makeTemporal(interpreter, Kind::Time, moment);
}

Value makeDateTime(Interpreter &interpreter, const Arguments &arguments)
{
    Numbers numbers(interpreter, QStringLiteral("datetime"), arguments);
    Moment moment;
    moment.day = numbers.day();
    moment.microseconds = numbers.time();
    moment.zone = numbers.zone();
    numbers.finish();
    return makeTemporal(interpreter, Kind::DateTime, moment);
}

// timezone(timedelta(hours=2), 'CEST')
Value makeZone(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("timezone"), arguments);
    const Value offset = reader.required(QStringLiteral("offset"));
    const Value name = reader.optional(QStringLiteral("name"), Value());
    reader.finish();
    const auto *delta = offset.as<TimedeltaObject>();
    if (!delta)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("timezone() argument 1 must be datetime.timedelta, not %1").arg(Interpreter::typeName(offset)));
    if (std::abs(delta->microseconds) >= TimedeltaObject::Day)
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("offset must be a timedelta strictly between -timedelta(hours=24) and "
                           "timedelta(hours=24), not %1.")
                .arg(interpreter.repr(offset)));
    if (delta->microseconds % TimedeltaObject::Second != 0)
        interpreter.unsupported(QStringLiteral("a time zone with a fraction of a second"));
    return Value(interpreter.make<TimezoneObject>(int(delta->microseconds / TimedeltaObject::Second),
        name.isNone() ? QString() : reader.text(QStringLiteral("name"), name)));
}

Moment momentOf(const QDateTime &when, TimezoneObject *zone)
{
    return {.day = Moment::dayOf(when.date()),
        .microseconds = qint64(when.time().msecsSinceStartOfDay()) * 1000,
        .zone = zone};
}

Moment inZone(Interpreter &interpreter, const QDateTime &when, const Value &zone)
{
    TimezoneObject *given = zoneArgument(interpreter, zone);
    if (!given)
        return momentOf(when.toLocalTime(), nullptr);
    Moment utc = momentOf(when.toUTC(), nullptr);
    return Moment::fromTotal(utc.total(), given);
}

Value now(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("now"), arguments);
    const Value zone = reader.optional(QStringLiteral("tz"), Value());
    reader.finish();
    return makeTemporal(interpreter, Kind::DateTime, inZone(interpreter, QDateTime::currentDateTimeUtc(), zone));
}

Value utcNow(Interpreter &interpreter, const Arguments &)
{
    return makeTemporal(interpreter, Kind::DateTime, momentOf(QDateTime::currentDateTimeUtc(), nullptr));
}

Value today(Interpreter &interpreter, const Arguments &)
{
    return makeTemporal(interpreter, Kind::Date, {.day = Moment::dayOf(QDate::currentDate())});
}

QDateTime fromSeconds(Interpreter &interpreter, const Value &seconds)
{
    if (!seconds.isNumber())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object cannot be interpreted as an integer").arg(Interpreter::typeName(seconds)));
    const double number = seconds.toFloat();
    constexpr double Limit = 253'402'300'800.0; // the year 10000
    if (!std::isfinite(number) || number >= Limit || number < -62'135'596'800.0)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("year is out of range"));
    return QDateTime::fromMSecsSinceEpoch(qint64(std::nearbyint(number * 1e3)));
}

// with microseconds, which QDateTime does not have
Moment exact(Moment moment, const Value &seconds)
{
    if (!seconds.isFloat())
        return moment;
    const qint64 micros = qint64(std::nearbyint(seconds.toFloat() * 1e6));
    const qint64 millis = qint64(std::nearbyint(seconds.toFloat() * 1e3));
    moment.microseconds += micros - millis * 1000;
    if (moment.microseconds < 0)
        return {.day = moment.day - 1, .microseconds = moment.microseconds + TimedeltaObject::Day, .zone = moment.zone};
    return moment;
}

Value fromTimestamp(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("fromtimestamp"), arguments);
    const Value seconds = reader.required(QStringLiteral("timestamp"));
    const Value zone = reader.optional(QStringLiteral("tz"), Value());
    reader.finish();
    return makeTemporal(interpreter, Kind::DateTime,
        exact(inZone(interpreter, fromSeconds(interpreter, seconds), zone), seconds));
}

Value utcFromTimestamp(Interpreter &interpreter, const Arguments &arguments)
{
    const Value seconds = onlyArgument(interpreter, QStringLiteral("utcfromtimestamp"), arguments);
    return makeTemporal(
        interpreter, Kind::DateTime, exact(momentOf(fromSeconds(interpreter, seconds).toUTC(), nullptr), seconds));
}

Value dateFromTimestamp(Interpreter &interpreter, const Arguments &arguments)
{
    const Value seconds = onlyArgument(interpreter, QStringLiteral("fromtimestamp"), arguments);
    const QDate date = fromSeconds(interpreter, seconds).toLocalTime().date();
    return makeTemporal(interpreter, Kind::Date, {.day = Moment::dayOf(date)});
}

template<Kind What>
Value fromIso(Interpreter &interpreter, const Arguments &arguments)
{
    const Value text = onlyArgument(interpreter, QStringLiteral("fromisoformat"), arguments);
    if (!text.isString())
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("fromisoformat: argument must be str"));
    return makeTemporal(interpreter, What, parseIso(interpreter, What, text.toString()));
}

template<Kind What>
Value fromOrdinal(Interpreter &interpreter, const Arguments &arguments)
{
    const Value day = onlyArgument(interpreter, QStringLiteral("fromordinal"), arguments);
    if (integerArgument(interpreter, day) < 1)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("ordinal must be >= 1"));
    return makeTemporal(interpreter, What, {.day = day.toInteger()});
}

Value fromFormat(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("strptime"), arguments, 2, 2);
    for (int i = 0; i < 2; ++i) {
        if (!given[i].isString())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("strptime() argument %1 must be str, not %2")
                    .arg(i + 1)
                    .arg(Interpreter::typeName(given[i])));
    }
    return makeTemporal(
        interpreter, Kind::DateTime, parseMoment(interpreter, given[0].toString(), given[1].toString()));
}

Value combine(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("combine"), arguments);
    const Value date = reader.required(QStringLiteral("date"));
    const Value time = reader.required(QStringLiteral("time"));
    const std::optional<Value> zone = reader.optional(QStringLiteral("tzinfo"));
    reader.finish();
    const auto *day = date.as<TemporalObject>();
    const auto *clock = time.as<TemporalObject>();
    if (!day || day->kind == Kind::Time || !clock || clock->kind != Kind::Time)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("combine() argument 1 must be datetime.date, not %1").arg(Interpreter::typeName(date)));
    return makeTemporal(interpreter, Kind::DateTime,
        {.day = day->moment.day,
            .microseconds = clock->moment.microseconds,
            .zone = zone ? zoneArgument(interpreter, *zone) : clock->moment.zone});
}

template<Kind What>
bool isKind(const Value &value)
{
    const auto *temporal = value.as<TemporalObject>();
    // a datetime is a date as well
    return temporal && (temporal->kind == What || (What == Kind::Date && temporal->kind == Kind::DateTime));
}

void addBounds(Interpreter &interpreter, NativeType &type, Kind kind)
{
    constexpr qint64 LastDay = 3'652'059;
    const qint64 last = kind == Kind::Date ? 0 : TimedeltaObject::Day - 1;
    type.members.insert(QStringLiteral("min"), makeTemporal(interpreter, kind, {}));
    type.members.insert(QStringLiteral("max"),
        makeTemporal(interpreter, kind, {.day = kind == Kind::Time ? 1 : LastDay, .microseconds = last}));
    type.members.insert(
        QStringLiteral("resolution"), makeTimedelta(interpreter, kind == Kind::Date ? TimedeltaObject::Day : 1));
}

// date.isoformat, datetime.strftime…: what an object has, its class has as a function
void addMethods(Interpreter &interpreter, NativeType &type)
{
    static const QStringList names {QStringLiteral("isoformat"), QStringLiteral("strftime"), QStringLiteral("date"),
        QStringLiteral("time"), QStringLiteral("timestamp"), QStringLiteral("weekday")};
    for (const QString &name : names) {
        if (type.members.contains(name))
            continue;
        type.members.insert(name,
            Value(interpreter.make<Builtin>(
                name,
                [name](Interpreter &inner, const Arguments &arguments) {
                    Arguments rest = arguments;
                    const Value self = rest.positional.isEmpty() ? Value() : rest.positional.takeFirst();
                    return inner.callValue(inner.attribute(self, name), rest);
                },
                Builtin::Kind::Method)));
    }
}

} // namespace

void fillDatetime(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction ofDateTime[] = {{u"combine", combine}, {u"fromisoformat", fromIso<Kind::DateTime>},
        {u"fromordinal", fromOrdinal<Kind::DateTime>}, {u"fromtimestamp", fromTimestamp}, {u"now", now},
        {u"strptime", fromFormat}, {u"today", now}, {u"utcfromtimestamp", utcFromTimestamp}, {u"utcnow", utcNow}};
    static const ModuleFunction ofDate[] = {{u"fromisoformat", fromIso<Kind::Date>},
        {u"fromordinal", fromOrdinal<Kind::Date>}, {u"fromtimestamp", dateFromTimestamp}, {u"today", today}};
    static const ModuleFunction ofTime[] = {{u"fromisoformat", fromIso<Kind::Time>}};
    const auto add = [&](const QString &name, NativeType::Construct construct, NativeType::Holds holds, Kind kind,
                         std::span<const ModuleFunction> functions) {
        NativeType *type = addType(interpreter, module, name, construct, holds);
        addFunctions(interpreter, type->members, functions);
        addMethods(interpreter, *type);
        addBounds(interpreter, *type, kind);
    };
    add(QStringLiteral("datetime"), makeDateTime, isKind<Kind::DateTime>, Kind::DateTime, ofDateTime);
    add(QStringLiteral("date"), makeDate, isKind<Kind::Date>, Kind::Date, ofDate);
    add(QStringLiteral("time"), makeTime, isKind<Kind::Time>, Kind::Time, ofTime);
    addType(interpreter, module, QStringLiteral("timedelta"), constructTimedelta, holds<TimedeltaObject>);
    NativeType *zone
        = addType(interpreter, module, QStringLiteral("timezone"), makeZone, holds<TimezoneObject>);
    const Value utc(interpreter.make<TimezoneObject>(0, QString()));
    zone->members.insert(QStringLiteral("utc"), utc);
    module.members.insert(QStringLiteral("UTC"), utc);
    module.members.insert(QStringLiteral("MINYEAR"), Value(1));
    module.members.insert(QStringLiteral("MAXYEAR"), Value(9999));
}

} // namespace Migrations::StandardLibrary
