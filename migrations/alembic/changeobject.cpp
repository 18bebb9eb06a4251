#include "migrations/alembic/changeobject.h"

#include "migrations/alembic/queryobject.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/schema/operators.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Assignment;
using Schema::Change;
using Schema::Expression;

namespace {

const Schema::Column *columnNamed(const Schema::Relation &table, const QString &name)
{
    const auto found = std::ranges::find(table.columns, name, &Schema::Column::name);
    return found == table.columns.cend() ? nullptr : &*found;
}

Assignment assignment(Interpreter &interpreter, const Schema::RelationPtr &table, const Value &key, const Value &value)
{
    Assignment made;
    const auto *column = key.as<ColumnObject>();
    made.column = column ? column->content.name : toText(interpreter, QStringLiteral("name"), key);
    if (column && column->relation && column->relation != table)
        made.relation = column->relation;
    const Schema::Column *target = columnNamed(made.relation ? *made.relation : *table, made.column);
    const Schema::Type type = target ? target->type : Schema::Type();
    if (const std::optional<Expression> operand = sqlOperand(value))
        made.value = sqlValue(interpreter, value, type);
    else
        made.value = sqlLiteral(interpreter, value, type);
    return made;
}

QList<Assignment> rowOf(Interpreter &interpreter, const Change &change, const Value &given)
{
    QList<Assignment> row;
    if (const auto *dict = given.as<Dict>()) {
        for (qsizetype i = 0; i < dict->keys().size(); ++i)
            row << assignment(interpreter, change.table, dict->keys()[i], dict->values()[i]);
        return row;
    }
    const QList<Value> values = interpreter.toList(given);
    for (qsizetype i = 0; i < values.size() && i < change.table->columns.size(); ++i)
        row << assignment(interpreter, change.table, Value(change.table->columns[i].name), values[i]);
    return row;
}

// a later values() adds to an earlier one
void merge(Change &change, const QList<Assignment> &row)
{
    if (change.rows.isEmpty())
        change.rows << QList<Assignment>();
    for (const Assignment &each : row) {
        change.rows.first().removeIf(
            [&](const Assignment &other) { return other.column == each.column && other.relation == each.relation; });
        change.rows.first() << each;
    }
}

using Method = void (*)(Interpreter &, ChangeObject &, Change &, ArgumentReader &);

void values(Interpreter &interpreter, ChangeObject &, Change &change, ArgumentReader &reader)
{
    setValues(interpreter, change, reader);
}

void orderedValues(Interpreter &interpreter, ChangeObject &, Change &change, ArgumentReader &reader)
{
    QList<Assignment> row;
    for (const Value &each : reader.rest()) {
        const QList<Value> pair = interpreter.toList(each);
        if (pair.size() != 2)
            interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("pairs of column and value expected"));
        row << assignment(interpreter, change.table, pair[0], pair[1]);
    }
    change.rows = {row};
    change.keepsOrder = true;
}

void where(Interpreter &interpreter, ChangeObject &, Change &change, ArgumentReader &reader)
{
    for (const Value &each : reader.rest())
        change.where << sqlCondition(interpreter, each);
}

void returning(Interpreter &interpreter, ChangeObject &, Change &change, ArgumentReader &reader)
{
    change.returning << selectedColumns(interpreter, reader.rest());
}

void fromSelect(Interpreter &interpreter, ChangeObject &, Change &change, ArgumentReader &reader)
{
    const Value names = reader.required(QStringLiteral("names"));
    const Value select = reader.required(QStringLiteral("select"));
    change.sourceDefaults = reader.truth(reader.optional(QStringLiteral("include_defaults")), true);
    const auto *query = select.as<QueryObject>();
    if (!query)
        interpreter.unsupported(QStringLiteral("from_select() of %1").arg(Interpreter::typeName(select)));
    for (const Value &name : interpreter.toList(names)) {
        const auto *column = name.as<ColumnObject>();
        change.sourceColumns << (column ? column->content.name : toText(interpreter, QStringLiteral("name"), name));
    }
    change.source = std::make_shared<const Schema::Query>(query->content);
    change.isInline = true;
}

void inlined(Interpreter &, ChangeObject &, Change &change, ArgumentReader &)
{
    change.isInline = true;
}

