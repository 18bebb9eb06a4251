#include "tests/migrations/dialects/cellreader.h"

#include "migrations/schema/expression.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Migrations;
using namespace Qt::StringLiterals;

QVariant readCell(const QJsonValue &value)
{
    if (!value.isObject())
        return value.toVariant();
    const QString repr = value.toObject().value(u"python"_s).toString();
    const QString plain = value.toObject().value(u"text"_s).toString();
    if (repr.startsWith(u"Decimal"))
        return QVariant::fromValue(Schema::Expression::number(plain));
    if (repr.startsWith(u"UUID"))
        return QUuid::fromString(plain);
    if (repr.startsWith(u"datetime.datetime"))
        return QDateTime::fromString(plain, Qt::ISODate);
    if (repr.startsWith(u"datetime.date"))
        return QDate::fromString(plain, Qt::ISODate);
    if (repr.startsWith(u"datetime.time"))
        return QTime::fromString(plain, Qt::ISODate);
    if (repr.startsWith(u"b'"))
        return repr.sliced(2, repr.size() - 3).toUtf8();
    if (bool isNumber = false; repr.toDouble(&isNumber), isNumber)
        return repr.toDouble();
    if (const QJsonDocument json = QJsonDocument::fromJson(plain.toUtf8()); !json.isNull())
        return json.toVariant();
    qFatal("judge.py describes a value %s", qPrintable(repr));
}
