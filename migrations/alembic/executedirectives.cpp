// alembic.op: SQL text, rows of data, and what is around the migration.
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/changeobject.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/queryobject.h"
#include "migrations/dialects/dialect.h"
#include "migrations/sqltext/textparameters.h"
#include "migrations/standardlibrary/enumclasses.h"

#include <QCoreApplication>

namespace Migrations::Alembic {

using namespace Python;
using namespace StandardLibrary;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// What a statement gives when there is no connection: nothing that a script could use.
class UnknownResult final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("CursorResult"); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &) override
    {
        refuse(interpreter);
    }
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override { refuse(interpreter); }
    [[nodiscard]] bool isTrue(Interpreter &interpreter) override { refuse(interpreter); }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &) override { refuse(interpreter); }

private:
    [[noreturn]] void refuse(Interpreter &interpreter) const
    {
        interpreter.abort({
            .code = ErrorCode::NeedsConnection,
            .message = Tr::tr("The script reads rows of data here, and there is no database to read them from."),
            .nextStep = Tr::tr("Connect to the database, then preview or apply from there."),
        });
    }
};

// a statement that SQLAlchemy composes; nullopt: text, or nothing that can be sent
std::optional<Result<QString>> composedText(Session &session, const Value &statement)
{
    const Dialects::Dialect &dialect = session.host().dialect();
    const auto target = session.host().isOffline() ? Dialects::Target::Offline : Dialects::Target::Live;
    const auto *query = statement.as<QueryObject>();
    if (query && !query->content.text)
        return dialect.statement(query->content, target);
    if (const auto *change = statement.as<ChangeObject>())
        return dialect.statement(change->content, target);
    const auto *expression = statement.as<ExpressionObject>();
    if (expression && expression->content.kind == Schema::Expression::Kind::Function)
        return dialect.expression(expression->content, target);
    return std::nullopt;
}

// text(), what text().columns() is of, or a str
Schema::Expression textOf(Session &session, Interpreter &interpreter, const Value &statement)
{
    using Kind = Schema::Expression::Kind;
    const auto *query = statement.as<QueryObject>();
    const auto *expression = statement.as<ExpressionObject>();
    if (query && query->content.text)
        return *query->content.text;
    if (expression && expression->content.kind == Kind::Template)
        return expression->content;
    if (statement.isString() || statement.as<Opaque>())
        return {.kind = Kind::Template, .text = interpreter.str(statement)};
    interpreter.raise(session.exceptionClass(interpreter, QStringLiteral("ObjectNotExecutableError")),
        QStringLiteral("Not an executable object: %1").arg(interpreter.repr(statement)));
}

// the parameters that a text() carries, for a connection
QVariantMap parametersOf(const Schema::Expression &text)
{
    QVariantMap parameters;
    for (qsizetype i = 0; i + 1 < text.arguments.size(); i += 2)
        parameters.insert(text.arguments[i].text, text.arguments[i + 1].value);
    return parameters;
}

// bindparams(bindparam('ids', expanding=True)): each value of the list is a parameter of its own
QString withLists(Interpreter &interpreter, const Schema::Expression &text, QVariantMap &given)
{
    QString sql = text.text;
    for (qsizetype i = 0; i + 1 < text.arguments.size(); i += 2) {
        const Schema::Expression &list = text.arguments[i + 1];
        if (list.kind != Schema::Expression::Kind::Tuple)
            continue;
        const QString name = text.arguments[i].text;
        const QVariant own = given.take(name);
        const bool isGiven = own.metaType() == QMetaType::fromType<QVariantList>(); // an empty one is one, too
        QVariantList values = own.toList();
        for (const Schema::Expression &each : isGiven ? QList<Schema::Expression>() : list.arguments)
            values << each.value;
        if (values.isEmpty() || sql.contains(QStringLiteral("\\:")))
            interpreter.unsupported(QStringLiteral("bindparam(expanding=True) in this statement"));
        QStringList places;
        for (const QVariant &value : std::as_const(values)) {
            places << QStringLiteral(":%1_%2").arg(name).arg(places.size() + 1);
            given.insert(places.last().sliced(1), value);
        }
        sql = SqlText::TextParameters::withLiterals(sql, [&](const QString &other) {
            return other == name ? QStringLiteral("(%1)").arg(places.join(QStringLiteral(", "))) : QString(u':' + other);
        });
    }
    return sql;
}