void prefixed(Interpreter &interpreter, ChangeObject &, Change &change, ArgumentReader &reader)
{
    const std::optional<Value> dialect = reader.keyword(QStringLiteral("dialect"));
    if (dialect && !dialect->isNone())
        interpreter.unsupported(QStringLiteral("prefix_with(dialect=…)"));
    for (const Value &each : reader.rest())
        change.prefixes << toText(interpreter, QStringLiteral("prefix"), each);
}

void options(Interpreter &, ChangeObject &, Change &, ArgumentReader &reader)
{
    static_cast<void>(reader.rest());
    static_cast<void>(reader.otherKeywords());
}

void addCte(Interpreter &interpreter, ChangeObject &, Change &change, ArgumentReader &reader)
{
    for (const Value &each : reader.rest())
        change.ctes << relationFrom(interpreter, each);
}

// ON CONFLICT

void takeTarget(Interpreter &interpreter, Schema::ConflictClause &clause, ArgumentReader &reader, bool isPostgresql)
{
    if (isPostgresql) {
        const Value constraint = reader.optional(QStringLiteral("constraint"), Value());
        if (!constraint.isNone() && !constraint.isString() && !constraint.as<NameObject>())
            interpreter.unsupported(QStringLiteral("on_conflict(constraint=…) with an object"));
        clause.constraint = toText(interpreter, QStringLiteral("constraint"), constraint);
    }
    const Value elements = reader.optional(QStringLiteral("index_elements"), Value());
    if (!elements.isNone()) {
        clause.target = QList<Expression>();
        for (const Value &each : interpreter.toList(elements)) {
            const std::optional<Expression> operand = sqlOperand(each);
            *clause.target << (operand ? *operand
                                       : Expression::column(toText(interpreter, QStringLiteral("index_elements"), each)));
        }
    }
    const Value condition = reader.optional(QStringLiteral("index_where"), Value());
    if (!condition.isNone())
        clause.targetWhere = sqlCondition(interpreter, condition);
}

void conflictDoesNothing(Interpreter &interpreter, ChangeObject &self, Change &change, ArgumentReader &reader)
{
    Schema::ConflictClause clause {.dialect = self.dialect, .doesNothing = true};
    takeTarget(interpreter, clause, reader, self.dialect == u"postgresql");
    change.conflict = clause;
}

void conflictUpdates(Interpreter &interpreter, ChangeObject &self, Change &change, ArgumentReader &reader)
{
    Schema::ConflictClause clause {.dialect = self.dialect};
    takeTarget(interpreter, clause, reader, self.dialect == u"postgresql");
    const Value set = reader.optional(QStringLiteral("set_"), Value());
    const Value condition = reader.optional(QStringLiteral("where"), Value());
    if (!clause.target && clause.constraint.isEmpty() && self.dialect == u"postgresql")
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("Either constraint or index_elements, but not both, must be specified unless DO NOTHING"));
    const auto *dict = set.as<Dict>();
    if (!dict || dict->keys().isEmpty())
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("set parameter must be a non-empty dictionary or a ColumnCollection such as the `.c.` collection of a Table object"));
    const QList<Assignment> given = rowOf(interpreter, change, set);
    for (const Schema::Column &column : change.table->columns) { // in the table's order, then the others
        for (const Assignment &each : given) {
            if (each.column == column.name)
                clause.set << each;
        }
    }
    for (const Assignment &each : given) {
        if (!columnNamed(*change.table, each.column))
            clause.set << each;
    }
    if (!condition.isNone())
        clause.where = sqlCondition(interpreter, condition);
    change.conflict = clause;
}

struct MethodRow {
    QStringView name;
    QList<Change::Kind> kinds;
    Method method;
    bool isOfDialects = false;
};

const QList<MethodRow> &methods()
{
    using enum Change::Kind;
    static const QList<MethodRow> rows {
        {u"add_cte", {Insert, Update, Delete}, addCte},
        {u"execution_options", {Insert, Update, Delete}, options},
        {u"from_select", {Insert}, fromSelect},
        {u"inline", {Insert}, inlined},
        {u"on_conflict_do_nothing", {Insert}, conflictDoesNothing, true},
        {u"on_conflict_do_update", {Insert}, conflictUpdates, true},
        {u"ordered_values", {Update}, orderedValues},
        {u"prefix_with", {Insert}, prefixed},
        {u"returning", {Insert, Update, Delete}, returning},
        {u"values", {Insert, Update}, values},
        {u"where", {Update, Delete}, where},
    };
    return rows;
}

