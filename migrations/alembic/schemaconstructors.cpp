// sa.Column, sa.ForeignKey, the constraints and sa.Index.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/standardlibrary/enumclasses.h"

namespace Migrations::Alembic {

using namespace Python;
using StandardLibrary::plainValue;

namespace {

// 's.t.col': the last part is the column, the one before the table, the rest the schema
void setTarget(Interpreter &interpreter, Schema::ForeignKey &key, const QString &target)
{
    const QStringList parts = target.split(u'.');
    if (parts.size() < 2)
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("Bad ForeignKey target '%1'; 'table.column' is expected").arg(target));
    key.referredColumns << parts.last();
    key.referredTable = parts[parts.size() - 2];
    key.referredSchema = parts.mid(0, parts.size() - 2).join(u'.');
}

// what no statement of Alembic tells to a database
void ignoreRemarks(ArgumentReader &reader)
{
    for (const QString &name : {QStringLiteral("info"), QStringLiteral("comment"), QStringLiteral("_column_flag")})
        static_cast<void>(reader.keyword(name));
}

void takeForeignKeyOptions(Session &session, Interpreter &interpreter, ArgumentReader &reader, Schema::ForeignKey &key)
{
    key.name = toName(interpreter, reader.optional(QStringLiteral("name"), Value()));
    key.onUpdate = optionalText(interpreter, reader, QStringLiteral("onupdate"));
    key.onDelete = optionalText(interpreter, reader, QStringLiteral("ondelete"));
    key.match = optionalText(interpreter, reader, QStringLiteral("match"));
    key.useAlter = reader.truth(reader.keyword(QStringLiteral("use_alter")), false);
    key.deferrability = takeDeferrability(interpreter, reader);
    static_cast<void>(reader.keyword(QStringLiteral("link_to_name")));
    ignoreRemarks(reader);
    key.options = takeDialectOptions(session, interpreter, reader, Construct::ForeignKey);
}

Value foreignKey(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("ForeignKey"), arguments);
    Schema::ForeignKey key;
    setTarget(interpreter, key, toText(interpreter, QStringLiteral("column"), reader.required(QStringLiteral("column"))));
    static_cast<void>(reader.keyword(QStringLiteral("_constraint")));
    takeForeignKeyOptions(session, interpreter, reader, key);
    reader.finish();
    return Value(interpreter.make<ForeignKeyObject>(std::move(key)));
}

Value foreignKeyConstraint(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("ForeignKeyConstraint"), arguments);
    Schema::ForeignKey key;
    key.columns = toTexts(interpreter, QStringLiteral("columns"), reader.required(QStringLiteral("columns")));
    const Value targets = reader.required(QStringLiteral("refcolumns"));
    for (const QString &target : toTexts(interpreter, QStringLiteral("refcolumns"), targets))
        setTarget(interpreter, key, target);
    takeForeignKeyOptions(session, interpreter, reader, key);
    reader.finish();
    if (key.columns.size() != key.referredColumns.size())
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("ForeignKeyConstraint number of constrained columns must match the number of referenced "
                           "columns."));
    return Value(interpreter.make<ConstraintObject>(std::move(key)));
}

// a column may be given by its object
QStringList columnNames(Interpreter &interpreter, const QList<Value> &values)
{
    QStringList names;
    for (const Value &value : values) {
        const auto *column = value.as<ColumnObject>();
        names << (column ? column->content.name : toText(interpreter, QStringLiteral("column"), value));
    }
    return names;
}

template<class Constraint>
Value columnsConstraint(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Constraint"), arguments);
    Constraint constraint;
    constraint.name = toName(interpreter, reader.keyword(QStringLiteral("name")).value_or(Value()));
    constraint.columns = columnNames(interpreter, reader.rest());
    constraint.deferrability = takeDeferrability(interpreter, reader);
    ignoreRemarks(reader);
    constraint.options = takeDialectOptions(session, interpreter, reader, constructOf(constraint));
    reader.finish();
    return Value(interpreter.make<ConstraintObject>(std::move(constraint)));
}

