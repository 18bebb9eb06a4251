// sa.func: SQL functions by name, with the types that SQLAlchemy knows.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/schema/operators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;

namespace {

/// What SQLAlchemy has a class for: written in small letters whatever the script says.
struct FunctionRow {
    QStringView name;
    QStringView type; ///< empty: none; "*": that of the first argument
};

const FunctionRow rows[] = {
    {u"aggregate_strings", u"String"},
    {u"array_agg", u"ARRAY"},
    {u"char_length", u"Integer"},
    {u"coalesce", u"*"},
    {u"concat", u"String"},
    {u"count", u"Integer"},
    {u"cube", u""},
    {u"cume_dist", u"Numeric"},
    {u"current_date", u"Date"},
    {u"current_time", u"Time"},
    {u"current_timestamp", u"DateTime"},
    {u"current_user", u"String"},
    {u"dense_rank", u"Integer"},
    {u"grouping_sets", u""},
    {u"localtime", u"DateTime"},
    {u"localtimestamp", u"DateTime"},
    {u"max", u"*"},
    {u"min", u"*"},
    {u"mode", u""},
    {u"now", u"DateTime"},
    {u"percent_rank", u"Numeric"},
    {u"percentile_cont", u""},
    {u"percentile_disc", u""},
    {u"random", u""},
    {u"rank", u"Integer"},
    {u"rollup", u""},
    {u"session_user", u"String"},
    {u"sum", u"*"},
    {u"sysdate", u"DateTime"},
    {u"user", u"String"},
};

void setKnownType(Expression &call, const FunctionRow &row)
{
    call.text = row.name.toString();
    if (row.type == u"*") {
        const auto typed = std::ranges::find_if(
            call.arguments, [](const Expression &each) { return !Schema::typeOf(each).name.isEmpty(); });
        call.type = typed == call.arguments.cend() ? nullptr : typed->type;
    } else if (row.type == u"ARRAY") {
        Schema::Type type = Schema::Type::named(QStringLiteral("ARRAY"));
        type.item = call.arguments.isEmpty() || !call.arguments.front().type
            ? std::make_shared<const Schema::Type>()
            : call.arguments.front().type;
        call.type = std::make_shared<const Schema::Type>(type);
    } else if (!row.type.isEmpty()) {
        call.type = typeNamed(row.type.toString());
    }
}

/// func.name and func.package.name
class FunctionGenerator final : public Object
{
public:
    FunctionGenerator(Session &session, QStringList path) : m_session(session), m_path(std::move(path)) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("_FunctionGenerator"); }

    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        if (name.startsWith(QStringLiteral("__")))
            return std::nullopt;
        const QString word = name.endsWith(u'_') ? name.chopped(1) : name;
        return Value(interpreter.make<FunctionGenerator>(m_session, m_path + QStringList {word}));
    }

    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override
    {
        if (m_path.size() == 1 && m_path.front().toLower() == u"cast") { // SQLAlchemy makes a CAST of it
            const auto cast = std::ranges::find(conditionConstructors(), QStringView(u"cast"), &ModuleFunction::name);
            return cast->code(m_session, interpreter, arguments);
        }
        ArgumentReader reader(interpreter, m_path.join(u'.'), arguments);
        const std::optional<Value> type = reader.keyword(QStringLiteral("type_"));
        Expression call {.kind = Expression::Kind::Function, .text = m_path.join(u'.')};
        for (const Value &argument : reader.rest())
            call.arguments << Schema::grouped(sqlElement(interpreter, argument), QStringLiteral(","));
        reader.finish();
        const QString lower = call.text.toLower();
        const auto row = std::ranges::find(rows, QStringView(lower), &FunctionRow::name);
        if (row != std::end(rows))
            setKnownType(call, *row);
        if (type && !type->isNone())
            call.type = std::make_shared<const Schema::Type>(toType(m_session, interpreter, *type));
        return makeExpression(interpreter, call);
    }

private:
    Session &m_session;
    const QStringList m_path;
};

} // namespace

Value makeFunctionNamespace(Session &session, Interpreter &interpreter)
{
    return Value(interpreter.make<FunctionGenerator>(session, QStringList()));
}

} // namespace Migrations::Alembic
