#include "migrations/database/postgresql/postgresqlvalue.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>
#include <QUuid>

#include <cmath>
#include <limits>

namespace Migrations::Database {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const QString unknown = u"unknown"_s;

/// right whatever standard_conforming_strings says
QString quoted(QString text)
{
    text.replace(u'\'', u"''"_s);
    if (!text.contains(u'\\'))
        return u'\'' + text + u'\'';
    return u"E'"_s + text.replace(u'\\', u"\\\\"_s) + u'\'';
}

PostgresqlValue integer(qlonglong number)
{
    const bool isSmall = number >= std::numeric_limits<qint32>::min() && number <= std::numeric_limits<qint32>::max();
    return {isSmall ? u"integer"_s : u"bigint"_s, quoted(QString::number(number))};
}

PostgresqlValue real(double number)
{
    if (std::isfinite(number))
        return {u"numeric"_s, quoted(QString::number(number, 'g', QLocale::FloatingPointShortest))};
    return {u"double precision"_s, quoted(std::isnan(number) ? u"NaN"_s : number < 0 ? u"-Infinity"_s : u"Infinity"_s)};
}

PostgresqlValue moment(const QDateTime &time)
{
    const bool isLocal = time.timeSpec() == Qt::LocalTime;
    const QDateTime written = isLocal ? QDateTime(time.date(), time.time(), QTimeZone::UTC) : time.toUTC();
    const QString text = written.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    return isLocal ? PostgresqlValue {u"timestamp"_s, quoted(text)}
                   : PostgresqlValue {u"timestamptz"_s, quoted(text + u'Z')};
}

QString arrayText(const QVariantList &items)
{
    QStringList parts;
    for (const QVariant &item : items) {
        if (item.isNull()) {
            parts << u"NULL"_s;
        } else if (item.metaType() == QMetaType::fromType<QVariantList>()
            || item.metaType() == QMetaType::fromType<QStringList>()) {
            parts << arrayText(item.toList());
        } else {
            QString text = item.metaType() == QMetaType::fromType<QByteArray>()
                ? u"\\x"_s + QString::fromLatin1(item.toByteArray().toHex())
                : item.toString();
            text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
            parts << u'"' + text + u'"';
        }
    }
    return u'{' + parts.join(u',') + u'}';
}

QString jsonText(const QVariant &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject::fromVariantMap(value.toMap())).toJson(QJsonDocument::Compact));
}

} // namespace

Result<PostgresqlValue> PostgresqlValue::from(const QVariant &value)
{
    if (value.isNull())
        return PostgresqlValue {unknown, u"NULL"_s};
    switch (value.typeId()) {
    case QMetaType::Bool:
        return PostgresqlValue {u"boolean"_s, value.toBool() ? u"TRUE"_s : u"FALSE"_s};
    case QMetaType::Short:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong:
        return integer(value.toLongLong());
    case QMetaType::ULongLong:
        return PostgresqlValue {u"numeric"_s, quoted(value.toString())};
    case QMetaType::Float:
    case QMetaType::Double:
        return real(value.toDouble());
    case QMetaType::QByteArray:
        return PostgresqlValue {u"bytea"_s, quoted(u"\\x"_s + QString::fromLatin1(value.toByteArray().toHex()))};
    case QMetaType::QDate:
        return PostgresqlValue {u"date"_s, quoted(value.toDate().toString(Qt::ISODate))};
    case QMetaType::QTime:
        return PostgresqlValue {u"time"_s, quoted(value.toTime().toString(Qt::ISODateWithMs))};
    case QMetaType::QDateTime:
        return moment(value.toDateTime());
    case QMetaType::QUuid:
        return PostgresqlValue {unknown, quoted(value.toUuid().toString(QUuid::WithoutBraces))};
    case QMetaType::QVariantList:
    case QMetaType::QStringList:
        return PostgresqlValue {unknown, quoted(arrayText(value.toList()))};
    case QMetaType::QVariantMap:
        return PostgresqlValue {unknown, quoted(jsonText(value))};
    case QMetaType::QString:
        if (!value.toString().contains(QChar(u'\0')))
            return PostgresqlValue {unknown, quoted(value.toString())};
        return failure(ErrorCode::BadInput, Tr::tr("PostgreSQL cannot store a NUL character in a text."),
            Tr::tr("Remove the character, or store the value as bytes (bytea)."));
    default:
        return failure(ErrorCode::BadInput,
            Tr::tr("A value of the type %1 cannot be sent.").arg(QString::fromLatin1(value.typeName())),
            Tr::tr("Convert it to a text, a number, bytes or a date first."));
    }
}

} // namespace Migrations::Database
