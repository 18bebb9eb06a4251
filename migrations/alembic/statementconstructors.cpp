// sa.insert, update, delete and select, and the functions that conditions are made with.
#include "migrations/alembic/datastatement.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/sqloperators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;

namespace {

template<DataStatement::Kind Kind>
Value statementOn(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("table"), arguments);
    const Value table = reader.required(QStringLiteral("table"));
    reader.finish();
    const auto *object = table.as<TableObject>();
    if (!object)
        interpreter.unsupported(QStringLiteral("a statement on %1").arg(Interpreter::typeName(table)));
    return Value(interpreter.make<DataStatement>(session, Kind, object->content));
}

Value selectColumns(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("select"), arguments);
    QList<Value> columns = reader.rest();
    reader.finish();
    if (columns.size() == 1 && (columns.front().as<List>() || columns.front().as<Tuple>()))
        columns = interpreter.toList(columns.front());
    auto *statement = interpreter.make<DataStatement>(session, DataStatement::Kind::Select, Schema::Table());
    statement->select(interpreter, columns);
    return Value(statement);
}

template<bool IsAnd>
Value junction(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    QList<Expression> conditions;
    for (const Value &condition : arguments.positional)
        conditions << sqlCondition(session, interpreter, condition);
    if (conditions.isEmpty() || !arguments.keywords.isEmpty())
        interpreter.unsupported(QStringLiteral("and_() or or_() with these arguments"));
    return makeExpression(interpreter, joined(IsAnd ? QStringLiteral("AND") : QStringLiteral("OR"), conditions));
}

Value notTrue(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("not_"), arguments);
    const Expression condition = sqlCondition(session, interpreter, reader.required(QStringLiteral("clause")));
    reader.finish();
    return makeExpression(interpreter, negated(condition));
}

Value cast(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("cast"), arguments);
    const Value value = reader.required(QStringLiteral("expression"));
    const Schema::Type type = toType(session, interpreter, reader.required(QStringLiteral("type_")));
    reader.finish();
    return makeExpression(interpreter,
        {.kind = Expression::Kind::Cast,
            .arguments = {sqlValue(interpreter, value, type)},
            .type = std::make_shared<const Schema::Type>(type)},
        type);
}

// case((condition, value)…, else_=value); older scripts give the pairs in a list
Value caseOf(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("case"), arguments);
    QList<Value> pairs = reader.rest();
    const std::optional<Value> otherwise = reader.keyword(QStringLiteral("else_"));
    reader.finish();
    if (pairs.size() == 1 && pairs.front().as<List>())
        pairs = interpreter.toList(pairs.front());
    const auto written = [&](const Value &value) {
        return sqlText(session, interpreter, sqlValue(interpreter, value, {}));
    };
    QString text = QStringLiteral("CASE");
    for (const Value &pair : std::as_const(pairs)) {
        const auto *parts = pair.as<Tuple>();
        if (!parts || parts->items.size() != 2)
            interpreter.unsupported(QStringLiteral("case() of something that is not a pair"));
        const Expression condition = sqlCondition(session, interpreter, parts->items.front());
        const QString when = sqlText(session, interpreter, condition);
        const bool isOperation = condition.kind == Expression::Kind::Binary;
        text += QStringLiteral(" WHEN ") + (isOperation ? u'(' + when + u')' : when) + QStringLiteral(" THEN ")
            + written(parts->items.back());
    }
    if (otherwise && !otherwise->isNone())
        text += QStringLiteral(" ELSE ") + written(*otherwise);
    return makeExpression(interpreter, Expression::sql(text + QStringLiteral(" END")));
}

const ModuleFunction functions[] = {
    {u"and_", junction<true>},
    {u"case", caseOf},
    {u"cast", cast},
    {u"delete", statementOn<DataStatement::Kind::Delete>},
    {u"insert", statementOn<DataStatement::Kind::Insert>},
    {u"not_", notTrue},
    {u"or_", junction<false>},
    {u"select", selectColumns},
    {u"update", statementOn<DataStatement::Kind::Update>},
};

} // namespace

std::span<const ModuleFunction> statementConstructors()
{
    return functions;
}

} // namespace Migrations::Alembic
