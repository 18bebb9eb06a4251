#include "migrations/alembic/datastatement.h"

#include "migrations/alembic/sqloperators.h"
#include "migrations/dialects/dialect.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;

namespace {

QString qualified(const Dialects::Dialect &dialect, const Schema::Table &table)
{
    const QString name = dialect.quoted(table.name);
    return table.schema.isEmpty() ? name : dialect.quoted(table.schema) + u'.' + name;
}

// the tables that the columns in an expression belong to
void collectTables(const Expression &expression, QList<Expression> &tables)
{
    if (expression.kind == Expression::Kind::Column) {
        if (!expression.arguments.isEmpty() && !tables.contains(expression.arguments.front()))
            tables << expression.arguments.front();
        return;
    }
    for (const Expression &argument : expression.arguments)
        collectTables(argument, tables);
}

} // namespace

Expression tableExpression(const Schema::Table &table)
{
    Expression name = Expression::column(table.name);
    if (!table.schema.isEmpty())
        name.arguments << Expression::column(table.schema);
    return name;
}

QString DataStatement::typeName() const
{
    static const QString names[] = {
        QStringLiteral("Insert"), QStringLiteral("Update"), QStringLiteral("Delete"), QStringLiteral("Select")};
    return names[int(m_kind)];
}

std::optional<Value> DataStatement::attribute(Interpreter &interpreter, const QString &name)
{
    struct MethodRow {
        QStringView name;
        QList<Kind> kinds;
        Method method;
    };
    using enum Kind;
    static const MethodRow methods[] = {
        {u"distinct", {Select}, &DataStatement::distinct},
        {u"limit", {Select}, &DataStatement::limit},
        {u"order_by", {Select}, &DataStatement::orderBy},
        {u"scalar_subquery", {Select}, &DataStatement::scalarSubquery},
        {u"values", {Insert, Update}, &DataStatement::values},
        {u"where", {Update, Delete, Select}, &DataStatement::where},
    };
    const auto row = std::ranges::find(methods, QStringView(name), &MethodRow::name);
    if (row == std::end(methods) || !row->kinds.contains(m_kind))
        interpreter.unsupported(QStringLiteral("%1.%2").arg(typeName(), name));
    return Value(interpreter.make<Builtin>(
        name, [this, method = row->method](Interpreter &inner, const Arguments &arguments) {
            auto *next = inner.make<DataStatement>(m_session, m_kind, m_table);
            next->m_rows = m_rows;
            next->m_columns = m_columns;
            next->m_conditions = m_conditions;
            next->m_order = m_order;
            next->m_limit = m_limit;
            next->m_isDistinct = m_isDistinct;
            (next->*method)(inner, arguments);
            return Value(next);
        }));
}

// methods

void DataStatement::where(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("where"), arguments);
    for (const Value &condition : reader.rest())
        m_conditions << sqlCondition(m_session, interpreter, condition);
    reader.finish();
}

DataStatement::Row DataStatement::takeRow(Interpreter &interpreter, const Value &given) const
{
    const auto *dict = given.as<Dict>();
    if (!dict)
        interpreter.unsupported(QStringLiteral("values() with something that is not a dict"));
    Row row;
    for (qsizetype i = 0; i < dict->keys().size(); ++i) {
        const auto *key = dict->keys()[i].as<ColumnObject>();
        const QString name = key ? key->content.name : interpreter.str(dict->keys()[i]);
        const Schema::Column *column = m_table.column(name);
        if (!column)
            interpreter.raise(m_session.exceptionClass(interpreter, QStringLiteral("CompileError")),
                QStringLiteral("Unconsumed column names: %1").arg(name));
        const auto *query = dict->values()[i].as<DataStatement>();
        row.insert(name,
            query ? query->subquery(interpreter, &m_table) : sqlValue(interpreter, dict->values()[i], column->type));
    }
    return row;
}