Value execute(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("execute"), arguments);
    const Value statement = reader.required(QStringLiteral("sqltext"));
    static_cast<void>(reader.keyword(QStringLiteral("execution_options")));
    reader.finish();
    static_cast<void>(executeStatement(session, interpreter, statement, {}));
    return {};
}

// a member of an enumeration is stored as the label that its column's type has for it
QVariant rowValue(Interpreter &interpreter, const Schema::Table &table, const QString &column, const Value &value)
{
    const auto *member = value.as<EnumMember>();
    const auto found = std::ranges::find(table.columns, column, &Schema::Column::name);
    if (member && found != table.columns.cend() && found->type.labels.contains(member->name))
        return member->name;
    return toVariant(interpreter, plainValue(value));
}

Value bulkInsert(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("bulk_insert"), arguments);
    const Value table = reader.required(QStringLiteral("table"));
    const Value rows = reader.required(QStringLiteral("rows"));
    static_cast<void>(reader.optional(QStringLiteral("multiinsert")));
    reader.finish();
    const auto *object = table.as<TableObject>();
    if (!object)
        interpreter.unsupported(QStringLiteral("bulk_insert() into %1").arg(Interpreter::typeName(table)));
    if (!rows.as<List>())
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("List expected"));
    Operations::InsertRows operation {.table = object->content, .rows = {}};
    for (const Value &row : interpreter.toList(rows)) {
        const auto *dict = row.as<Dict>();
        if (!dict)
            interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("List of dictionaries expected"));
        const auto column = [&](qsizetype i) { return interpreter.str(dict->keys()[i]); };
        QMap<QString, QVariant> values;
        for (qsizetype i = 0; i < dict->keys().size(); ++i)
            values.insert(column(i), rowValue(interpreter, object->content, column(i), dict->values()[i]));
        operation.rows << values;
    }
    if (!operation.rows.isEmpty())
        session.perform(interpreter, operation);
    return {};
}

Value inlineLiteral(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const auto literal = std::ranges::find(expressionConstructors(), QStringView(u"literal"), &ModuleFunction::name);
    return literal->code(session, interpreter, arguments);
}

Value getBind(Session &session, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<ConnectionObject>(session));
}

Value getContext(Session &session, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<ContextObject>(session));
}

Value finalName(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("f"), arguments);
    const QString name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    reader.finish();
    return Value(interpreter.make<NameObject>(name));
}

const ModuleFunction directives[] = {
    {u"bulk_insert", bulkInsert},
    {u"execute", execute},
    {u"f", finalName},
    {u"get_bind", getBind},
    {u"get_context", getContext},
    {u"inline_literal", inlineLiteral},
};

} // namespace

Value executeStatement(
    Session &session, Interpreter &interpreter, const Value &statement, const QVariantMap &parameters)
{
    if (const auto *ddl = statement.as<DdlObject>()) {
        session.perform(interpreter, ddl->content);
        if (session.host().isOffline())
            return {};
        return Value(interpreter.make<UnknownResult>());
    }
    Host &host = session.host();
    QString sql;
    QVariantMap given = parameters;
    if (const std::optional<Result<QString>> composed = composedText(session, statement)) {
        sql = session.unwrap(interpreter, *composed);
        if (!given.isEmpty())
            interpreter.unsupported(QStringLiteral("parameters for a statement that is not text()"));
    } else {
        const Schema::Expression text = textOf(session, interpreter, statement);
        given = parametersOf(text);
        given.insert(parameters);
        sql = host.isOffline() ? text.text : withLists(interpreter, text, given);
        if (host.isOffline()) {
            sql = session.unwrap(interpreter, host.dialect().expression(text));
        } else if (given.isEmpty()) {
            const Result<SqlText::TextParameters::Bound> bound = SqlText::TextParameters::bound(sql, {});
            if (!bound)
                interpreter.raise(
                    session.exceptionClass(interpreter, QStringLiteral("StatementError")), bound.error().message);
            sql = bound->sql;
        }
    }
    if (host.isOffline())
        given.clear(); // Alembic prints the statement alone
    const QueryResult result = session.unwrap(interpreter,
        interpreter.outside([&] { return host.query(sql, given, interpreter.location()); }));
    if (host.isOffline()) { // what Alembic's mock of a connection gives
        session.noteMissingRows();
        return {};
    }
    if (result.isUnknown)
        return Value(interpreter.make<UnknownResult>());
    return Value(interpreter.make<ResultObject>(interpreter, result));
}

std::span<const ModuleFunction> executeDirectives()
{
    return directives;
}

} // namespace Migrations::Alembic
