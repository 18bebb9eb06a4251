#include "migrations/alembic/queryobject.h"

#include "migrations/alembic/sqloperators.h"
#include "migrations/schema/operators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;
using Schema::Query;
using Schema::Relation;
using Kind = Expression::Kind;

namespace {

using Method = void (*)(Interpreter &, Query &, ArgumentReader &);

void where(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    for (const Value &each : reader.rest())
        query.where << sqlCondition(interpreter, each);
}

void having(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    for (const Value &each : reader.rest())
        query.having << sqlCondition(interpreter, each);
}

template<auto Member>
void ordered(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    const QList<Value> given = reader.rest();
    if (given.size() == 1 && given.front().isNone()) {
        (query.*Member).clear();
        return;
    }
    for (const Value &each : given) {
        const Schema::RelationPtr relation = toRelation(each);
        if (relation)
            query.*Member << Schema::columnsOf(relation);
        else
            query.*Member << sqlOrder(interpreter, each);
    }
}

template<auto Member>
void bounded(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    const Value count = reader.required(QStringLiteral("limit"));
    if (count.isNone())
        query.*Member = std::nullopt;
    else if (count.isInteger())
        query.*Member = Expression::number(QString::number(count.toInteger()));
    else if (const std::optional<Expression> operand = sqlOperand(count))
        query.*Member = *operand;
    else
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object cannot be interpreted as an integer").arg(Interpreter::typeName(count)));
}

void distinct(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    query.isDistinct = true;
    for (const Value &each : reader.rest())
        query.distinctOn << sqlOrder(interpreter, each);
}

void selectFromMethod(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    for (const Value &each : reader.rest())
        query.from << relationFrom(interpreter, each);
}

// the FROM that a join without a left side is about: the one that there is
Schema::RelationPtr leftSide(Interpreter &interpreter, const Query &query, const Schema::RelationPtr &right)
{
    QList<Schema::RelationPtr> found = query.from;
    if (found.isEmpty())
        found = Schema::relationsOf(query);
    found.removeAll(right);
    if (found.size() == 1)
        return found.front();
    interpreter.unsupported(QStringLiteral("Select.join() with %1 possible left sides").arg(found.size()));
}

template<bool IsOuter, bool SaysLeft>
void join(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    Schema::RelationPtr left;
    if (SaysLeft)
        left = relationFrom(interpreter, reader.required(QStringLiteral("from_")));
    const Schema::RelationPtr right = relationFrom(interpreter, reader.required(QStringLiteral("target")));
    const Value condition = reader.optional(QStringLiteral("onclause"), Value());
    const bool isOuter = reader.truth(reader.keyword(QStringLiteral("isouter")), false) || IsOuter;
    const bool isFull = reader.truth(reader.keyword(QStringLiteral("full")), false);
    if (!SaysLeft)
        left = leftSide(interpreter, query, right);
    const Schema::RelationPtr made = joined(interpreter, left, right, condition, isOuter, isFull);
    const qsizetype place = query.from.indexOf(left);
    if (place >= 0)
        query.from[place] = made;
    else
        query.from << made;
}

void addColumns(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    query.columns << selectedColumns(interpreter, reader.rest());
}

void withOnlyColumns(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    query.columns = selectedColumns(interpreter, reader.rest());
    if (reader.truth(reader.keyword(QStringLiteral("maintain_column_froms")), false))
        interpreter.unsupported(QStringLiteral("with_only_columns(maintain_column_froms=True)"));
}

template<auto Member>
void correlated(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    query.correlates = false;
    for (const Value &each : reader.rest()) {
        if (each.isNone() || (each.isBool() && !each.toBool()))
            continue;
        if (!(query.*Member))
            query.*Member = QList<Schema::RelationPtr>();
        *(query.*Member) << relationFrom(interpreter, each);
    }
}

void prefixed(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    for (const Value &each : reader.rest())
        query.prefixes << toText(interpreter, QStringLiteral("prefix"), each);
}

void locked(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    const auto flag = [&](const QString &name) { return reader.truth(reader.keyword(name), false); };
    query.lock = Schema::RowLock {.read = flag(QStringLiteral("read")),
        .keyShare = flag(QStringLiteral("key_share")),
        .noWait = flag(QStringLiteral("nowait")),
        .skipLocked = flag(QStringLiteral("skip_locked"))};
    const std::optional<Value> of = reader.keyword(QStringLiteral("of"));
    if (of && !of->isNone())
        query.lock->of << relationFrom(interpreter, *of);
}

void addCte(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    for (const Value &each : reader.rest())
        query.ctes << relationFrom(interpreter, each);
}

// options say how rows are fetched
void ignored(Interpreter &, Query &, ArgumentReader &reader)
{
    static_cast<void>(reader.rest());
    static_cast<void>(reader.otherKeywords());
}

void equalTo(Interpreter &interpreter, Query &query, ArgumentReader &reader)
{
    for (const auto &[name, value] : reader.otherKeywords()) {
        const QList<Schema::RelationPtr> relations = Schema::relationsOf(query);
        std::optional<Expression> column;
        for (const Expression &each : relations.isEmpty() ? QList<Expression>() : Schema::columnsOf(relations.front())) {
            if (each.text == name)
                column = each;
        }
        if (!column)
            raiseSqlError(interpreter, QStringLiteral("InvalidRequestError"),
                QStringLiteral("Entity namespace has no property \"%1\"").arg(name));
        query.where << sqlComparison(interpreter, *column, QStringLiteral("="), value);
    }
}

struct MethodRow {
    QStringView name;
    Method method;
};

const MethodRow methods[] = {
    {u"add_columns", addColumns},
    {u"add_cte", addCte},
    {u"column", addColumns},
    {u"correlate", correlated<&Query::correlated>},
    {u"correlate_except", correlated<&Query::notCorrelated>},
    {u"distinct", distinct},
    {u"execution_options", ignored},
    {u"filter", where},
    {u"filter_by", equalTo},
    {u"group_by", ordered<&Query::groupBy>},
    {u"having", having},
    {u"join", join<false, false>},
    {u"join_from", join<false, true>},
    {u"limit", bounded<&Query::limit>},
    {u"offset", bounded<&Query::offset>},
    {u"order_by", ordered<&Query::orderBy>},
    {u"outerjoin", join<true, false>},
    {u"outerjoin_from", join<true, true>},
    {u"prefix_with", prefixed},
    {u"select_from", selectFromMethod},
    {u"where", where},
    {u"with_for_update", locked},
    {u"with_only_columns", withOnlyColumns},
};

// what makes something else of a SELECT

Value relationOf(Interpreter &interpreter, const Query &query, ArgumentReader &reader, Relation::Kind kind)
{
    auto relation = std::make_shared<Relation>();
    relation->kind = kind;
    relation->query = std::make_shared<const Query>(query);
    relation->name = toText(interpreter, QStringLiteral("name"), reader.optional(QStringLiteral("name"), Value()));
    relation->columns = offeredColumns(interpreter, query);
    if (kind == Relation::Kind::Cte) {
        relation->isRecursive = reader.truth(reader.optional(QStringLiteral("recursive")), false);
        if (reader.truth(reader.optional(QStringLiteral("nesting")), false))
            interpreter.unsupported(QStringLiteral("cte(nesting=True)"));
    }
    return Value(interpreter.make<RelationObject>(relation));
}

Value lateralOf(Interpreter &interpreter, const Query &query, ArgumentReader &reader)
{
    const Value made = relationOf(interpreter, query, reader, Relation::Kind::Subquery);
    auto relation = std::make_shared<Relation>(*made.as<RelationObject>()->relation);
    relation->isLateral = true;
    return Value(interpreter.make<RelationObject>(relation));
}

const QHash<QString, QString> &unions()
{
    static const QHash<QString, QString> keywords {{QStringLiteral("union"), QStringLiteral("UNION")},
        {QStringLiteral("union_all"), QStringLiteral("UNION ALL")}, {QStringLiteral("except_"), QStringLiteral("EXCEPT")},
        {QStringLiteral("except_all"), QStringLiteral("EXCEPT ALL")},
        {QStringLiteral("intersect"), QStringLiteral("INTERSECT")},
        {QStringLiteral("intersect_all"), QStringLiteral("INTERSECT ALL")}};
    return keywords;
}

std::optional<Value> transformed(Interpreter &interpreter, QueryObject *self, const QString &name, ArgumentReader &reader)
{
    const Query &query = self->content;
    if (name == u"subquery" || name == u"alias")
        return relationOf(interpreter, query, reader, Relation::Kind::Subquery);
    if (name == u"cte")
        return relationOf(interpreter, query, reader, Relation::Kind::Cte);
    if (name == u"lateral")
        return lateralOf(interpreter, query, reader);
    if (name == u"scalar_subquery" || name == u"as_scalar")
        return makeExpression(interpreter, self->scalar());
    if (name == u"exists")
        return makeExpression(interpreter, existing(query));
    if (name == u"label")
        return makeExpression(interpreter,
            {.kind = Kind::Label,
                .text = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name"))),
                .arguments = {self->scalar()},
                .type = self->scalar().type});
    if (unions().contains(name))
        return compoundOf(interpreter, unions().value(name), QList {Value(self)} + reader.rest());
    return std::nullopt;
}

} // namespace