Value checkConstraint(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("CheckConstraint"), arguments);
    Schema::CheckConstraint check;
    check.condition = toExpression(interpreter, reader.required(QStringLiteral("sqltext")));
    check.name = toName(interpreter, reader.optional(QStringLiteral("name"), Value()));
    check.deferrability = takeDeferrability(interpreter, reader);
    ignoreRemarks(reader);
    check.options = takeDialectOptions(session, interpreter, reader, Construct::Check);
    reader.finish();
    return Value(interpreter.make<ConstraintObject>(std::move(check)));
}

Value index(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Index"), arguments);
    Schema::Index result;
    result.name = toName(interpreter, reader.required(QStringLiteral("name")));
    std::shared_ptr<const Schema::Relation> table;
    for (const Value &part : reader.rest()) {
        result.parts << toIndexPart(interpreter, part);
        if (const auto *owned = part.as<ColumnObject>(); owned && owned->relation)
            table = owned->relation;
    }
    ignoreRemarks(reader);
    refuseQuote(session, interpreter, QStringLiteral("Index"), QStringLiteral("quote"),
        reader.keyword(QStringLiteral("quote")).value_or(Value()), result.name.text);
    result.unique = reader.truth(reader.keyword(QStringLiteral("unique")), false);
    result.options = takeDialectOptions(session, interpreter, reader, Construct::Index);
    reader.finish();
    auto *object = interpreter.make<IndexObject>(std::move(result));
    object->table = table;
    return Value(object);
}

// column

Schema::Autoincrement autoincrement(const Value &value)
{
    if (value.isString())
        return value.toString() == u"ignore_fk" ? Schema::Autoincrement::IgnoreForeignKey
                                                : Schema::Autoincrement::Auto;
    return value.isBool() && value.toBool() ? Schema::Autoincrement::Yes : Schema::Autoincrement::No;
}

void setServerDefault(Session &session, Interpreter &interpreter, Schema::Column &column, const Value &value)
{
    if (const auto *identity = value.as<IdentityObject>())
        column.identity = identity->content;
    else if (const auto *computed = value.as<ComputedObject>())
        column.computed = computed->content;
    else if (value.as<FetchedValueObject>())
        column.hasFetchedDefault = true;
    else if (const auto *sequence = value.as<SequenceObject>())
        column.hasClientDefault = !sequence->isOptional;
    else if (!value.isNone())
        column.serverDefault = toServerDefault(session, interpreter, value);
}

// what stands behind name and type: keys, checks, identity…
bool addItem(Schema::Column &column, const Value &value)
{
    if (value.as<TypeObject>())
        return false;
    if (const auto *key = value.as<ForeignKeyObject>()) {
        column.foreignKeys << key->content;
        column.foreignKeys.last().columns = {column.name};
    } else if (const auto *constraint = value.as<ConstraintObject>();
               constraint && std::holds_alternative<Schema::CheckConstraint>(constraint->content)) {
        column.checks << std::get<Schema::CheckConstraint>(constraint->content);
    } else if (const auto *identity = value.as<IdentityObject>()) {
        column.identity = identity->content;
    } else if (const auto *computed = value.as<ComputedObject>()) {
        column.computed = computed->content;
    } else if (const auto *clause = value.as<DefaultClauseObject>()) {
        column.serverDefault = clause->content;
    } else if (value.as<FetchedValueObject>()) {
        column.hasFetchedDefault = true;
    } else if (const auto *sequence = value.as<SequenceObject>()) {
        column.hasClientDefault = !sequence->isOptional;
    } else {
        return false;
    }
    return true;
}

// what default= and onupdate= mean to a statement: SQL, a value, or a function of the script's
Schema::Expression clientValue(Interpreter &interpreter, const Schema::Column &column, const Value &value)
{
    if (const std::optional<Schema::Expression> operand = sqlOperand(value))
        return *operand;
    const bool isPlain = value.isNumber() || value.isString();
    return isPlain ? sqlLiteral(interpreter, value, column.type) : Schema::Expression {.kind = Schema::Expression::Kind::Null};
}

