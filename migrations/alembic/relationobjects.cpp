#include "migrations/alembic/relationobjects.h"

#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/queryobject.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/schema/operators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;
using Schema::Relation;
using Schema::RelationPtr;

namespace {

// the foreign keys of a relation's table
QList<Schema::ForeignKey> foreignKeys(const Relation &relation)
{
    QList<Schema::ForeignKey> keys;
    for (const Schema::Column &column : relation.columns) {
        for (Schema::ForeignKey key : column.foreignKeys) {
            key.columns = {column.name};
            keys << key;
        }
    }
    if (relation.declared) {
        for (const Schema::Constraint &constraint : relation.declared->constraints) {
            if (const auto *key = std::get_if<Schema::ForeignKey>(&constraint))
                keys << *key;
        }
    }
    return keys;
}

void addConditions(const RelationPtr &from, const RelationPtr &to, QList<Expression> &conditions)
{
    const auto column = [](const RelationPtr &relation, const QString &name) {
        return Expression {.kind = Expression::Kind::Column, .text = name, .relation = relation};
    };
    for (const Schema::ForeignKey &key : foreignKeys(*from)) {
        if (key.referredTable != to->name || key.referredSchema != to->schema)
            continue;
        for (qsizetype i = 0; i < key.columns.size() && i < key.referredColumns.size(); ++i)
            conditions << Schema::binary(QStringLiteral("="), column(to, key.referredColumns[i]),
                column(from, key.columns[i]), *typeNamed(QStringLiteral("Boolean")));
    }
}

// whether a column is one of a Table, or stands for one
bool isDeclared(const Relation &relation, const QString &name)
{
    if (relation.declared)
        return true;
    if (relation.kind == Relation::Kind::Alias)
        return isDeclared(*relation.left, name);
    if (!relation.query)
        return false;
    for (const Expression &column : Schema::columnsOf(*relation.query)) {
        const Expression &inner = column.kind == Expression::Kind::Label ? column.arguments.front() : column;
        if (column.text == name && inner.kind == Expression::Kind::Column && inner.relation)
            return isDeclared(*inner.relation, inner.text);
    }
    return false;
}

Value aliased(Interpreter &interpreter, const RelationPtr &of, ArgumentReader &reader)
{
    auto relation = std::make_shared<Relation>(*of);
    relation->name = toText(interpreter, QStringLiteral("name"), reader.optional(QStringLiteral("name"), Value()));
    static_cast<void>(reader.keyword(QStringLiteral("flat")));
    if (of->kind == Relation::Kind::Values) {
        relation->isNamed = true;
    } else {
        relation->kind = Relation::Kind::Alias;
        relation->left = of;
        relation->declared = {};
        relation->query = {};
    }
    return Value(interpreter.make<RelationObject>(relation));
}

Value joinMethod(Interpreter &interpreter, const RelationPtr &left, ArgumentReader &reader, bool isOuter)
{
    const RelationPtr right = relationFrom(interpreter, reader.required(QStringLiteral("right")));
    const Value condition = reader.optional(QStringLiteral("onclause"), Value());
    const bool outer = reader.truth(reader.optional(QStringLiteral("isouter")), false) || isOuter;
    const bool full = reader.truth(reader.optional(QStringLiteral("full")), false);
    return Value(interpreter.make<RelationObject>(joined(interpreter, left, right, condition, outer, full)));
}

// cte.union_all(select): the recursive part
Value continued(Interpreter &interpreter, const RelationPtr &cte, ArgumentReader &reader, const QString &keyword)
{
    auto query = std::make_shared<Schema::Query>();
    query->keyword = keyword;
    query->parts << cte->query;
    for (const Value &each : reader.rest()) {
        const auto *part = each.as<QueryObject>();
        if (!part)
            interpreter.unsupported(QStringLiteral("%1 with %2").arg(keyword, Interpreter::typeName(each)));
        query->parts << std::make_shared<const Schema::Query>(part->content);
    }
    auto relation = std::make_shared<Relation>(*cte);
    relation->query = query;
    relation->restates = cte;
    return Value(interpreter.make<RelationObject>(relation));
}

// values(…).data([(1, 'a')])
Value withRows(Interpreter &interpreter, const RelationPtr &values, ArgumentReader &reader)
{
    auto relation = std::make_shared<Relation>(*values);
    for (const Value &each : interpreter.toList(reader.required(QStringLiteral("values")))) {
        QList<Expression> row;
        for (const Value &value : interpreter.toList(each))
            row << sqlValue(interpreter, value, relation->columns.value(row.size()).type);
        relation->rows << row;
    }
    return Value(interpreter.make<RelationObject>(relation));
}

Value method(Interpreter &interpreter, const RelationPtr &self, const QString &name, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, name, arguments);
    Value made;
    if (name == u"alias")
        made = aliased(interpreter, self, reader);
    else if (name == u"data")
        made = withRows(interpreter, self, reader);
    else if (name == u"select")
        made = selectFrom(interpreter, self);
    else if (name == u"union" || name == u"union_all")
        made = continued(interpreter, self, reader,
            name == u"union" ? QStringLiteral("UNION") : QStringLiteral("UNION ALL"));
    else
        made = joinMethod(interpreter, self, reader, name == u"outerjoin");
    reader.finish();
    return made;
}

} // namespace

