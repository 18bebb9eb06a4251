// alembic.op: columns.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"
#include "migrations/alembic/sqloperators.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

Operations::Operation addColumn(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("add_column"), arguments);
    Operations::AddColumn operation;
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    const Value column = reader.required(QStringLiteral("column"));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.ifNotExists = reader.truth(reader.keyword(QStringLiteral("if_not_exists")), false);
    operation.inlineReferences = reader.truth(reader.keyword(QStringLiteral("inline_references")), false);
    operation.inlinePrimaryKey = reader.truth(reader.keyword(QStringLiteral("inline_primary_key")), false);
    reader.finish();
    auto *object = column.as<ColumnObject>();
    if (column.as<Opaque>())
        static_cast<void>(interpreter.str(column)); // says where it comes from
    if (!object)
        interpreter.raise(QStringLiteral("AttributeError"),
            QStringLiteral("'%1' object has no attribute 'table'").arg(Interpreter::typeName(column)));
    if (object->content.name.isEmpty())
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
            QStringLiteral("Column must be constructed with a non-blank name or assign a non-blank .name before adding "
                           "to a Table."));
    operation.column = object->content;
    if (object->owner.isEmpty())
        object->owner = operation.table;
    return operation;
}

Operations::Operation dropColumn(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("drop_column"), arguments);
    Operations::DropColumn operation;
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    operation.column
        = toText(interpreter, QStringLiteral("column_name"), reader.required(QStringLiteral("column_name")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    if (const std::optional<Value> type = reader.keyword(QStringLiteral("existing_type")); type && !type->isNone())
        operation.existingType = toType(session, interpreter, *type);
    static_cast<void>(reader.otherKeywords()); // Alembic takes any; they are for other dialects
    reader.finish();
    return operation;
}

/// A default as alter_column() takes it: not given or False is "do not touch", None is "drop".
struct DefaultChange {
    std::optional<std::optional<Schema::Expression>> expression;
    std::optional<Schema::Identity> identity;
    bool isComputed = false;
};

DefaultChange takeDefault(Session &session, Interpreter &interpreter, const std::optional<Value> &value)
{
    DefaultChange change;
    if (!value || (value->isBool() && !value->toBool()))
        return change;
    if (const auto *identity = value->as<IdentityObject>())
        change.identity = identity->content;
    else if (value->as<ComputedObject>())
        change.isComputed = true;
    else if (value->isNone())
        change.expression.emplace(std::nullopt);
    else if (value->as<FetchedValueObject>())
        interpreter.raise(QStringLiteral("AssertionError"), {});
    else
        change.expression.emplace(toServerDefault(session, interpreter, *value));
    return change;
}

void takeDefaults(Session &session, Interpreter &interpreter, ArgumentReader &reader, Operations::AlterColumn &operation)
{
    const DefaultChange change
        = takeDefault(session, interpreter, reader.keyword(QStringLiteral("server_default")));
    operation.serverDefault = change.expression;
    operation.identity = change.identity;
    const DefaultChange existing
        = takeDefault(session, interpreter, reader.keyword(QStringLiteral("existing_server_default")));
    operation.existingServerDefault = existing.expression;
    operation.existingIdentity = existing.identity;
    operation.involvesComputed = change.isComputed || existing.isComputed;
}

bool changesAnything(const Operations::AlterColumn &operation)
{
    return operation.nullable || operation.type || operation.serverDefault || operation.identity || operation.comment
        || !operation.newName.isEmpty();
}

Operations::Operation alterColumn(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("alter_column"), arguments);
    Operations::AlterColumn operation;
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    const Value column = reader.required(QStringLiteral("column_name"));
    const auto *object = column.as<ColumnObject>();
    operation.column = object ? object->content.name : toText(interpreter, QStringLiteral("column_name"), column);
    const auto given = [&](const QString &name) {
        const std::optional<Value> value = reader.keyword(name);
        return value && !value->isNone() ? value : std::nullopt;
    };
    if (const auto nullable = given(QStringLiteral("nullable")))
        operation.nullable = interpreter.isTrue(*nullable);
    if (const auto type = given(QStringLiteral("type_")))
        operation.type = toType(session, interpreter, *type);
    if (const auto type = given(QStringLiteral("existing_type")))
        operation.existingType = toType(session, interpreter, *type);
    if (const auto nullable = given(QStringLiteral("existing_nullable")))
        operation.existingNullable = interpreter.isTrue(*nullable);
    takeDefaults(session, interpreter, reader, operation);
    const std::optional<Value> comment = reader.keyword(QStringLiteral("comment"));
    if (comment && comment->isNone())
        operation.comment.emplace(std::nullopt);
    else if (comment && !comment->isBool())
        operation.comment.emplace(toText(interpreter, QStringLiteral("comment"), *comment));
    operation.newName = optionalText(interpreter, reader, QStringLiteral("new_column_name"));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.postgresqlUsing = optionalText(interpreter, reader, QStringLiteral("postgresql_using"));
    if (const auto counts = given(QStringLiteral("autoincrement")))
        operation.autoincrement = interpreter.isTrue(*counts);
    static_cast<void>(reader.otherKeywords()); // Alembic takes any; they are for other dialects
    reader.finish();
    if (object && changesAnything(operation)) // a Column for a name goes unnoticed as long as nothing is written
        interpreter.raise(QStringLiteral("AttributeError"),
            QStringLiteral("Neither 'Column' object nor 'Comparator' object has an attribute 'lower'"));
    return operation;
}

const Directive directives[] = {
    {u"add_column", addColumn},
    {u"alter_column", alterColumn},
    {u"drop_column", dropColumn},
};

} // namespace

std::span<const Directive> columnDirectives()
{
    return directives;
}

} // namespace Migrations::Alembic
