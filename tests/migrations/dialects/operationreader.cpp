#include "tests/migrations/dialects/operationreader.h"

#include "tests/migrations/dialects/cellreader.h"

#include <QJsonArray>

using namespace Migrations;
using namespace Migrations::Operations;
using namespace Qt::StringLiterals;

namespace {

Schema::Type readType(const QJsonObject &described);

QString text(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString();
}

bool flag(const QJsonObject &object, const QString &key)
{
    return object.value(key).toBool();
}

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue &each : value.toArray())
        result << each.toString();
    return result;
}

std::optional<bool> optionalBool(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<int> optionalInt(const QJsonObject &object, const QString &key)
{
    return object.value(key).isDouble() ? std::optional(object.value(key).toInt()) : std::nullopt;
}

QMap<QString, QString> stringMap(const QJsonValue &value)
{
    QMap<QString, QString> result;
    const QJsonObject object = value.toObject();
    for (auto each = object.constBegin(); each != object.constEnd(); ++each)
        result.insert(each.key(), each->toString());
    return result;
}

template <class T>
QList<T> list(const QJsonValue &value, T (*read)(const QJsonObject &))
{
    QList<T> result;
    for (const QJsonValue &each : value.toArray())
        result << read(each.toObject());
    return result;
}

Schema::Expression readExpression(const QJsonObject &described)
{
    using Kind = Schema::Expression::Kind;
    static const QHash<QString, Kind> kinds {{u"String"_s, Kind::String}, {u"Number"_s, Kind::Number},
        {u"Text"_s, Kind::Text}, {u"Column"_s, Kind::Column}, {u"Function"_s, Kind::Function}, {u"True"_s, Kind::True},
        {u"False"_s, Kind::False}, {u"Null"_s, Kind::Null}, {u"Binary"_s, Kind::Binary}, {u"Cast"_s, Kind::Cast},
        {u"List"_s, Kind::List}, {u"Dict"_s, Kind::Dict}};
    const QString kind = text(described, u"kind"_s);
    if (!kinds.contains(kind))
        qFatal("judge.py describes an expression of kind %s", qPrintable(kind));
    Schema::Expression expression {.kind = kinds.value(kind),
        .text = text(described, u"text"_s),
        .arguments = list(described.value(u"arguments"_s), readExpression)};
    if (described.contains(u"type"_s))
        expression.type = std::make_shared<const Schema::Type>(readType(described.value(u"type"_s).toObject()));
    return expression;
}

Schema::DialectOptions readOptions(const QJsonObject &owner)
{
    Schema::DialectOptions options;
    const QJsonObject described = owner.value(u"options"_s).toObject();
    for (auto each = described.constBegin(); each != described.constEnd(); ++each)
        options.insert(each.key(), readExpression(each->toObject()));
    return options;
}

Schema::Type readType(const QJsonObject &described)
{
    Schema::Type type = Schema::Type::named(text(described, u"name"_s));
    type.length = optionalInt(described, u"length"_s);
    type.precision = optionalInt(described, u"precision"_s);
    type.scale = optionalInt(described, u"scale"_s);
    type.timezone = flag(described, u"timezone"_s);
    type.collation = text(described, u"collation"_s);
    type.labels = strings(described.value(u"labels"_s));
    type.typeName = text(described, u"typeName"_s);
    type.typeNameIsFinal = flag(described, u"typeNameIsFinal"_s);
    type.typeSchema = text(described, u"typeSchema"_s);
    type.native = described.value(u"native"_s).toBool(true);
    type.createType = described.value(u"createType"_s).toBool(true);
    type.createConstraint = flag(described, u"createConstraint"_s);
    type.dimensions = described.value(u"dimensions"_s).toInt();
    type.options = stringMap(described.value(u"options"_s));
    if (described.contains(u"item"_s))
        type.item = std::make_shared<const Schema::Type>(readType(described.value(u"item"_s).toObject()));
    const QJsonObject variants = described.value(u"variants"_s).toObject();
    for (auto each = variants.constBegin(); each != variants.constEnd(); ++each)
        type.variants.insert(each.key(), std::make_shared<const Schema::Type>(readType(each->toObject())));
    return type;
}

Schema::Name readName(const QJsonObject &owner)
{
    const QJsonObject described = owner.value(u"name"_s).toObject();
    return {.text = text(described, u"text"_s), .isFinal = flag(described, u"final"_s)};
}

Schema::Deferrability readDeferrability(const QJsonObject &owner)
{
    return {.deferrable = optionalBool(owner.value(u"deferrable"_s)), .initially = text(owner, u"initially"_s)};
}

Schema::ForeignKey readForeignKey(const QJsonObject &described)
{
    return {.name = readName(described),
        .columns = strings(described.value(u"columns"_s)),
        .referredTable = text(described, u"referredTable"_s),
        .referredSchema = text(described, u"referredSchema"_s),
        .referredColumns = strings(described.value(u"referredColumns"_s)),
        .onDelete = text(described, u"onDelete"_s),
        .onUpdate = text(described, u"onUpdate"_s),
        .match = text(described, u"match"_s),
        .deferrability = readDeferrability(described),
        .options = readOptions(described),
        .useAlter = flag(described, u"useAlter"_s)};
}

Schema::CheckConstraint readCheck(const QJsonObject &described)
{
    return {.name = readName(described),
        .condition = readExpression(described.value(u"condition"_s).toObject()),
        .deferrability = readDeferrability(described),
        .options = readOptions(described)};
}

Schema::ExcludeElement readElement(const QJsonObject &described)
{
    return {.expression = readExpression(described.value(u"expression"_s).toObject()),
        .comparison = text(described, u"comparison"_s),
        .operatorClass = text(described, u"operatorClass"_s)};
}

Schema::Constraint readConstraint(const QJsonObject &described)
{
    const QString kind = text(described, u"kind"_s);
    const QStringList columns = strings(described.value(u"columns"_s));
    if (kind == u"primary")
        return Schema::PrimaryKey {readName(described), columns, readDeferrability(described), readOptions(described)};
    if (kind == u"unique") {
        return Schema::UniqueConstraint {
            readName(described), columns, readDeferrability(described), readOptions(described)};
    }
    if (kind == u"foreignkey")
        return readForeignKey(described);
    if (kind == u"check")
        return readCheck(described);
    Schema::ExcludeConstraint exclude {.name = readName(described),
        .elements = list(described.value(u"elements"_s), readElement),
        .method = text(described, u"method"_s),
        .deferrability = readDeferrability(described)};
    if (described.value(u"where"_s).isObject())
        exclude.where = readExpression(described.value(u"where"_s).toObject());
    return exclude;
}

std::optional<Schema::Identity> readIdentity(const QJsonObject &owner, const QString &key)
{
    if (!owner.contains(key))
        return std::nullopt;
    const QJsonObject described = owner.value(key).toObject();
    return Schema::Identity {
        .always = flag(described, u"always"_s), .options = stringMap(described.value(u"options"_s))};
}

Schema::Column readColumn(const QJsonObject &described)
{
    static const QHash<QString, Schema::Autoincrement> autoincrements {{u"Yes"_s, Schema::Autoincrement::Yes},
        {u"No"_s, Schema::Autoincrement::No}, {u"IgnoreForeignKey"_s, Schema::Autoincrement::IgnoreForeignKey}};
    Schema::Column column {.name = text(described, u"name"_s),
        .type = readType(described.value(u"type"_s).toObject()),
        .nullable = optionalBool(described.value(u"nullable"_s)),
        .primaryKey = flag(described, u"primaryKey"_s),
        .unique = flag(described, u"unique"_s),
        .index = flag(described, u"index"_s),
        .autoincrement = autoincrements.value(text(described, u"autoincrement"_s), Schema::Autoincrement::Auto),
        .hasClientDefault = flag(described, u"hasClientDefault"_s),
        .hasFetchedDefault = flag(described, u"hasFetchedDefault"_s),
        .isSystem = flag(described, u"isSystem"_s),
        .identity = readIdentity(described, u"identity"_s),
        .comment = text(described, u"comment"_s),
        .foreignKeys = list(described.value(u"foreignKeys"_s), readForeignKey),
        .checks = list(described.value(u"checks"_s), readCheck),
        .forceQuote = flag(described, u"forceQuote"_s),
        .options = readOptions(described)};
    if (described.contains(u"serverDefault"_s))
        column.serverDefault = readExpression(described.value(u"serverDefault"_s).toObject());
    if (const QJsonObject computed = described.value(u"computed"_s).toObject(); !computed.isEmpty()) {
        column.computed = Schema::Computed {.expression = readExpression(computed.value(u"expression"_s).toObject()),
            .persisted = optionalBool(computed.value(u"persisted"_s))};
    }
    return column;
}

Schema::IndexPart readPart(const QJsonObject &described)
{
    return {.expression = readExpression(described.value(u"expression"_s).toObject()),
        .order = text(described, u"order"_s),
        .key = text(described, u"key"_s)};
}

Schema::Index readIndex(const QJsonObject &described)
{
    return {.name = readName(described),
        .parts = list(described.value(u"parts"_s), readPart),
        .unique = flag(described, u"unique"_s),
        .options = readOptions(described)};
}

Schema::Table readTable(const QJsonObject &described)
{
    return {.name = text(described, u"name"_s),
        .schema = text(described, u"schema"_s),
        .columns = list(described.value(u"columns"_s), readColumn),
        .constraints = list(described.value(u"constraints"_s), readConstraint),
        .indexes = list(described.value(u"indexes"_s), readIndex),
        .comment = text(described, u"comment"_s),
        .prefixes = strings(described.value(u"prefixes"_s)),
        .options = readOptions(described)};
}

/// [null] or [value] of a change; no array: no change
std::optional<std::optional<Schema::Expression>> readChangedDefault(const QJsonObject &owner, const QString &key)
{
    if (!owner.contains(key))
        return std::nullopt;
    const QJsonValue value = owner.value(key).toArray().at(0);
    return value.isNull() ? std::optional<Schema::Expression>() : std::optional(readExpression(value.toObject()));
}

Operation readAlterColumn(const QJsonObject &o)
{
    AlterColumn alter {.table = text(o, u"table"_s),
        .column = text(o, u"column"_s),
        .schema = text(o, u"schema"_s),
        .nullable = optionalBool(o.value(u"nullable"_s)),
        .serverDefault = readChangedDefault(o, u"serverDefault"_s),
        .identity = readIdentity(o, u"identity"_s),
        .newName = text(o, u"newName"_s),
        .postgresqlUsing = text(o, u"postgresqlUsing"_s),
        .existingServerDefault = readChangedDefault(o, u"existingServerDefault"_s),
        .existingIdentity = readIdentity(o, u"existingIdentity"_s),
        .involvesComputed = flag(o, u"involvesComputed"_s)};
    if (o.value(u"type"_s).isObject())
        alter.type = readType(o.value(u"type"_s).toObject());
    if (o.value(u"existingType"_s).isObject())
        alter.existingType = readType(o.value(u"existingType"_s).toObject());
    if (o.contains(u"comment"_s)) {
        const QJsonValue comment = o.value(u"comment"_s).toArray().at(0);
        alter.comment = comment.isNull() ? std::optional<QString>() : std::optional(comment.toString());
    }
    return alter;
}

Operation readInsertRows(const QJsonObject &o)
{
    InsertRows insert {.table = readTable(o.value(u"table"_s).toObject()), .rows = {}};
    for (const QJsonValue &each : o.value(u"rows"_s).toArray()) {
        const QJsonObject described = each.toObject();
        QMap<QString, QVariant> row;
        for (auto cell = described.constBegin(); cell != described.constEnd(); ++cell)
            row.insert(cell.key(), readCell(*cell));
        insert.rows << row;
    }
    return insert;
}

using Readers = QHash<QString, Operation (*)(const QJsonObject &)>;

Readers tableReaders()
{
    return {
        {u"CreateTable"_s,
            [](const QJsonObject &o) -> Operation {
                return CreateTable {readTable(o.value(u"table"_s).toObject()), flag(o, u"ifNotExists"_s)};
            }},
        {u"DropTable"_s,
            [](const QJsonObject &o) -> Operation {
                return DropTable {text(o, u"table"_s), text(o, u"schema"_s), flag(o, u"ifExists"_s)};
            }},
        {u"RenameTable"_s,
            [](const QJsonObject &o) -> Operation {
                return RenameTable {text(o, u"table"_s), text(o, u"newName"_s), text(o, u"schema"_s)};
            }},
        {u"CommentTable"_s,
            [](const QJsonObject &o) -> Operation {
                const QJsonValue comment = o.value(u"comment"_s);
                return CommentTable {text(o, u"table"_s), text(o, u"schema"_s),
                    comment.isString() ? std::optional(comment.toString()) : std::nullopt};
            }},
        {u"AddColumn"_s,
            [](const QJsonObject &o) -> Operation {
                return AddColumn {
                    text(o, u"table"_s), readColumn(o.value(u"column"_s).toObject()), text(o, u"schema"_s)};
            }},
        {u"DropColumn"_s,
            [](const QJsonObject &o) -> Operation {
                return DropColumn {text(o, u"table"_s), text(o, u"column"_s), text(o, u"schema"_s)};
            }},
        {u"AlterColumn"_s, readAlterColumn},
    };
}

Readers otherReaders()
{
    return {
        {u"CreateIndex"_s,
            [](const QJsonObject &o) -> Operation {
                return CreateIndex {text(o, u"table"_s), readIndex(o.value(u"index"_s).toObject()),
                    text(o, u"schema"_s), flag(o, u"ifNotExists"_s)};
            }},
        {u"DropIndex"_s,
            [](const QJsonObject &o) -> Operation {
                return DropIndex {
                    readName(o), text(o, u"table"_s), text(o, u"schema"_s), flag(o, u"ifExists"_s), readOptions(o)};
            }},
        {u"AddConstraint"_s,
            [](const QJsonObject &o) -> Operation {
                return AddConstraint {
                    text(o, u"table"_s), readConstraint(o.value(u"constraint"_s).toObject()), text(o, u"schema"_s)};
            }},
        {u"DropConstraint"_s,
            [](const QJsonObject &o) -> Operation {
                return DropConstraint {
                    readName(o), text(o, u"table"_s), text(o, u"schema"_s), text(o, u"constraintKind"_s)};
            }},
        {u"ExecuteSql"_s, [](const QJsonObject &o) -> Operation { return ExecuteSql {text(o, u"sql"_s)}; }},
        {u"InsertRows"_s, readInsertRows},
        {u"CreateEnum"_s,
            [](const QJsonObject &o) -> Operation {
                return CreateEnum {{text(o, u"name"_s), text(o, u"schema"_s), strings(o.value(u"labels"_s))}};
            }},
        {u"DropEnum"_s,
            [](const QJsonObject &o) -> Operation {
                return DropEnum {text(o, u"name"_s), text(o, u"schema"_s)};
            }},
        {u"CreateSequence"_s,
            [](const QJsonObject &o) -> Operation {
                return CreateSequence {
                    text(o, u"name"_s), text(o, u"schema"_s), false, stringMap(o.value(u"options"_s))};
            }},
        {u"DropSequence"_s,
            [](const QJsonObject &o) -> Operation {
                return DropSequence {text(o, u"name"_s), text(o, u"schema"_s)};
            }},
        {u"CreateSchema"_s, [](const QJsonObject &o) -> Operation { return CreateSchema {text(o, u"name"_s)}; }},
        {u"DropSchema"_s,
            [](const QJsonObject &o) -> Operation {
                return DropSchema {text(o, u"name"_s), flag(o, u"cascade"_s)};
            }},
    };
}

} // namespace

Operation readOperation(const QJsonObject &described)
{
    static const Readers tables = tableReaders();
    static const Readers others = otherReaders();
    const QString kind = text(described, u"kind"_s);
    const auto reader = tables.value(kind, others.value(kind));
    if (!reader)
        qFatal("judge.py describes an operation %s", qPrintable(kind));
    return reader(described);
}