void takeColumnKeywords(Session &session, Interpreter &interpreter, ArgumentReader &reader, Schema::Column &column)
{
    if (const std::optional<Value> nullable = reader.keyword(QStringLiteral("nullable")))
        column.nullable = interpreter.isTrue(*nullable);
    column.primaryKey = reader.truth(reader.keyword(QStringLiteral("primary_key")), false);
    column.unique = reader.truth(reader.keyword(QStringLiteral("unique")), false);
    column.index = reader.truth(reader.keyword(QStringLiteral("index")), false);
    column.isSystem = reader.truth(reader.keyword(QStringLiteral("system")), false);
    refuseQuote(session, interpreter, QStringLiteral("Column"), QStringLiteral("quote"),
        reader.keyword(QStringLiteral("quote")).value_or(Value()), column.name);
    // constraints and statements would know it by that name
    if (const std::optional<Value> key = reader.keyword(QStringLiteral("key"));
        key && !key->isNone() && toText(interpreter, QStringLiteral("key"), *key) != column.name)
        interpreter.unsupported(QStringLiteral("Column(key=%1)").arg(interpreter.repr(*key)));
    column.comment = optionalText(interpreter, reader, QStringLiteral("comment"));
    if (const std::optional<Value> value = reader.keyword(QStringLiteral("autoincrement")))
        column.autoincrement = autoincrement(*value);
    const std::optional<Value> otherwise = reader.keyword(QStringLiteral("default"));
    const std::optional<Value> inserted = reader.keyword(QStringLiteral("insert_default"));
    if (const std::optional<Value> &value = inserted ? inserted : otherwise; value && !value->isNone()) {
        column.hasClientDefault = true;
        if (!value->as<SequenceObject>())
            column.clientDefault = clientValue(interpreter, column, *value);
    }
    if (const std::optional<Value> value = reader.keyword(QStringLiteral("onupdate")); value && !value->isNone())
        column.clientOnUpdate = clientValue(interpreter, column, *value);
    if (const std::optional<Value> value = reader.keyword(QStringLiteral("server_default")))
        setServerDefault(session, interpreter, column, *value);
    for (const QString &meaningless : {QStringLiteral("server_onupdate"),
             QStringLiteral("info"), QStringLiteral("doc"), QStringLiteral("sort_order")})
        static_cast<void>(reader.keyword(meaningless));
    column.options = takeDialectOptions(session, interpreter, reader, Construct::Column);
}

// The name comes first when there is one: Column(Integer) gets it from the attribute of a model.
Value takeColumnName(Interpreter &interpreter, ArgumentReader &reader, QList<Value> &items)
{
    const std::optional<Value> byName = reader.keyword(QStringLiteral("name"));
    const Value first = items.isEmpty() ? Value() : plainValue(items.front());
    const bool isName = first.isString() || first.as<NameObject>() || first.as<Opaque>();
    if (isName && byName)
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
            QStringLiteral("May not pass name positionally and as a keyword."));
    if (!items.isEmpty() && (isName || first.isNone()))
        items.removeFirst();
    return isName ? first : byName.value_or(Value());
}

Value column(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Column"), arguments);
    Schema::Column result;
    QList<Value> items = reader.rest();
    const Value name = takeColumnName(interpreter, reader, items);
    result.name = toText(interpreter, QStringLiteral("name"), name);
    const std::optional<Value> type = reader.keyword(QStringLiteral("type_"));
    if (!items.isEmpty() && !addItem(result, items.front()))
        result.type = toType(session, interpreter, items.front());
    else if (type)
        result.type = toType(session, interpreter, *type);
    for (const Value &item : items.mid(1)) {
        if (!addItem(result, item))
            raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
                QStringLiteral("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %1")
                    .arg(interpreter.repr(item)));
    }
    takeColumnKeywords(session, interpreter, reader, result);
    reader.finish();
    return Value(interpreter.make<ColumnObject>(std::move(result)));
}

