#pragma once

#include "migrations/python/interpreter.h"

#include <QVariant>

namespace Migrations::StandardLibrary {

/// datetime.timezone: a distance from UTC.
class TimezoneObject final : public Python::Object
{
public:
    TimezoneObject(int offset, QString name) : offset(offset), name(std::move(name)) {}
    const int offset; ///< in seconds
    const QString name; ///< empty: its text says the distance

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("datetime.timezone"); }
    [[nodiscard]] QString str(Python::Interpreter &) override { return text(); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
};

/// A day, counted as Python's toordinal() does, and a time in it.
struct Moment {
    qint64 day = 1; ///< 1 is 0001-01-01
    qint64 microseconds = 0; ///< since midnight
    TimezoneObject *zone = nullptr; ///< null: naive

    [[nodiscard]] QDate date() const;
    [[nodiscard]] static qint64 dayOf(const QDate &date);
    [[nodiscard]] int hour() const { return int(microseconds / 3'600'000'000); }
    [[nodiscard]] int minute() const { return int(microseconds / 60'000'000 % 60); }
    [[nodiscard]] int second() const { return int(microseconds / 1'000'000 % 60); }
    [[nodiscard]] int microsecond() const { return int(microseconds % 1'000'000); }
    /// since 0001-01-01 in UTC; of a naive moment as if it were
    [[nodiscard]] qint64 total() const;
    /// the moment so many microseconds after 0001-01-01
    [[nodiscard]] static Moment fromTotal(qint64 total, TimezoneObject *zone);
};

/// datetime.date, datetime.time and datetime.datetime: what scripts make, and what a database gives
/// for its own.
class TemporalObject final : public Python::Object
{
public:
    enum class Kind { Date, Time, DateTime };
    TemporalObject(Kind kind, Moment moment) : kind(kind), moment(moment) {}
    /// of a QDate, QTime or QDateTime; a zone is lost, except for UTC and distances from it
    TemporalObject(Python::Interpreter &interpreter, const QVariant &value);

    const Kind kind;
    const Moment moment;

    /// for a statement: QDate, QTime or QDateTime. What those cannot hold is refused.
    [[nodiscard]] QVariant toVariant(Python::Interpreter &interpreter) const;
    /// isoformat()
    [[nodiscard]] QString text(QChar separator = u'T', const QString &precision = QStringLiteral("auto")) const;

    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString str(Python::Interpreter &) override { return text(u' '); }
    [[nodiscard]] QString repr(Python::Interpreter &interpreter) override;
    [[nodiscard]] bool isTrue(Python::Interpreter &) override { return true; }
    [[nodiscard]] bool equals(Python::Interpreter &interpreter, const Python::Value &other) override;
    [[nodiscard]] std::optional<QString> hashKey(Python::Interpreter &interpreter) override;
    [[nodiscard]] std::optional<Python::Value> attribute(Python::Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] std::optional<Python::Value> binary(Python::Interpreter &interpreter, Python::BinaryOperator op,
        const Python::Value &other, bool reflected) override;
    [[nodiscard]] std::optional<Python::Value> compare(
        Python::Interpreter &interpreter, Python::Comparison op, const Python::Value &other) override;
    [[nodiscard]] std::optional<Python::Value> special(Python::Interpreter &interpreter, const QString &method,
        const QList<Python::Value> &arguments = {}) override;
};

/// A value of that kind; OverflowError when its day is none of Python's.
[[nodiscard]] Python::Value makeTemporal(
    Python::Interpreter &interpreter, TemporalObject::Kind kind, const Moment &moment);
/// The methods of dates, times and both, bound.
[[nodiscard]] std::optional<Python::Value> temporalMethod(
    Python::Interpreter &interpreter, TemporalObject *self, const QString &name);
/// the text of strftime()
[[nodiscard]] QString formatMoment(
    Python::Interpreter &interpreter, const TemporalObject &temporal, const QString &format);
/// datetime.strptime(); ValueError for what does not fit
[[nodiscard]] Moment parseMoment(Python::Interpreter &interpreter, const QString &text, const QString &format);
/// fromisoformat() of that kind
[[nodiscard]] Moment parseIso(Python::Interpreter &interpreter, TemporalObject::Kind kind, const QString &text);
/// +05:30
[[nodiscard]] QString offsetText(int seconds, const QString &separator);
/// None or a timezone; anything else is refused
[[nodiscard]] TimezoneObject *zoneArgument(Python::Interpreter &interpreter, const Python::Value &zone);
/// ValueErrors of year, month and day, hour and so on
[[nodiscard]] qint64 checkedDay(Python::Interpreter &interpreter, qint64 year, qint64 month, qint64 day);
[[nodiscard]] qint64 checkedTime(
    Python::Interpreter &interpreter, qint64 hour, qint64 minute, qint64 second, qint64 microsecond);

} // namespace Migrations::StandardLibrary
