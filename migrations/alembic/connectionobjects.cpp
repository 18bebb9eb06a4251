#include "migrations/alembic/connectionobjects.h"

#include "migrations/alembic/changeobject.h"
#include "migrations/dialects/dialect.h"
#include "migrations/standardlibrary/enumclasses.h"

namespace Migrations::Alembic {

using namespace Python;
using namespace StandardLibrary;

namespace {

// execute(statement, parameters): a dict of them, or keywords
QVariantMap takeParameters(Interpreter &interpreter, ArgumentReader &reader)
{
    QVariantMap parameters;
    const Value given = reader.optional(QStringLiteral("parameters"), Value());
    if (const auto *dict = given.as<Dict>()) {
        for (qsizetype i = 0; i < dict->keys().size(); ++i)
            parameters.insert(interpreter.str(dict->keys()[i]), toVariant(interpreter, plainValue(dict->values()[i])));
    } else if (!given.isNone()) {
        interpreter.unsupported(QStringLiteral("execute() with parameters that are not a dict"));
    }
    for (const auto &[name, value] : reader.otherKeywords())
        parameters.insert(name, toVariant(interpreter, plainValue(value)));
    return parameters;
}

// rows for an insert()
Value withRows(Interpreter &interpreter, const ChangeObject &insert, const Value &rows)
{
    auto *next = interpreter.make<ChangeObject>(insert.content, insert.dialect);
    ArgumentReader reader(interpreter, QStringLiteral("values"), {.positional = {rows}, .keywords = {}, .at = {}});
    setValues(interpreter, next->content, reader);
    next->content.isInline = true;
    return Value(next);
}

Value execute(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("execute"), arguments);
    Value statement = reader.required(QStringLiteral("statement"));
    static_cast<void>(reader.keyword(QStringLiteral("execution_options")));
    if (session.host().isOffline()) { // Alembic's mock of a connection does not look at them
        static_cast<void>(reader.rest());
        static_cast<void>(reader.otherKeywords());
    }
    if (statement.isString() && !session.host().isOffline()) // the mock prints it
        interpreter.raise(session.exceptionClass(interpreter, QStringLiteral("ObjectNotExecutableError")),
            QStringLiteral("Not an executable object: %1").arg(interpreter.repr(statement)));
    const auto *change = statement.as<ChangeObject>();
    if (change && change->content.kind == Schema::Change::Kind::Insert && !session.host().isOffline()) {
        if (const std::optional<Value> rows = reader.optional(QStringLiteral("parameters")))
            statement = withRows(interpreter, *change, *rows);
    }
    const QVariantMap parameters = takeParameters(interpreter, reader);
    reader.finish();
    return executeStatement(session, interpreter, statement, parameters);
}

Value scalar(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const Value result = execute(session, interpreter, arguments);
    return interpreter.callValue(interpreter.attribute(result, QStringLiteral("scalar")), {});
}

using Method = Value (*)(Session &, Interpreter &, const Arguments &);

Value bound(Session &session, Interpreter &interpreter, const QString &name, Method method)
{
    return Value(interpreter.make<Builtin>(name, [&session, method](Interpreter &inner, const Arguments &arguments) {
        return method(session, inner, arguments);
    }));
}

} // namespace

QString ConnectionObject::typeName() const
{
    return m_session.host().isOffline() ? QStringLiteral("MockConnection") : QStringLiteral("Connection");
}

std::optional<Value> ConnectionObject::attribute(Interpreter &interpreter, const QString &name)
{
    const bool isMock = m_session.host().isOffline();
    if (name == u"connect" || name == u"execution_options")
        return Value(interpreter.make<Builtin>(name, [this](Interpreter &, const Arguments &) { return Value(this); }));
    if (isMock && name == u"name")
        return Value(m_session.host().dialect().name());
    if (isMock && name != u"execute" && name != u"dialect" && name != u"engine")
        return std::nullopt;
    static const QHash<QString, Method> methods {
        {QStringLiteral("execute"), execute},
        {QStringLiteral("scalar"), scalar},
    };
    if (const Method method = methods.value(name))
        return bound(m_session, interpreter, name, method);
    if (name == u"dialect" || name == u"engine") // engine.name and engine.dialect.name are asked for alike
        return Value(interpreter.make<DialectObject>(m_session.host().dialect().name()));
    interpreter.unsupported(QStringLiteral("Connection.%1").arg(name));
}

