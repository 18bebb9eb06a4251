// Values on their way to and from a database.
#include "migrations/alembic/connectionobjects.h"
#include "migrations/standardlibrary/temporal.h"
#include "migrations/standardlibrary/uuids.h"

#include <QDateTime>

namespace Migrations::Alembic {

using namespace Python;
using namespace StandardLibrary;

Value toValue(Interpreter &interpreter, const QVariant &value)
{
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool();
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Short:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return value.toLongLong();
    case QMetaType::Float:
    case QMetaType::Double:
        return value.toDouble();
    case QMetaType::QByteArray:
        return value.toByteArray();
    case QMetaType::QDate:
    case QMetaType::QTime:
    case QMetaType::QDateTime:
        return Value(interpreter.make<TemporalObject>(interpreter, value));
    default:
        interpreter.spendBytes(value.toString().size() * 2);
        return value.toString();
    }
}

QVariant toVariant(Interpreter &interpreter, const Value &value)
{
    if (value.isNone())
        return {};
    if (value.isBool())
        return value.toBool();
    if (value.isInteger())
        return value.toInteger();
    if (value.isFloat())
        return value.toFloat();
    if (value.isBytes())
        return value.toBytes();
    if (const auto *uuid = value.as<UuidObject>())
        return uuid->value;
    if (const auto *temporal = value.as<TemporalObject>())
        return temporal->toVariant(interpreter);
    if (value.as<Tuple>() || value.as<List>()) {
        QVariantList list;
        for (const Value &item : interpreter.toList(value))
            list << toVariant(interpreter, item);
        return list;
    }
    if (const auto *dict = value.as<Dict>()) {
        QVariantMap map;
        for (qsizetype i = 0; i < dict->keys().size(); ++i)
            map.insert(interpreter.str(dict->keys()[i]), toVariant(interpreter, dict->values()[i]));
        return map;
    }
    if (const auto *expression = value.as<ExpressionObject>())
        return QVariant::fromValue(expression->content);
    if (value.isString())
        return value.toString();
    if (value.as<Opaque>())
        static_cast<void>(interpreter.str(value));
    interpreter.unsupported(QStringLiteral("a value of type %1 in a statement").arg(Interpreter::typeName(value)));
}

} // namespace Migrations::Alembic