void DataStatement::values(Interpreter &interpreter, const Arguments &arguments)
{
    const bool isBoth = !arguments.positional.isEmpty() && !arguments.keywords.isEmpty();
    if (arguments.positional.size() > 1 || isBoth)
        interpreter.unsupported(QStringLiteral("values() with these arguments"));
    QList<Row> rows;
    if (!arguments.positional.isEmpty() && arguments.positional.front().as<List>()) {
        for (const Value &row : interpreter.toList(arguments.positional.front()))
            rows << takeRow(interpreter, row);
    } else if (!arguments.positional.isEmpty()) {
        rows << takeRow(interpreter, arguments.positional.front());
    } else {
        auto *dict = interpreter.make<Dict>();
        for (const auto &[name, value] : arguments.keywords)
            dict->set(interpreter, Value(name), value);
        rows << takeRow(interpreter, Value(dict));
    }
    if (rows.isEmpty() || (m_kind == Kind::Update && rows.size() > 1))
        interpreter.unsupported(QStringLiteral("values() with this number of rows"));
    if (m_kind == Kind::Update && !m_rows.isEmpty()) {
        m_rows.first().insert(rows.first());
        return;
    }
    const auto hasOtherKeys = [&](const Row &row) { return row.keys() != rows.first().keys(); };
    if (!m_rows.isEmpty() || std::ranges::any_of(rows, hasOtherKeys))
        interpreter.unsupported(QStringLiteral("values() of rows with different columns"));
    m_rows = rows;
}

void DataStatement::orderBy(Interpreter &interpreter, const Arguments &arguments)
{
    for (const Value &value : arguments.positional) {
        const std::optional<SqlOperand> operand = sqlOperand(value);
        if (!operand)
            interpreter.unsupported(QStringLiteral("order_by() of %1").arg(Interpreter::typeName(value)));
        const auto *expression = value.as<ExpressionObject>();
        const QString order = expression ? expression->order : QString();
        m_order << written(interpreter, operand->expression) + (order.isEmpty() ? QString() : u' ' + order);
    }
}

void DataStatement::limit(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("limit"), arguments);
    const Value count = reader.required(QStringLiteral("limit"));
    reader.finish();
    if (!count.isInteger())
        interpreter.unsupported(QStringLiteral("limit() of %1").arg(Interpreter::typeName(count)));
    m_limit = count.toInteger();
}

void DataStatement::distinct(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("distinct"), arguments);
    reader.finish();
    m_isDistinct = true;
}

void DataStatement::scalarSubquery(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("scalar_subquery"), arguments);
    reader.finish();
}

void DataStatement::select(Interpreter &interpreter, const QList<Value> &columns)
{
    for (const Value &value : columns) {
        if (const auto *table = value.as<TableObject>()) {
            for (const Value &column : interpreter.toList(interpreter.attribute(value, QStringLiteral("c"))))
                m_columns << sqlOperand(column)->expression;
            if (table->content.columns.isEmpty())
                interpreter.unsupported(QStringLiteral("select() of a table without columns"));
        } else if (const std::optional<SqlOperand> operand = sqlOperand(value)) {
            const auto *expression = value.as<ExpressionObject>();
            const bool isPlain = operand->expression.kind == Expression::Kind::Column
                || operand->expression.kind == Expression::Kind::Function || (expression && expression->isText);
            if (!isPlain || (expression && !expression->label.isEmpty()))
                interpreter.unsupported(QStringLiteral("select() of this expression"));
            m_columns << operand->expression;
        } else {
            interpreter.unsupported(QStringLiteral("select() of %1").arg(Interpreter::typeName(value)));
        }
    }
}

// text

QString DataStatement::written(Interpreter &interpreter, const Expression &expression) const
{
    return sqlText(m_session, interpreter, expression);
}

QString DataStatement::tableName() const
{
    return qualified(m_session.host().dialect(), m_table);
}

QString DataStatement::conditionText(Interpreter &interpreter) const
{
    return m_conditions.isEmpty() ? QString()
                                  : written(interpreter, joined(QStringLiteral("AND"), m_conditions));
}

