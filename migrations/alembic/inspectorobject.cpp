// sa.inspect(bind): SQLAlchemy's Inspector over the host's schema values.
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/dialects/dialect.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

Value list(Interpreter &interpreter, const QStringList &texts)
{
    QList<Value> values;
    for (const QString &text : texts)
        values << Value(text);
    return Value(interpreter.make<List>(values));
}

Value textOrNone(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

/// A dict with names for keys, built in one expression.
Value record(Interpreter &interpreter, const QList<std::pair<QString, Value>> &members)
{
    auto *dict = interpreter.make<Dict>();
    for (const auto &[name, value] : members)
        dict->set(interpreter, Value(name), value);
    return Value(dict);
}

// the arguments that every question about a table has
struct TableQuestion {
    Schema::Database database;
    const Schema::Table *table = nullptr;
};

TableQuestion takeTable(Session &session, Interpreter &interpreter, const QString &method, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, method, arguments);
    const QString name
        = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    const QString schema
        = toText(interpreter, QStringLiteral("schema"), reader.optional(QStringLiteral("schema"), Value()));
    reader.finish();
    TableQuestion question {.database = session.unwrap(interpreter,
        interpreter.outside([&] { return session.host().schema(interpreter.location()); }))};
    question.table = std::as_const(question.database).table(name, schema);
    return question;
}

TableQuestion requireTable(Session &session, Interpreter &interpreter, const QString &method, const Arguments &arguments)
{
    TableQuestion question = takeTable(session, interpreter, method, arguments);
    if (!question.table)
        interpreter.raise(session.exceptionClass(interpreter, QStringLiteral("NoSuchTableError")),
            interpreter.str(arguments.positional.value(0)));
    return question;
}

Value getTableNames(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("get_table_names"), arguments);
    const QString schema
        = toText(interpreter, QStringLiteral("schema"), reader.optional(QStringLiteral("schema"), Value()));
    reader.finish();
    const Schema::Database database = session.unwrap(
        interpreter, interpreter.outside([&] { return session.host().schema(interpreter.location()); }));
    QStringList names;
    for (const Schema::Table &table : database.tables) {
        if (table.schema == schema)
            names << table.name;
    }
    names.sort();
    return list(interpreter, names);
}

Value hasTable(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    return takeTable(session, interpreter, QStringLiteral("has_table"), arguments).table != nullptr;
}

Value getColumns(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const TableQuestion question = requireTable(session, interpreter, QStringLiteral("get_columns"), arguments);
    QList<Value> columns;
    for (const Schema::Column &column : question.table->columns) {
        const Result<QString> defaultText = column.serverDefault
            ? session.host().dialect().expression(*column.serverDefault)
            : Result<QString>(QString());
        columns << record(interpreter,
            {{QStringLiteral("name"), Value(column.name)},
                {QStringLiteral("type"), Value(interpreter.make<TypeObject>(session, column.type))},
                {QStringLiteral("nullable"), Value(column.nullable.value_or(!column.primaryKey))},
                {QStringLiteral("default"), textOrNone(defaultText.value_or(QString()))},
                {QStringLiteral("primary_key"), Value(column.primaryKey ? 1 : 0)},
                {QStringLiteral("comment"), textOrNone(column.comment)}});
    }
    return Value(interpreter.make<List>(columns));
}

template<class Constraint>
QList<Constraint> constraintsOf(const Schema::Table &table)
{
    QList<Constraint> found;
    for (const Schema::Constraint &constraint : table.constraints) {
        if (const auto *wanted = std::get_if<Constraint>(&constraint))
            found << *wanted;
    }
    return found;
}

Value getIndexes(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const TableQuestion question = requireTable(session, interpreter, QStringLiteral("get_indexes"), arguments);
    QList<Value> indexes;
    const auto add = [&](const QString &name, const QStringList &columns, bool unique) {
        indexes << record(interpreter,
            {{QStringLiteral("name"), textOrNone(name)},
                {QStringLiteral("column_names"), list(interpreter, columns)},
                {QStringLiteral("unique"), Value(unique)}});
    };
    for (const Schema::Index &index : question.table->indexes)
        add(index.name.text, index.columns(), index.unique);
    // PostgreSQL shows the index behind a unique constraint, SQLite's are automatic and hidden
    if (session.host().dialect().name() == QStringLiteral("postgresql")) {
        for (const auto &unique : constraintsOf<Schema::UniqueConstraint>(*question.table))
            add(unique.name.text, unique.columns, true);
    }
    return Value(interpreter.make<List>(indexes));
}