RelationPtr toRelation(const Value &value)
{
    const auto *object = value.as<RelationObject>();
    return object ? object->relation : nullptr;
}

RelationPtr relationFrom(Interpreter &interpreter, const Value &value)
{
    if (const RelationPtr relation = toRelation(value))
        return relation;
    const auto *text = value.as<ExpressionObject>();
    if (text && text->content.kind == Expression::Kind::Template) {
        auto relation = std::make_shared<Relation>();
        relation->kind = Relation::Kind::Text;
        relation->function = text->content;
        return relation;
    }
    if (value.as<Opaque>())
        static_cast<void>(interpreter.str(value));
    raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
        QStringLiteral("FROM expression, such as a Table or alias() object expected, got %1.").arg(interpreter.repr(value)));
}

RelationPtr joined(Interpreter &interpreter, const RelationPtr &left, const RelationPtr &right, const Value &condition,
    bool isOuter, bool isFull)
{
    auto relation = std::make_shared<Relation>();
    relation->kind = Relation::Kind::Join;
    relation->left = left;
    relation->right = right;
    relation->isOuter = isOuter;
    relation->isFull = isFull;
    QList<Expression> conditions;
    if (condition.isNone()) {
        for (const RelationPtr &each : Schema::relationsIn(left)) {
            addConditions(each, right, conditions);
            addConditions(right, each, conditions);
        }
        if (conditions.isEmpty())
            raiseSqlError(interpreter, QStringLiteral("NoForeignKeysError"),
                QStringLiteral("Can't find any foreign key relationships between '%1' and '%2'.").arg(left->name, right->name));
        if (conditions.size() > 1)
            interpreter.unsupported(QStringLiteral("a join over several foreign keys without a condition"));
    } else {
        conditions << sqlCondition(interpreter, condition);
    }
    relation->condition = Schema::joined(QStringLiteral("AND"), conditions);
    return relation;
}

// RelationObject

QString RelationObject::typeName() const
{
    static const QHash<Relation::Kind, QString> names {{Relation::Kind::Table, QStringLiteral("TableClause")},
        {Relation::Kind::Alias, QStringLiteral("Alias")}, {Relation::Kind::Subquery, QStringLiteral("Subquery")},
        {Relation::Kind::Cte, QStringLiteral("CTE")}, {Relation::Kind::Join, QStringLiteral("Join")},
        {Relation::Kind::Values, QStringLiteral("Values")}, {Relation::Kind::Function, QStringLiteral("TableValuedAlias")}};
    return names.value(relation->kind);
}

QString RelationObject::repr(Interpreter &)
{
    return QStringLiteral("<%1 %2>").arg(typeName(), relation->name);
}