std::optional<Value> existsMethod(Interpreter &interpreter, const Expression &exists, const QString &name)
{
    static const QStringList names {QStringLiteral("where"), QStringLiteral("select_from"), QStringLiteral("correlate"),
        QStringLiteral("correlate_except")};
    const bool isExists = exists.kind == Kind::Prefix && exists.text == u"EXISTS";
    if (!isExists || !(names.contains(name) || name == u"select"))
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [=](Interpreter &inner, const Arguments &arguments) {
        ArgumentReader reader(inner, name, arguments);
        if (name == u"select") {
            reader.finish();
            return makeQuery(inner, {.columns = {exists}});
        }
        Query query = *exists.arguments.front().query;
        std::ranges::find(methods, QStringView(name), &MethodRow::name)->method(inner, query, reader);
        reader.finish();
        return makeExpression(inner, existing(query));
    }));
}

// QueryObject

Expression QueryObject::scalar() const
{
    Expression made {.kind = Kind::Subquery, .query = std::make_shared<const Query>(content)};
    const QList<Expression> columns = Schema::columnsOf(content);
    if (!columns.isEmpty())
        made.type = columns.front().type;
    return made;
}

QString QueryObject::typeName() const
{
    return content.keyword.isEmpty() ? QStringLiteral("Select") : QStringLiteral("CompoundSelect");
}