QString DataStatement::insertText(Interpreter &interpreter) const
{
    const QString into = QStringLiteral("INSERT INTO ") + tableName();
    if (m_rows.isEmpty())
        interpreter.unsupported(QStringLiteral("insert() without values"));
    QStringList names;
    QStringList rows;
    for (const Schema::Column &column : m_table.columns) {
        if (m_rows.first().contains(column.name))
            names << m_session.host().dialect().quoted(column.name);
    }
    for (const Row &row : m_rows) {
        QStringList values;
        for (const Schema::Column &column : m_table.columns) {
            if (row.contains(column.name))
                values << written(interpreter, row.value(column.name));
        }
        rows << u'(' + values.join(QStringLiteral(", ")) + u')';
    }
    return QStringLiteral("%1 (%2) VALUES %3")
        .arg(into, names.join(QStringLiteral(", ")), rows.join(QStringLiteral(", ")));
}

QString DataStatement::updateText(Interpreter &interpreter) const
{
    if (m_rows.isEmpty())
        interpreter.unsupported(QStringLiteral("update() without values"));
    QStringList changes;
    for (const Schema::Column &column : m_table.columns) {
        if (!m_rows.first().contains(column.name))
            continue;
        const Expression value = m_rows.first().value(column.name);
        const QString text = written(interpreter, value);
        const bool isOperation
            = value.kind == Expression::Kind::Binary || value.kind == Expression::Kind::Prefix;
        changes << m_session.host().dialect().quoted(column.name) + u'=' + (isOperation ? u'(' + text + u')' : text);
    }
    return QStringLiteral("UPDATE %1 SET %2").arg(tableName(), changes.join(QStringLiteral(", ")));
}

QList<Expression> DataStatement::selectedTables() const
{
    QList<Expression> tables;
    for (const Expression &expression : m_columns + m_conditions)
        collectTables(expression, tables);
    return tables;
}

QString DataStatement::selectText(Interpreter &interpreter, const QList<Expression> &tables) const
{
    QStringList columns;
    QHash<QString, int> numbers;
    for (const Expression &column : m_columns) {
        columns << written(interpreter, column);
        if (column.kind == Expression::Kind::Function)
            columns.last() += QStringLiteral(" AS %1_%2").arg(column.text).arg(++numbers[column.text]);
    }
    QStringList names;
    for (const Expression &table : tables)
        names << written(interpreter, table);
    QString text = (m_isDistinct ? QStringLiteral("SELECT DISTINCT ") : QStringLiteral("SELECT "))
        + columns.join(QStringLiteral(", "));
    if (!names.isEmpty())
        text += QStringLiteral(" \nFROM ") + names.join(QStringLiteral(", "));
    if (!m_conditions.isEmpty())
        text += QStringLiteral(" \nWHERE ") + conditionText(interpreter);
    if (!m_order.isEmpty())
        text += QStringLiteral(" ORDER BY ") + m_order.join(QStringLiteral(", "));
    if (m_limit)
        text += QStringLiteral(" \n LIMIT %1").arg(*m_limit);
    return text;
}

QString DataStatement::text(Interpreter &interpreter) const
{
    if (m_kind == Kind::Select)
        return selectText(interpreter, selectedTables());
    QString text;
    switch (m_kind) {
    case Kind::Insert: return insertText(interpreter);
    case Kind::Update: text = updateText(interpreter); break;
    default: text = QStringLiteral("DELETE FROM ") + tableName(); break;
    }
    const QString condition = conditionText(interpreter);
    return condition.isEmpty() ? text : text + QStringLiteral(" WHERE ") + condition;
}

// A table of the statement around it is not selected from again, unless it is the only one. Where
// that statement is not known yet, only what selects from one table can be written.
Expression DataStatement::subquery(Interpreter &interpreter, const Schema::Table *around) const
{
    QList<Expression> tables = selectedTables();
    if (m_kind != Kind::Select || (tables.size() > 1 && !around))
        interpreter.unsupported(QStringLiteral("a subquery on more than one table here"));
    if (tables.size() > 1)
        tables.removeAll(tableExpression(*around));
    return {.kind = Expression::Kind::Group, .arguments = {Expression::sql(selectText(interpreter, tables))}};
}

} // namespace Migrations::Alembic
