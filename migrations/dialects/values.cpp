#include "migrations/dialects/values.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

bool isNumber(const QVariant &value)
{
    static const QList<int> numbers {
        QMetaType::Int, QMetaType::LongLong, QMetaType::UInt, QMetaType::ULongLong, QMetaType::Double, QMetaType::Bool};
    return numbers.contains(value.typeId());
}

QString numberText(const QVariant &value)
{
    return value.typeId() == QMetaType::Double ? Literals::number(value.toDouble()) : value.toString();
}

/// as Python's repr() says a value in a message
QString repr(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return u'\'' + value.toString() + u'\'';
    case QMetaType::Bool:
        return value.toBool() ? u"True"_s : u"False"_s;
    case QMetaType::QVariantList:
    case QMetaType::QVariantMap:
        return QString::fromUtf8(QJsonDocument::fromVariant(value).toJson(QJsonDocument::Compact));
    default:
        return isNumber(value) ? numberText(value) : value.toString();
    }
}

QString jsonText(const QVariant &value)
{
    QByteArray text = QJsonDocument(QJsonArray {QJsonValue::fromVariant(value)}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.sliced(1, text.size() - 2));
}

} // namespace

Values::Values(const Types &types, const Literals &literals, const Style &style)
    : m_types(types)
    , m_literals(literals)
    , m_style(style)
{
}

Refusal Values::noLiteral(const QVariant &value, const Schema::Type &type) const
{
    const TypeFamily family = Types::family(type);
    const bool hasRenderer = family != TypeFamily::Other && family != TypeFamily::Json && family != TypeFamily::Null;
    const QString text = hasRenderer
        ? u"Could not render literal value \"%1\" with datatype %2; see parent stack trace for more detail."_s
        : u"No literal value renderer is available for literal value \"%1\" with datatype %2"_s;
    const QString datatype = type.name.isEmpty() || family == TypeFamily::Null ? u"NULL"_s : m_types.generic(type);
    return Refusal::compile(
        text.arg(repr(value), datatype), Tr::tr("Such a value can only be sent to a database, not be printed."));
}

std::optional<QString> Values::moment(const QVariant &value) const
{
    const auto clock = [this](const QTime &time) {
        const bool fraction = m_style.alwaysMicroseconds || time.msec() != 0;
        return time.toString(u"HH:mm:ss"_s)
            + (fraction ? u'.' + QString::number(1000 + time.msec()).sliced(1) + u"000"_s : QString());
    };
    if (value.typeId() == QMetaType::QDate)
        return value.toDate().toString(Qt::ISODate);
    if (value.typeId() == QMetaType::QTime)
        return clock(value.toTime());
    if (value.typeId() != QMetaType::QDateTime)
        return std::nullopt;
    const QDateTime when = value.toDateTime();
    QString text = when.date().toString(Qt::ISODate) + u' ' + clock(when.time());
    if (when.timeSpec() != Qt::LocalTime && !m_style.alwaysMicroseconds) {
        const int offset = when.offsetFromUtc();
        text +=
            (offset < 0 ? u'-' : u'+') + QTime::fromMSecsSinceStartOfDay(std::abs(offset) * 1000).toString(u"HH:mm"_s);
    }
    return text;
}

// what a column of that family makes of it; SQLite's own formats take only what is of their kind
std::optional<QString> Values::moment(const QVariant &value, TypeFamily family) const
{
    const int kind = value.typeId();
    const bool isSqlite = m_style.alwaysMicroseconds;
    if (family == TypeFamily::Date && kind == QMetaType::QDateTime)
        return value.toDate().toString(Qt::ISODate);
    if (family == TypeFamily::DateTime && kind == QMetaType::QDate && isSqlite)
        return value.toDate().toString(Qt::ISODate) + u" 00:00:00.000000"_s;
    if (family == TypeFamily::Time && kind == QMetaType::QDateTime && !isSqlite)
        return moment(value)->section(u' ', 1);
    const bool isOther = (family == TypeFamily::Time) != (kind == QMetaType::QTime)
        || (family == TypeFamily::Date && kind != QMetaType::QDate);
    return isSqlite && isOther ? std::nullopt : moment(value);
}

