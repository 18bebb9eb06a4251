// The standard module datetime, as far as scripts make values with it.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"
#include "migrations/alembic/temporal.h"

#include <QTimeZone>

namespace Migrations::Alembic {

using namespace Python;

namespace {

/// datetime.timezone.utc
class UtcObject final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("timezone"); }
    [[nodiscard]] QString repr(Interpreter &) override { return QStringLiteral("datetime.timezone.utc"); }
    [[nodiscard]] QString str(Interpreter &) override { return QStringLiteral("UTC"); }
};

// a zone that is given: UTC or none, nothing else
bool isUtc(Interpreter &interpreter, const Value &zone)
{
    if (zone.isNone())
        return false;
    if (zone.as<Opaque>())
        static_cast<void>(interpreter.str(zone));
    if (!zone.as<UtcObject>())
        interpreter.unsupported(QStringLiteral("a time zone other than UTC"));
    return true;
}

Value makeMoment(Interpreter &interpreter, const QDate &date, const QTime &time, bool utc)
{
    const QDateTime moment = utc ? QDateTime(date, time, QTimeZone::UTC) : QDateTime(date, time);
    // an hour that the clocks of this machine skip
    if (moment.date() != date || moment.time() != time)
        interpreter.unsupported(QStringLiteral("this moment in the time zone of this computer"));
    return Value(interpreter.make<TemporalObject>(moment));
}

/// Takes the numbers that a date and a time are made of.
class Numbers final
{
public:
    Numbers(Interpreter &interpreter, const QString &function, const Arguments &arguments)
        : m_interpreter(interpreter), m_reader(interpreter, function, arguments) {}

    [[nodiscard]] QDate date()
    {
        const int year = number(QStringLiteral("year"), m_reader.required(QStringLiteral("year")));
        const int month = number(QStringLiteral("month"), m_reader.required(QStringLiteral("month")));
        const int day = number(QStringLiteral("day"), m_reader.required(QStringLiteral("day")));
        const QDate date(year, month, day);
        if (!date.isValid())
            m_interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("day is out of range for month"));
        return date;
    }

    [[nodiscard]] QTime time()
    {
        const int hour = optional(QStringLiteral("hour"));
        const int minute = optional(QStringLiteral("minute"));
        const int second = optional(QStringLiteral("second"));
        const int microsecond = optional(QStringLiteral("microsecond"));
        if (microsecond % 1000 != 0)
            m_interpreter.unsupported(QStringLiteral("a time with microseconds"));
        const QTime time(hour, minute, second, microsecond / 1000);
        if (!time.isValid())
            m_interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("hour must be in 0..23"));
        return time;
    }

    [[nodiscard]] bool utc()
    {
        const bool isUtcGiven = isUtc(m_interpreter, m_reader.optional(QStringLiteral("tzinfo"), Value()));
        m_reader.finish();
        return isUtcGiven;
    }

    void finish() { m_reader.finish(); }

private:
    int number(const QString &name, const Value &value)
    {
        if (!value.isInteger())
            m_interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("'%1' object cannot be interpreted as an integer (%2)")
                    .arg(Interpreter::typeName(value), name));
        return int(value.toInteger());
    }
    int optional(const QString &name) { return number(name, m_reader.optional(name, Value(0))); }

    Interpreter &m_interpreter;
    ArgumentReader m_reader;
};

Value moment(Interpreter &interpreter, const Arguments &arguments)
{
    Numbers numbers(interpreter, QStringLiteral("datetime"), arguments);
    const QDate date = numbers.date();
    const QTime time = numbers.time();
    return makeMoment(interpreter, date, time, numbers.utc());
}

Value day(Interpreter &interpreter, const Arguments &arguments)
{
    Numbers numbers(interpreter, QStringLiteral("date"), arguments);
    const QDate date = numbers.date();
    numbers.finish();
    return Value(interpreter.make<TemporalObject>(date));
}

Value timeOfDay(Interpreter &interpreter, const Arguments &arguments)
{
    Numbers numbers(interpreter, QStringLiteral("time"), arguments);
    const QTime time = numbers.time();
    numbers.finish();
    return Value(interpreter.make<TemporalObject>(time));
}

Value now(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("now"), arguments);
    const bool utc = isUtc(interpreter, reader.optional(QStringLiteral("tz"), Value()));
    reader.finish();
    const QDateTime moment = utc ? QDateTime::currentDateTimeUtc() : QDateTime::currentDateTime();
    return makeMoment(interpreter, moment.date(), moment.time(), utc);
}

Value utcNow(Session &, Interpreter &interpreter, const Arguments &)
{
    const QDateTime moment = QDateTime::currentDateTimeUtc();
    return makeMoment(interpreter, moment.date(), moment.time(), false);
}

Value today(Session &, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<TemporalObject>(QDate::currentDate()));
}

/// A class of the module: called, it makes a value; its functions are attributes.
class TemporalClass final : public Object
{
public:
    using Code = Value (*)(Interpreter &, const Arguments &);
    TemporalClass(Code code, ModuleObject *functions) : m_code(code), m_functions(functions) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override
    {
        return m_code(interpreter, arguments);
    }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        return m_functions->attribute(interpreter, name);
    }

private:
    const Code m_code;
    ModuleObject *const m_functions;
};

} // namespace

void fillDatetime(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction ofDatetime[] = {{u"now", now}, {u"utcnow", utcNow}};
    static const ModuleFunction ofDate[] = {{u"today", today}};
    const auto add = [&](const QString &name, TemporalClass::Code code, std::span<const ModuleFunction> functions) {
        auto *members = interpreter.make<ModuleObject>(QStringLiteral("datetime.") + name);
        addFunctions(session, interpreter, *members, functions);
        module.members.insert(name, Value(interpreter.make<TemporalClass>(code, members)));
    };
    add(QStringLiteral("datetime"), moment, ofDatetime);
    add(QStringLiteral("date"), day, ofDate);
    add(QStringLiteral("time"), timeOfDay, {});
    auto *utc = interpreter.make<UtcObject>();
    auto *timezone = interpreter.make<ModuleObject>(QStringLiteral("datetime.timezone"));
    timezone->members.insert(QStringLiteral("utc"), Value(utc));
    module.members.insert(QStringLiteral("timezone"), Value(timezone));
    module.members.insert(QStringLiteral("UTC"), Value(utc));
}

} // namespace Migrations::Alembic