bool QueryObject::isTrue(Interpreter &interpreter)
{
    interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("Boolean value of this clause is not defined"));
}

std::optional<Value> QueryObject::compare(Interpreter &, Comparison, const Value &)
{
    return std::nullopt;
}

std::optional<Value> QueryObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"compile" && !content.text)
        return compileMethod(interpreter, Value(this));
    if (name == u"c" || name == u"columns" || name == u"selected_columns") {
        QList<Value> columns;
        for (const Expression &column : Schema::columnsOf(content)) {
            if (column.kind == Kind::Column) {
                auto *object = interpreter.make<ColumnObject>(
                    Schema::Column {.name = column.text, .type = Schema::typeOf(column)});
                object->relation = column.relation;
                columns << Value(object);
            } else {
                columns << makeExpression(interpreter, column);
            }
        }
        return Value(interpreter.make<ColumnsObject>(nullptr, columns));
    }
    const auto row = std::ranges::find(methods, QStringView(name), &MethodRow::name);
    const bool isKnown = row != std::end(methods);
    static const QStringList others {QStringLiteral("subquery"), QStringLiteral("alias"), QStringLiteral("cte"),
        QStringLiteral("lateral"), QStringLiteral("scalar_subquery"), QStringLiteral("as_scalar"),
        QStringLiteral("exists"), QStringLiteral("label")};
    const bool isUnion = unions().contains(name);
    if (isUnion && !content.keyword.isEmpty())
        return std::nullopt;
    if (!isKnown && !others.contains(name) && !isUnion)
        interpreter.unsupported(QStringLiteral("%1.%2").arg(typeName(), name));
    return Value(interpreter.make<Builtin>(name, [=, this](Interpreter &inner, const Arguments &arguments) -> Value {
        ArgumentReader reader(inner, name, arguments);
        if (!isKnown) {
            const Value made = *transformed(inner, this, name, reader);
            reader.finish();
            return made;
        }
        Query query = content;
        row->method(inner, query, reader);
        reader.finish();
        return makeQuery(inner, std::move(query));
    }));
}

} // namespace Migrations::Alembic
