#include "app/cli/schemajson.h"

#include "app/cli/schematext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations::Schema;

namespace Cli {

namespace {

QJsonArray array(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

void insertGiven(QJsonObject &json, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

QJsonObject columnJson(const Column &column)
{
    QJsonObject json {{u"name"_s, column.name}, {u"type"_s, column.type.describe()},
        {u"nullable"_s, column.nullable.value_or(!column.primaryKey)},
        {u"default"_s, column.serverDefault ? QJsonValue(expressionText(*column.serverDefault)) : QJsonValue()}};
    if (column.identity)
        json.insert(u"identity"_s, column.identity->always ? u"always"_s : u"by default"_s);
    if (column.computed)
        json.insert(u"computed"_s, expressionText(column.computed->expression));
    insertGiven(json, u"comment"_s, column.comment);
    return json;
}

QJsonValue nameJson(const Name &name)
{
    return name.isNone() ? QJsonValue() : QJsonValue(name.text);
}

QJsonObject constraintJson(const Name &name, const QStringList &columns)
{
    return {{u"name"_s, nameJson(name)}, {u"columns"_s, array(columns)}};
}

/// Puts every constraint of a table under the key of its kind.
struct ConstraintWriter {
    QJsonObject primaryKey = {};
    QJsonArray unique = {};
    QJsonArray foreignKeys = {};
    QJsonArray checks = {};
    QJsonArray exclusions = {};

    void operator()(const PrimaryKey &key) { primaryKey = constraintJson(key.name, key.columns); }

    void operator()(const UniqueConstraint &constraint)
    {
        unique << constraintJson(constraint.name, constraint.columns);
    }

    void operator()(const ForeignKey &key)
    {
        QJsonObject json = constraintJson(key.name, key.columns);
        json.insert(u"referredTable"_s, key.referredTable);
        insertGiven(json, u"referredSchema"_s, key.referredSchema);
        json.insert(u"referredColumns"_s, array(key.referredColumns));
        insertGiven(json, u"onDelete"_s, key.onDelete);
        insertGiven(json, u"onUpdate"_s, key.onUpdate);
        foreignKeys << json;
    }

    void operator()(const CheckConstraint &constraint)
    {
        QJsonObject json {{u"name"_s, nameJson(constraint.name)}};
        json.insert(u"condition"_s, expressionText(constraint.condition));
        checks << json;
    }

    void operator()(const ExcludeConstraint &constraint)
    {
        QJsonArray elements;
        for (const ExcludeElement &element : constraint.elements)
            elements << QJsonObject {
                {u"expression"_s, expressionText(element.expression)}, {u"with"_s, element.comparison}};
        QJsonObject json {{u"name"_s, nameJson(constraint.name)}, {u"using"_s, constraint.method},
            {u"elements"_s, elements}};
        if (constraint.where)
            json.insert(u"where"_s, expressionText(*constraint.where));
        exclusions << json;
    }
};

QJsonObject indexJson(const Index &index)
{
    QJsonArray parts;
    for (const IndexPart &part : index.parts) {
        QJsonObject json {{u"expression"_s, expressionText(part.expression)}};
        insertGiven(json, u"order"_s, part.order);
        parts << json;
    }
    QJsonObject json {{u"name"_s, index.name.text}, {u"parts"_s, parts}, {u"unique"_s, index.unique}};
    QJsonObject options;
    for (const auto &[option, value] : index.options.asKeyValueRange())
        options.insert(option, expressionText(value));
    if (!options.isEmpty())
        json.insert(u"options"_s, options);
    return json;
}

QJsonObject tableJson(const Table &table)
{
    QJsonArray columns;
    for (const Column &column : table.columns)
        columns << columnJson(column);
    QJsonArray indexes;
    for (const Index &index : table.indexes)
        indexes << indexJson(index);
    ConstraintWriter constraints;
    for (const Constraint &constraint : table.constraints)
        std::visit(constraints, constraint);
    QJsonObject json {{u"name"_s, table.name}, {u"columns"_s, columns},
        {u"primaryKey"_s, constraints.primaryKey.isEmpty() ? QJsonValue() : QJsonValue(constraints.primaryKey)},
        {u"foreignKeys"_s, constraints.foreignKeys}, {u"unique"_s, constraints.unique},
        {u"checks"_s, constraints.checks}, {u"exclusions"_s, constraints.exclusions}, {u"indexes"_s, indexes}};
    insertGiven(json, u"schema"_s, table.schema);
    insertGiven(json, u"comment"_s, table.comment);
    return json;
}

QJsonObject enumJson(const EnumType &type)
{
    QJsonObject json {{u"name"_s, type.name}, {u"labels"_s, array(type.labels)}};
    insertGiven(json, u"schema"_s, type.schema);
    return json;
}

} // namespace

QJsonObject schemaJson(const Database &database)
{
    QJsonArray tables;
    for (const Table &table : database.tables)
        tables << tableJson(table);
    QJsonArray enums;
    for (const EnumType &type : database.enums)
        enums << enumJson(type);
    return {{u"tables"_s, tables}, {u"enums"_s, enums}};
}

} // namespace Cli