Value identity(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Identity"), arguments);
    Schema::Identity result;
    result.always = reader.truth(reader.optional(QStringLiteral("always")), false);
    static_cast<void>(reader.keyword(QStringLiteral("on_null")));
    for (const auto &[name, value] : reader.otherKeywords()) {
        if (!value.isNone())
            result.options.insert(name, value.isBool() ? interpreter.str(value).toLower() : interpreter.str(value));
    }
    reader.finish();
    return Value(interpreter.make<IdentityObject>(std::move(result)));
}

Value computed(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Computed"), arguments);
    Schema::Computed result {.expression = toExpression(interpreter, reader.required(QStringLiteral("sqltext")))};
    const Value persisted = reader.optional(QStringLiteral("persisted"), Value());
    if (!persisted.isNone())
        result.persisted = interpreter.isTrue(persisted);
    reader.finish();
    return Value(interpreter.make<ComputedObject>(std::move(result)));
}

Value defaultClause(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("DefaultClause"), arguments);
    Schema::Expression value = toServerDefault(session, interpreter, reader.required(QStringLiteral("arg")));
    static_cast<void>(reader.optional(QStringLiteral("for_update")));
    reader.finish();
    return Value(interpreter.make<DefaultClauseObject>(std::move(value)));
}

Value fetchedValue(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("FetchedValue"), arguments);
    static_cast<void>(reader.optional(QStringLiteral("for_update")));
    reader.finish();
    return Value(interpreter.make<FetchedValueObject>());
}

Value sequence(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Sequence"), arguments);
    Operations::CreateSequence result;
    result.name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    for (const QString &option : {QStringLiteral("start"), QStringLiteral("increment"), QStringLiteral("minvalue"),
             QStringLiteral("maxvalue"), QStringLiteral("nominvalue"), QStringLiteral("nomaxvalue"),
             QStringLiteral("cycle")}) {
        const std::optional<Value> value = reader.optional(option);
        if (value && !value->isNone())
            result.options.insert(option, value->isBool() ? interpreter.str(*value).toLower() : interpreter.str(*value));
    }
    result.schema = toText(interpreter, QStringLiteral("schema"), reader.optional(QStringLiteral("schema"), Value()));
    if (const std::optional<Value> cache = reader.optional(QStringLiteral("cache")); cache && !cache->isNone())
        result.options.insert(QStringLiteral("cache"), interpreter.str(*cache));
    const std::optional<Value> type = reader.optional(QStringLiteral("data_type"));
    if (type && !type->isNone())
        result.type = toType(session, interpreter, *type);
    const bool isOptional = reader.truth(reader.keyword(QStringLiteral("optional")), false);
    for (const auto &[keyword, name] : {std::pair(QStringLiteral("quote"), result.name),
             std::pair(QStringLiteral("quote_schema"), result.schema)})
        refuseQuote(session, interpreter, QStringLiteral("Sequence"), keyword,
            reader.keyword(keyword).value_or(Value()), name);
    for (const QString &meaningless : {QStringLiteral("metadata"), QStringLiteral("for_update"),
             QStringLiteral("order")})
        static_cast<void>(reader.keyword(meaningless));
    reader.finish();
    auto *object = interpreter.make<SequenceObject>(std::move(result));
    object->isOptional = isOptional;
    return Value(object);
}

const ModuleFunction functions[] = {
    {u"CheckConstraint", checkConstraint},
    {u"Column", column},
    {u"Computed", computed},
    {u"DefaultClause", defaultClause},
    {u"FetchedValue", fetchedValue},
    {u"ForeignKey", foreignKey},
    {u"ForeignKeyConstraint", foreignKeyConstraint},
    {u"Identity", identity},
    {u"Index", index},
    {u"PrimaryKeyConstraint", columnsConstraint<Schema::PrimaryKey>},
    {u"Sequence", sequence},
    {u"UniqueConstraint", columnsConstraint<Schema::UniqueConstraint>},
};

} // namespace

std::span<const ModuleFunction> schemaConstructors()
{
    return functions;
}

} // namespace Migrations::Alembic
