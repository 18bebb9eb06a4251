// sa.insert, update, delete, select, union… and what stands in FROM.
#include "migrations/alembic/changeobject.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/queryobject.h"
#include "migrations/alembic/sqloperators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Change;
using Schema::Expression;
using Schema::Relation;

namespace {

Value changeOf(Interpreter &interpreter, Change::Kind kind, const QString &dialect, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("table"), arguments);
    const Value table = reader.required(QStringLiteral("table"));
    reader.finish();
    const Schema::RelationPtr relation = relationFrom(interpreter, table);
    const bool isAliased = relation->kind == Relation::Kind::Alias && kind != Change::Kind::Insert;
    if (relation->kind != Relation::Kind::Table && !isAliased)
        interpreter.unsupported(QStringLiteral("a change of %1").arg(Interpreter::typeName(table)));
    return Value(interpreter.make<ChangeObject>(Change {.kind = kind, .table = relation}, dialect));
}

template<Change::Kind Kind>
Value change(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    return changeOf(interpreter, Kind, {}, arguments);
}

Value postgresqlInsert(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    return changeOf(interpreter, Change::Kind::Insert, QStringLiteral("postgresql"), arguments);
}

Value sqliteInsert(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    return changeOf(interpreter, Change::Kind::Insert, QStringLiteral("sqlite"), arguments);
}

Value select(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("select"), arguments);
    const QList<Expression> columns = selectedColumns(interpreter, reader.rest());
    reader.finish();
    // a relation without columns stands in FROM all the same
    Schema::Query query {.columns = columns};
    for (const Value &each : arguments.positional) {
        const Schema::RelationPtr relation = toRelation(each);
        if (relation && Schema::columnsOf(relation).isEmpty())
            query.from << relation;
    }
    return makeQuery(interpreter, query);
}

template<char16_t const *Keyword>
Value compound(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("union"), arguments);
    const QList<Value> parts = reader.rest();
    reader.finish();
    return compoundOf(interpreter, QString::fromUtf16(Keyword), parts);
}

constexpr char16_t unionWord[] = u"UNION";
constexpr char16_t unionAllWord[] = u"UNION ALL";
constexpr char16_t exceptWord[] = u"EXCEPT";
constexpr char16_t exceptAllWord[] = u"EXCEPT ALL";
constexpr char16_t intersectWord[] = u"INTERSECT";
constexpr char16_t intersectAllWord[] = u"INTERSECT ALL";

Value exists(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("exists"), arguments);
    const QList<Value> given = reader.rest();
    reader.finish();
    const auto *query = given.size() == 1 ? given.front().as<QueryObject>() : nullptr;
    const auto *scalar = given.size() == 1 ? given.front().as<ExpressionObject>() : nullptr;
    if (query)
        return makeExpression(interpreter, existing(query->content));
    if (scalar && scalar->content.kind == Expression::Kind::Subquery)
        return makeExpression(interpreter, existing(*scalar->content.query));
    const QList<Expression> columns
        = given.isEmpty() ? QList {Expression::sql(QStringLiteral("*"))} : selectedColumns(interpreter, given);
    return makeExpression(interpreter, existing({.columns = columns}));
}

// alias(x, name) and the like are methods of what they are given
template<char16_t const *Name>
Value asMethod(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    if (arguments.positional.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("missing 1 required positional argument"));
    Arguments rest = arguments;
    const Value self = rest.positional.takeFirst();
    return interpreter.callValue(interpreter.attribute(self, QString::fromUtf16(Name)), rest);
}

constexpr char16_t aliasName[] = u"alias";
constexpr char16_t joinName[] = u"join";
constexpr char16_t outerJoinName[] = u"outerjoin";
constexpr char16_t cteName[] = u"cte";
constexpr char16_t subqueryName[] = u"subquery";
constexpr char16_t lateralName[] = u"lateral";

Value values(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("values"), arguments);
    auto relation = std::make_shared<Relation>();
    relation->kind = Relation::Kind::Values;
    const Value name = reader.keyword(QStringLiteral("name")).value_or(Value());
    static_cast<void>(reader.keyword(QStringLiteral("literal_binds")));
    relation->name = toText(interpreter, QStringLiteral("name"), name);
    relation->isNamed = !name.isNone();
    for (const Value &each : reader.rest()) {
        const auto *column = each.as<ColumnObject>();
        if (!column)
            interpreter.unsupported(QStringLiteral("values() of %1").arg(Interpreter::typeName(each)));
        relation->columns << column->content;
    }
    reader.finish();
    return Value(interpreter.make<RelationObject>(relation));
}

const ModuleFunction changes[] = {
    {u"delete", change<Change::Kind::Delete>},
    {u"insert", change<Change::Kind::Insert>},
    {u"update", change<Change::Kind::Update>},
};

const ModuleFunction functions[] = {
    {u"alias", asMethod<aliasName>},
    {u"cte", asMethod<cteName>},
    {u"except_", compound<exceptWord>},
    {u"except_all", compound<exceptAllWord>},
    {u"exists", exists},
    {u"intersect", compound<intersectWord>},
    {u"intersect_all", compound<intersectAllWord>},
    {u"join", asMethod<joinName>},
    {u"lateral", asMethod<lateralName>},
    {u"outerjoin", asMethod<outerJoinName>},
    {u"select", select},
    {u"subquery", asMethod<subqueryName>},
    {u"union", compound<unionWord>},
    {u"union_all", compound<unionAllWord>},
    {u"values", values},
};

const ModuleFunction ofPostgresql[] = {{u"insert", postgresqlInsert}};
const ModuleFunction ofSqlite[] = {{u"insert", sqliteInsert}};

} // namespace

std::span<const ModuleFunction> changeConstructors()
{
    return changes;
}

std::span<const ModuleFunction> statementConstructors()
{
    return functions;
}

std::span<const ModuleFunction> postgresqlStatements()
{
    return ofPostgresql;
}

std::span<const ModuleFunction> sqliteStatements()
{
    return ofSqlite;
}

} // namespace Migrations::Alembic
