// sa.Table and sa.table as scripts hold them, and what they create and drop.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/relationobjects.h"
#include "migrations/dialects/dialect.h"
#include "migrations/dialects/types.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Relation;
using Schema::RelationPtr;

namespace {

RelationPtr ofTable(const Schema::Table &table, bool isLight)
{
    auto relation = std::make_shared<Relation>();
    relation->name = table.name;
    relation->schema = table.schema;
    relation->columns = table.columns;
    if (!isLight)
        relation->declared = std::make_shared<const Schema::Table>(table);
    return relation;
}

// the enum types that belong to a table's columns alone: made before it and dropped after it
QList<Schema::EnumType> ownEnums(const Schema::Table &table, const QString &dialect)
{
    QList<Schema::EnumType> enums;
    for (const Schema::Column &column : table.columns) {
        const Schema::Type *type = &column.type;
        if (const auto variant = type->variants.constFind(dialect); variant != type->variants.cend())
            type = variant->get();
        while (type->item && !type->name.endsWith(QStringLiteral("DOMAIN")))
            type = type->item.get();
        if (!Dialects::Types::isEnum(*type) || !type->native || !type->createType)
            continue;
        const bool inherits = type->options.value(QStringLiteral("inherit_schema")) == u"true";
        const Schema::EnumType found {
            .name = type->typeName, .schema = inherits ? table.schema : type->typeSchema, .labels = type->labels};
        if (!enums.contains(found))
            enums << found;
    }
    return enums;
}

Schema::Type withoutCreation(Schema::Type type)
{
    type.createType = false;
    if (type.item)
        type.item = std::make_shared<const Schema::Type>(withoutCreation(*type.item));
    for (std::shared_ptr<const Schema::Type> &variant : type.variants)
        variant = std::make_shared<const Schema::Type>(withoutCreation(*variant));
    return type;
}

/// table.create(bind, checkfirst=True) and table.drop(…)
struct LifeCycle {
    Session &session;
    Interpreter &interpreter;
    const Schema::Table &table;
    bool asks = false; ///< whether what is there, or is not, is left as it is

    // Without a connection SQLAlchemy asks nothing, whatever checkfirst says.
    LifeCycle(Session &session, Interpreter &interpreter, const Schema::Table &table, const Arguments &arguments,
        const QString &method)
        : session(session), interpreter(interpreter), table(table)
    {
        ArgumentReader reader(interpreter, QStringLiteral("Table.") + method, arguments);
        static_cast<void>(reader.required(QStringLiteral("bind")));
        asks = reader.truth(reader.optional(QStringLiteral("checkfirst"), Value(true)), false) && !session.host().isOffline();
        reader.finish();
    }

    [[nodiscard]] bool exists() const
    {
        const Schema::Database database = session.unwrap(
            interpreter, interpreter.outside([&] { return session.host().schema(interpreter.location()); }));
        return database.table(table.name, table.schema) != nullptr;
    }

    // each time with its types, which op.create_table() makes once in a run
    void create() const
    {
        if (asks && exists())
            return;
        Operations::CreateTable operation {.table = table};
        for (Schema::Column &column : operation.table.columns) {
            if (column.type.name.endsWith(QStringLiteral("DOMAIN")))
                interpreter.unsupported(QStringLiteral("Table.create() with a DOMAIN"));
            column.type = withoutCreation(column.type);
        }
        for (const Schema::EnumType &type : ownEnums(table, session.host().dialect().name()))
            session.perform(interpreter, Operations::CreateEnum {.type = type, .checkFirst = asks});
        session.perform(interpreter, operation);
    }

    void drop() const
    {
        if (asks && !exists())
            return;
        session.perform(interpreter, Operations::DropTable {.table = table.name, .schema = table.schema});
        for (const Schema::EnumType &type : ownEnums(table, session.host().dialect().name()))
            session.perform(interpreter, Operations::DropEnum {.name = type.name, .schema = type.schema, .checkFirst = asks});
    }
};

} // namespace

TableObject::TableObject(Session &session, const Schema::Table &table, bool isLight)
    : RelationObject(ofTable(table, isLight))
    , content(table)
    , m_session(session)
{
}

QString TableObject::str(Interpreter &)
{
    return content.schema.isEmpty() ? content.name : content.schema + u'.' + content.name;
}

const Schema::Table &TableObject::definition(Interpreter &interpreter) const
{
    if (hasConvention)
        interpreter.unsupported(QStringLiteral("MetaData(naming_convention=…) of a Table that is made"));
    return content;
}

std::optional<Value> TableObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"schema")
        return content.schema.isEmpty() ? Value() : Value(content.schema);
    if (name == u"fullname")
        return Value(str(interpreter));
    static const QStringList statements {
        QStringLiteral("delete"), QStringLiteral("insert"), QStringLiteral("update")};
    if (statements.contains(name)) {
        const auto constructor = std::ranges::find(changeConstructors(), QStringView(name), &ModuleFunction::name);
        return Value(interpreter.make<Builtin>(
            name, [this, code = constructor->code](Interpreter &inner, const Arguments &given) {
                Arguments withSelf = given;
                withSelf.positional.prepend(Value(this));
                return code(m_session, inner, withSelf);
            }));
    }
    const bool makes = name == u"create";
    if (relation->declared && (makes || name == u"drop")) {
        return Value(interpreter.make<Builtin>(name, [this, name, makes](Interpreter &inner, const Arguments &arguments) {
            const LifeCycle cycle(m_session, inner, definition(inner), arguments, name);
            if (makes)
                cycle.create();
            else
                cycle.drop();
            return Value();
        }));
    }
    return RelationObject::attribute(interpreter, name);
}

} // namespace Migrations::Alembic