QString Values::uuid(const QUuid &value, const Schema::Type &type) const
{
    const bool native = m_style.nativeUuid && type.options.value(u"native_uuid"_s) != u"false";
    return m_literals.string(value.toString(native ? QUuid::WithoutBraces : QUuid::Id128));
}

// a type that is not as_uuid takes text and writes it without dashes; the others take UUIDs, and
// where there are no such types only those
QString Values::uuidText(const QVariant &value, const Schema::Type &type) const
{
    const bool isUuid = value.typeId() == QMetaType::QUuid;
    const bool isText = value.typeId() == QMetaType::QString;
    const bool isNative = m_style.nativeUuid && type.options.value(u"native_uuid"_s) != u"false";
    if (type.options.value(u"as_uuid"_s) == u"false" && isText)
        return m_literals.string(QString(value.toString()).remove(u'-'));
    if (type.options.value(u"as_uuid"_s) != u"false" && isUuid)
        return uuid(value.toUuid(), type);
    if (type.options.value(u"as_uuid"_s) != u"false" && isNative && isText)
        return m_literals.string(value.toString());
    if (m_literals.isLive())
        return byValue(value);
    throw noLiteral(value, type);
}

QString Values::array(const QVariantList &values, const Schema::Type &type) const
{
    QStringList texts;
    for (const QVariant &each : values)
        texts << text(each, type.item ? *type.item : Schema::Type());
    return u"ARRAY["_s + texts.join(u", "_s) + u']';
}

QString Values::ofFamily(const QVariant &value, TypeFamily family, const Schema::Type &type) const
{
    switch (family) {
    case TypeFamily::Boolean:
        if (isNumber(value) && (value.toDouble() == 0.0 || value.toDouble() == 1.0))
            return m_literals.boolean(value.toBool());
        break;
    case TypeFamily::Integer:
    case TypeFamily::SmallInteger:
    case TypeFamily::BigInteger: {
        bool ok = false;
        const qlonglong number = value.toLongLong(&ok);
        if (ok)
            return QString::number(
                value.typeId() == QMetaType::Double ? static_cast<qlonglong>(value.toDouble()) : number);
        break;
    }
    case TypeFamily::Numeric:
        if (value.typeId() == QMetaType::Bool)
            return value.toBool() ? u"True"_s : u"False"_s; // Python's str()
        if (isNumber(value) || value.typeId() == QMetaType::QString)
            return numberText(value);
        break;
    case TypeFamily::Uuid:
        return uuidText(value, type);
    case TypeFamily::Array:
        if (value.typeId() == QMetaType::QVariantList)
            return array(value.toList(), type);
        break;
    case TypeFamily::Binary:
        if (value.typeId() == QMetaType::QByteArray)
            return m_literals.string(QString::fromUtf8(value.toByteArray()));
        break;
    case TypeFamily::Date:
    case TypeFamily::Time:
    case TypeFamily::DateTime:
        if (const std::optional<QString> text = moment(value, family))
            return m_literals.string(*text);
        break;
    case TypeFamily::String:
        if (value.typeId() == QMetaType::QString)
            return m_literals.string(value.toString());
        break;
    default:
        break;
    }
    if (m_literals.isLive())
        return byValue(value);
    throw noLiteral(value, type);
}

QString Values::byValue(const QVariant &value) const
{
    if (value.typeId() == QMetaType::Bool)
        return m_literals.boolean(value.toBool());
    if (isNumber(value))
        return numberText(value);
    if (const std::optional<QString> text = moment(value))
        return m_literals.string(*text);
    if (value.typeId() == QMetaType::QUuid)
        return uuid(value.toUuid(), {});
    if (value.typeId() == QMetaType::QVariantList || value.typeId() == QMetaType::QVariantMap)
        return m_literals.string(jsonText(value));
    return m_literals.string(value.toString());
}

QString Values::text(const QVariant &value, const Schema::Type &declared) const
{
    if (value.isNull())
        return u"NULL"_s;
    const Schema::Type type = m_types.effective(declared);
    if (const QString changing = type.options.value(u"bind_processor"_s); !changing.isEmpty())
        throw Refusal::argument(
            Tr::tr("The type %1 of the application changes the values that are bound to it.").arg(changing),
            Tr::tr("Write the statement as text."));
    if (type.name.isEmpty() && !type.text.isEmpty())
        return byValue(value);
    return ofFamily(value, Types::family(type), type);
}

} // namespace Migrations::Dialects