std::optional<Value> DialectObject::attribute(Interpreter &interpreter, const QString &member)
{
    if (member == u"name")
        return Value(name);
    if (member == u"dialect")
        return Value(this);
    if (member == u"identifier_preparer") {
        auto *preparer = interpreter.make<ModuleObject>(QStringLiteral("IdentifierPreparer"));
        const QString method = QStringLiteral("quote");
        preparer->members.insert(method,
            Value(interpreter.make<Builtin>(method, [name = name](Interpreter &inner, const Arguments &arguments) {
                ArgumentReader reader(inner, QStringLiteral("quote"), arguments);
                const QString identifier
                    = toText(inner, QStringLiteral("ident"), reader.required(QStringLiteral("ident")));
                reader.finish();
                return Value(Dialects::Dialect::byName(name)->quoted(identifier));
            })));
        return Value(preparer);
    }
    if (member == u"type_descriptor") // the type for this dialect, which a type's own text is made from anyway
        return Value(interpreter.make<Builtin>(member, [](Interpreter &inner, const Arguments &arguments) {
            ArgumentReader reader(inner, QStringLiteral("type_descriptor"), arguments);
            const Value type = reader.required(QStringLiteral("typeobj"));
            reader.finish();
            return type;
        }));
    interpreter.unsupported(QStringLiteral("Dialect.%1").arg(member));
}

// RowObject

QString RowObject::repr(Interpreter &interpreter)
{
    return interpreter.make<Tuple>(values)->repr(interpreter);
}

Value RowObject::item(Interpreter &interpreter, const Value &key)
{
    return interpreter.make<Tuple>(values)->item(interpreter, key);
}

std::optional<Value> RowObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (const qsizetype column = columns.indexOf(name); column >= 0)
        return values[column];
    if (name == u"_mapping") {
        auto *mapping = interpreter.make<Dict>();
        for (qsizetype i = 0; i < columns.size(); ++i)
            mapping->set(interpreter, Value(columns[i]), values[i]);
        return Value(mapping);
    }
    return std::nullopt;
}

Iterator *RowObject::iterate(Interpreter &interpreter)
{
    return interpreter.make<ListIterator>(values);
}

// ResultObject

ResultObject::ResultObject(Interpreter &interpreter, const QueryResult &result)
    : m_columns(result.columns)
    , m_affected(result.affected)
{
    for (const QVariantList &row : result.rows) {
        interpreter.step();
        QList<Value> values;
        for (const QVariant &value : row)
            values << toValue(interpreter, value);
        m_rows << Value(interpreter.make<RowObject>(m_columns, values));
    }
}

std::optional<Value> ResultObject::takeRow()
{
    return m_next < m_rows.size() ? std::optional(m_rows[m_next++]) : std::nullopt;
}

QList<Value> ResultObject::takeAll()
{
    const QList<Value> rest = m_rows.mid(m_next);
    m_next = m_rows.size();
    return rest;
}

Iterator *ResultObject::iterate(Interpreter &interpreter)
{
    return interpreter.make<ListIterator>(takeAll());
}

namespace {

using ResultMethod = Value (*)(Interpreter &, ResultObject *, const Arguments &);

Value fetchOne(Interpreter &, ResultObject *self, const Arguments &)
{
    return self->takeRow().value_or(Value());
}

Value fetchAll(Interpreter &interpreter, ResultObject *self, const Arguments &)
{
    return Value(interpreter.make<List>(self->takeAll()));
}

// the first column of the first row
Value scalarValue(Interpreter &interpreter, ResultObject *self, const Arguments &)
{
    const std::optional<Value> row = self->takeRow();
    return row ? interpreter.item(*row, 0) : Value();
}

Value scalars(Interpreter &interpreter, ResultObject *self, const Arguments &)
{
    QList<Value> values;
    for (const Value &row : self->takeAll())
        values << interpreter.item(row, 0);
    return Value(interpreter.make<List>(values));
}

const QHash<QString, ResultMethod> &resultMethods()
{
    static const QHash<QString, ResultMethod> methods {
        {QStringLiteral("all"), fetchAll},
        {QStringLiteral("fetchall"), fetchAll},
        {QStringLiteral("fetchone"), fetchOne},
        {QStringLiteral("first"), fetchOne},
        {QStringLiteral("scalar"), scalarValue},
        {QStringLiteral("scalar_one_or_none"), scalarValue},
        {QStringLiteral("scalars"), scalars},
    };
    return methods;
}

} // namespace

std::optional<Value> ResultObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"rowcount")
        return Value(m_affected);
    if (const ResultMethod method = resultMethods().value(name))
        return Value(interpreter.make<Builtin>(name, [this, method](Interpreter &inner, const Arguments &arguments) {
            return method(inner, this, arguments);
        }));
    interpreter.unsupported(QStringLiteral("CursorResult.%1").arg(name));
}

} // namespace Migrations::Alembic
