#include "migrations/alembic/temporal.h"

#include "migrations/python/interpreter.h"

#include <QDateTime>

namespace Migrations::Alembic {

using namespace Python;

namespace {

// microseconds only when there are any; Qt keeps milliseconds
QString timeText(const QTime &time)
{
    const QString text = time.toString(QStringLiteral("HH:mm:ss"));
    return time.msec() == 0 ? text : text + QStringLiteral(".%1").arg(time.msec() * 1000, 6, 10, QChar(u'0'));
}

QString textOf(const QVariant &value, QChar separator)
{
    if (value.typeId() == QMetaType::QDate)
        return value.toDate().toString(Qt::ISODate);
    if (value.typeId() == QMetaType::QTime)
        return timeText(value.toTime());
    const QDateTime moment = value.toDateTime();
    QString text = moment.date().toString(Qt::ISODate) + separator + timeText(moment.time());
    if (moment.timeSpec() == Qt::OffsetFromUTC || moment.timeSpec() == Qt::UTC) {
        const int minutes = moment.offsetFromUtc() / 60;
        text += QStringLiteral("%1%2:%3")
                    .arg(QChar(minutes < 0 ? u'-' : u'+'))
                    .arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
                    .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
    }
    return text;
}

} // namespace

QString TemporalObject::typeName() const
{
    if (value.typeId() == QMetaType::QDate)
        return QStringLiteral("date");
    return value.typeId() == QMetaType::QTime ? QStringLiteral("time") : QStringLiteral("datetime");
}

QString TemporalObject::str(Interpreter &)
{
    return textOf(value, u' ');
}

QString TemporalObject::repr(Interpreter &)
{
    return QStringLiteral("datetime.%1(%2)").arg(typeName(), textOf(value, u' '));
}

bool TemporalObject::equals(Interpreter &, const Value &other)
{
    const auto *temporal = other.as<TemporalObject>();
    return temporal && temporal->value == value;
}

std::optional<QString> TemporalObject::hashKey(Interpreter &)
{
    return u'd' + textOf(value, u'T');
}

std::optional<Value> TemporalObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"isoformat")
        return Value(interpreter.make<Builtin>(
            name, [this](Interpreter &, const Arguments &) -> Value { return textOf(value, u'T'); }));
    const QDate date = value.toDate();
    const QHash<QString, int> fields {
        {QStringLiteral("year"), date.year()}, {QStringLiteral("month"), date.month()}, {QStringLiteral("day"), date.day()}};
    if (const auto field = fields.constFind(name); field != fields.cend())
        return Value(*field);
    interpreter.unsupported(QStringLiteral("%1.%2").arg(typeName(), name));
}

} // namespace Migrations::Alembic