Value cteOf(Interpreter &interpreter, const Change &change, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("cte"), arguments);
    auto relation = std::make_shared<Schema::Relation>();
    relation->kind = Schema::Relation::Kind::Cte;
    relation->change = std::make_shared<const Change>(change);
    relation->name = toText(interpreter, QStringLiteral("name"), reader.optional(QStringLiteral("name"), Value()));
    reader.finish();
    relation->columns = offeredColumns(interpreter, {.columns = change.returning});
    return Value(interpreter.make<RelationObject>(relation));
}

} // namespace

void setValues(Interpreter &interpreter, Change &change, ArgumentReader &reader)
{
    const QList<Value> positional = reader.rest();
    const QList<std::pair<QString, Value>> keywords = reader.otherKeywords();
    if (positional.size() > 1 || (!positional.isEmpty() && !keywords.isEmpty()))
        raiseSqlError(interpreter, QStringLiteral("ArgumentError"),
            QStringLiteral("Only a single dictionary/tuple or list of dictionaries/tuples is accepted positionally."));
    const Value given = positional.value(0);
    const auto *list = given.as<List>();
    const bool isMany = list && !list->items.isEmpty() && list->items.front().object();
    if (positional.isEmpty() || given.isNone()) {
        QList<Assignment> row;
        for (const auto &[name, value] : keywords)
            row << assignment(interpreter, change.table, Value(name), value);
        merge(change, row);
        return;
    }
    if (!isMany) {
        merge(change, rowOf(interpreter, change, given));
        return;
    }
    if (change.kind == Change::Kind::Update)
        raiseSqlError(interpreter, QStringLiteral("InvalidRequestError"),
            QStringLiteral("UPDATE construct does not support multiple parameter sets."));
    if (!change.rows.isEmpty() && !change.hasManyRows)
        raiseSqlError(interpreter, QStringLiteral("InvalidRequestError"),
            QStringLiteral("Can't mix single and multiple VALUES formats in one INSERT statement; one style appends to a "
                           "list while the other replaces values, so the intent is ambiguous."));
    change.hasManyRows = true;
    for (const Value &row : list->items)
        change.rows << rowOf(interpreter, change, row);
}

QString ChangeObject::typeName() const
{
    static const QString names[] = {QStringLiteral("Insert"), QStringLiteral("Update"), QStringLiteral("Delete")};
    return names[int(content.kind)];
}

std::optional<Value> ChangeObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"compile")
        return compileMethod(interpreter, Value(this));
    if (name == u"excluded" && !dialect.isEmpty()) {
        if (!excluded) {
            auto relation = std::make_shared<Schema::Relation>(*content.table);
            relation->kind = Schema::Relation::Kind::Alias;
            relation->name = QStringLiteral("excluded");
            relation->left = content.table;
            excluded = relation;
        }
        return Value(interpreter.make<ColumnsObject>(interpreter.make<RelationObject>(excluded)));
    }
    if (name == u"cte")
        return Value(interpreter.make<Builtin>(name, [this](Interpreter &inner, const Arguments &arguments) {
            return cteOf(inner, content, arguments);
        }));
    const auto row = std::ranges::find(methods(), QStringView(name), &MethodRow::name);
    if (row == methods().cend() || !row->kinds.contains(content.kind) || (row->isOfDialects && dialect.isEmpty()))
        interpreter.unsupported(QStringLiteral("%1.%2").arg(typeName(), name));
    return Value(interpreter.make<Builtin>(
        name, [this, method = row->method, name](Interpreter &inner, const Arguments &arguments) {
            auto *next = inner.make<ChangeObject>(content, dialect);
            next->excluded = excluded;
            ArgumentReader reader(inner, name, arguments);
            method(inner, *next, next->content, reader);
            reader.finish();
            return Value(next);
        }));
}

} // namespace Migrations::Alembic