Value getForeignKeys(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const TableQuestion question = requireTable(session, interpreter, QStringLiteral("get_foreign_keys"), arguments);
    QList<Value> keys;
    for (const auto &key : constraintsOf<Schema::ForeignKey>(*question.table))
        keys << record(interpreter,
            {{QStringLiteral("name"), textOrNone(key.name.text)},
                {QStringLiteral("constrained_columns"), list(interpreter, key.columns)},
                {QStringLiteral("referred_schema"), textOrNone(key.referredSchema)},
                {QStringLiteral("referred_table"), Value(key.referredTable)},
                {QStringLiteral("referred_columns"), list(interpreter, key.referredColumns)}});
    return Value(interpreter.make<List>(keys));
}

Value getUniqueConstraints(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const TableQuestion question
        = requireTable(session, interpreter, QStringLiteral("get_unique_constraints"), arguments);
    QList<Value> constraints;
    for (const auto &unique : constraintsOf<Schema::UniqueConstraint>(*question.table))
        constraints << record(interpreter,
            {{QStringLiteral("name"), textOrNone(unique.name.text)},
                {QStringLiteral("column_names"), list(interpreter, unique.columns)}});
    return Value(interpreter.make<List>(constraints));
}

Value getPrimaryKey(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const TableQuestion question = requireTable(session, interpreter, QStringLiteral("get_pk_constraint"), arguments);
    const QList<Schema::PrimaryKey> keys = constraintsOf<Schema::PrimaryKey>(*question.table);
    const Schema::PrimaryKey key = keys.isEmpty() ? Schema::PrimaryKey() : keys.front();
    return record(interpreter,
        {{QStringLiteral("constrained_columns"), list(interpreter, key.columns)},
            {QStringLiteral("name"), textOrNone(key.name.text)}});
}

const ModuleFunction methods[] = {
    {u"get_columns", getColumns},
    {u"get_foreign_keys", getForeignKeys},
    {u"get_indexes", getIndexes},
    {u"get_pk_constraint", getPrimaryKey},
    {u"get_table_names", getTableNames},
    {u"get_unique_constraints", getUniqueConstraints},
    {u"has_table", hasTable},
};

} // namespace

std::optional<Value> InspectorObject::attribute(Interpreter &interpreter, const QString &name)
{
    const auto method = std::ranges::find(methods, QStringView(name), &ModuleFunction::name);
    if (method == std::end(methods))
        interpreter.unsupported(QStringLiteral("Inspector.%1").arg(name));
    return Value(interpreter.make<Builtin>(
        name, [session = &m_session, code = method->code](Interpreter &inner, const Arguments &arguments) {
            return code(*session, inner, arguments);
        }));
}

Value inspect(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("inspect"), arguments);
    const Value subject = reader.required(QStringLiteral("subject"));
    reader.finish();
    if (!subject.as<ConnectionObject>() && !subject.as<DialectObject>())
        interpreter.unsupported(QStringLiteral("inspect() of something that is not a connection"));
    // The schema that the steps before have built answers where Alembic would end; where the script takes
    // its exception, it goes on as with Alembic.
    if (session.host().isOffline() && interpreter.isCaught())
        session.raise(interpreter, QStringLiteral("NoInspectionAvailable"),
            QStringLiteral("No inspection system is available for object of type "
                           "<class 'sqlalchemy.engine.mock.MockConnection'>"));
    return Value(interpreter.make<InspectorObject>(session));
}

// Inspector(bind) and Inspector.from_engine(bind), which fail in other words
Value inspectorOf(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    if (session.host().isOffline() && interpreter.isCaught())
        interpreter.raise(
            QStringLiteral("AttributeError"), QStringLiteral("'MockConnection' object has no attribute 'close'"));
    return inspect(session, interpreter, arguments);
}

} // namespace Migrations::Alembic