const QList<Value> &RelationObject::columns(Interpreter &interpreter)
{
    if (m_columns.isEmpty() && !m_hasColumns) {
        for (const Schema::Column &column : relation->columns) {
            auto *object = interpreter.make<ColumnObject>(column);
            object->relation = relation;
            object->isLight = !isDeclared(*relation, column.name);
            m_columns << Value(object);
        }
        m_hasColumns = true;
    }
    return m_columns;
}

std::optional<Value> RelationObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"name" || name == u"key")
        return Value(relation->name);
    const bool isJoin = relation->kind == Relation::Kind::Join;
    if ((name == u"c" || name == u"columns") && !isJoin)
        return Value(interpreter.make<ColumnsObject>(this));
    static const QStringList methods {QStringLiteral("alias"), QStringLiteral("join"), QStringLiteral("outerjoin"),
        QStringLiteral("select")};
    const bool isUnion = relation->kind == Relation::Kind::Cte && (name == u"union" || name == u"union_all");
    const bool isData = relation->kind == Relation::Kind::Values && name == u"data";
    if (!(methods.contains(name) || isUnion || isData) || (isJoin && name == u"alias"))
        interpreter.unsupported(QStringLiteral("%1.%2").arg(typeName(), name));
    return Value(interpreter.make<Builtin>(
        name, [self = relation, name](Interpreter &inner, const Arguments &arguments) {
            return method(inner, self, name, arguments);
        }));
}

// ColumnsObject

const QList<Value> &ColumnsObject::all(Interpreter &interpreter)
{
    return m_relation ? m_relation->columns(interpreter) : m_columns;
}

std::optional<Value> ColumnsObject::named(Interpreter &interpreter, const QString &name)
{
    for (const Value &each : all(interpreter)) {
        if (const auto *column = each.as<ColumnObject>(); column && column->content.name == name)
            return each;
        if (const auto *label = each.as<ExpressionObject>();
            label && label->content.kind == Expression::Kind::Label && label->content.text == name)
            return each;
    }
    return std::nullopt;
}

std::optional<Value> ColumnsObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (const std::optional<Value> column = named(interpreter, name))
        return column;
    if (name != u"keys" && name != u"values" && name != u"items" && name != u"get")
        return std::nullopt;
    return Value(interpreter.make<Builtin>(name, [this, name](Interpreter &inner, const Arguments &arguments) -> Value {
        ArgumentReader reader(inner, name, arguments);
        if (name == u"get") {
            const Value key = reader.required(QStringLiteral("key"));
            const Value otherwise = reader.optional(QStringLiteral("default"), Value());
            reader.finish();
            return named(inner, inner.str(key)).value_or(otherwise);
        }
        reader.finish();
        QList<Value> result;
        for (const Value &each : all(inner)) {
            const Value key = inner.attribute(each, QStringLiteral("key"));
            if (name == u"keys")
                result << key;
            else
                result << (name == u"values" ? each : Value(inner.make<Tuple>(QList {key, each})));
        }
        return Value(inner.make<List>(result));
    }));
}

Value ColumnsObject::item(Interpreter &interpreter, const Value &key)
{
    if (key.isInteger()) {
        const QList<Value> &columns = all(interpreter);
        const qint64 index = key.toInteger() < 0 ? key.toInteger() + columns.size() : key.toInteger();
        if (index < 0 || index >= columns.size())
            interpreter.raise(QStringLiteral("IndexError"), QStringLiteral("list index out of range"));
        return columns[index];
    }
    const std::optional<Value> column = key.isString() ? named(interpreter, key.toString()) : std::nullopt;
    if (!column)
        interpreter.raise(QStringLiteral("KeyError"), interpreter.repr(key));
    return *column;
}

bool ColumnsObject::contains(Interpreter &interpreter, const Value &value)
{
    if (!value.isString())
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"), QStringLiteral("__contains__ requires a string argument"));
    return named(interpreter, value.toString()).has_value();
}

std::optional<qint64> ColumnsObject::length(Interpreter &interpreter)
{
    return all(interpreter).size();
}

Iterator *ColumnsObject::iterate(Interpreter &interpreter)
{
    return interpreter.make<ListIterator>(all(interpreter));
}

} // namespace Migrations::Alembic
