// INSERT, UPDATE and DELETE.
#include "migrations/dialects/refusal.h"
#include "migrations/dialects/statementwriter.h"
#include "migrations/dialects/tablefacts.h"
#include "migrations/schema/operators.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

using Kind = Schema::Expression::Kind;
using Schema::RelationPtr;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const Schema::Assignment *assignmentOf(const QList<Schema::Assignment> &row, const QString &column)
{
    const auto found = std::ranges::find_if(
        row, [&](const Schema::Assignment &each) { return each.column == column && !each.relation; });
    return found == row.cend() ? nullptr : &*found;
}

void checkNames(const Schema::Relation &table, const QList<Schema::Assignment> &row)
{
    QStringList odd;
    for (const Schema::Assignment &each : row) {
        const bool isKnown
            = each.relation || std::ranges::contains(table.columns, each.column, &Schema::Column::name);
        if (!isKnown)
            odd << each.column;
    }
    if (!odd.isEmpty())
        throw Refusal::compile(u"Unconsumed column names: "_s + odd.join(u", "_s));
}

QList<Schema::RelationPtr> otherRelations(const Schema::Change &change)
{
    QList<RelationPtr> others;
    const auto add = [&](const Schema::Expression &expression) {
        for (const RelationPtr &each : Schema::relationsIn(expression)) {
            if (each != change.table && !others.contains(each))
                others << each;
        }
    };
    std::ranges::for_each(change.where, add);
    if (change.kind == Schema::Change::Kind::Update) {
        for (const QList<Schema::Assignment> &row : change.rows) {
            for (const Schema::Assignment &each : row)
                add(each.value);
        }
    }
    return others;
}

} // namespace

// What a column's default= or onupdate= gives. A Python value or function is bound when a statement
// is sent, so its text has NULL there.
QString StatementWriter::clientValue(const Schema::Column &column, const std::optional<Expression> &given)
{
    if (!given)
        throw Refusal::argument(Tr::tr("The default of column %1 is a Sequence.").arg(column.name));
    const bool isBound = given->kind == Kind::Value || given->kind == Kind::Null;
    if (!isBound)
        return text(Schema::grouped(*given));
    if (!m_parts.literals.isLive())
        return u"NULL"_s;
    if (given->kind == Kind::Null)
        throw Refusal::argument(Tr::tr("The default of column %1 is a function of the script.").arg(column.name),
            Tr::tr("Give the column a value in the statement."));
    return text(*given);
}

// What is bound when the statement is sent: Alembic prints the parameter. Types that PostgreSQL gets
// with a cast would need its text as well.
QString StatementWriter::parameter(const Schema::Column &column) const
{
    if (m_parts.literals.isLive())
        return u"NULL"_s;
    static const QList<TypeFamily> cast {TypeFamily::Other, TypeFamily::Interval, TypeFamily::Uuid, TypeFamily::Json,
        TypeFamily::Array};
    const bool isCast = !column.type.labels.isEmpty()
        || (cast.contains(Types::family(column.type)) && !column.type.name.isEmpty());
    if (castsParameters() && isCast)
        refuseLostValues(column.name, {{.kind = Kind::Value}});
    return u':' + column.name;
}

QString StatementWriter::assigned(const Schema::Assignment &assignment)
{
    return text(Schema::grouped(assignment.value));
}

QString StatementWriter::returning(const QList<Expression> &columns)
{
    Place inside = m_place;
    inside.columns = returningColumns();
    const QString list = within(inside, [&] {
        QStringList texts;
        QList<Expression> each;
        for (const Expression &column : columns)
            each << (column.kind == Kind::Star && column.relation ? Schema::columnsOf(column.relation) : QList {column});
        for (const NamedColumn &column : named(each, false))
            texts << selected(column, false);
        return texts.join(u", "_s);
    });
    return u" RETURNING "_s + list;
}

// INSERT

QString StatementWriter::insertedRows(const Schema::Change &change, bool wantsKey, QStringList &keys)
{
    const Schema::Relation &table = *change.table;
    const QList<Schema::Assignment> first = change.rows.isEmpty() ? QList<Schema::Assignment>() : change.rows.front();
    static const Schema::Table light;
    const TableFacts facts(table.declared ? *table.declared : light, m_parts.types);
    checkNames(table, first);
    QStringList names;
    QStringList columns;
    QStringList values;
    for (const Schema::Column &column : table.columns) {
        const Schema::Assignment *given = assignmentOf(first, column.name);
        const bool isKey = wantsKey && facts.isKey(column);
        QString value;
        if (given) {
            value = assigned(*given);
            if (isKey && given->value.kind != Kind::Value)
                keys << column.name;
        } else if (column.hasClientDefault && (!change.rows.isEmpty() || m_parts.literals.isLive())) {
            value = clientValue(column, column.clientDefault);
            const bool isSql = column.clientDefault->kind != Kind::Value && column.clientDefault->kind != Kind::Null;
            if (isKey && isSql)
                keys << column.name;
        } else {
            const bool isGiven = column.serverDefault || column.identity || column.computed || column.hasFetchedDefault;
            if (change.rows.isEmpty() && !m_parts.literals.isLive()) {
                value = parameter(column);
            } else {
                if (isKey && (isGiven || facts.isAutoincrement(column)))
                    keys << column.name;
                continue;
            }
        }
        names << column.name;
        columns << m_parts.identifiers.quoted(column.name, column.forceQuote);
        values << value;
    }
    if (columns.isEmpty())
        return u" DEFAULT VALUES"_s;
    QStringList rows {u'(' + values.join(u", "_s) + u')'};
    for (const QList<Schema::Assignment> &row : change.rows.mid(1)) {
        QStringList more;
        for (const QString &name : std::as_const(names)) {
            const Schema::Assignment *given = assignmentOf(row, name);
            const auto column = std::ranges::find(table.columns, name, &Schema::Column::name);
            if (!given && !column->hasClientDefault)
                throw Refusal::compile(u"INSERT value for column %1.%2 is explicitly rendered as a boundparameter in the "
                                       "VALUES clause; a Python-side value or SQL expression is required"_s.arg(
                                           table.name, name));
            more << (given ? assigned(*given) : clientValue(*column, column->clientDefault));
        }
        rows << u'(' + more.join(u", "_s) + u')';
    }
    return u" ("_s + columns.join(u", "_s) + u") VALUES "_s + rows.join(u", "_s);
}

QString StatementWriter::insertedQuery(const Schema::Change &change)
{
    QStringList columns;
    Schema::Query source = *change.source;
    for (const QString &name : change.sourceColumns)
        columns << m_parts.identifiers.quoted(name);
    if (change.sourceDefaults) {
        for (const Schema::Column &column : change.table->columns) {
            if (!column.hasClientDefault || change.sourceColumns.contains(column.name))
                continue;
            if (!source.keyword.isEmpty())
                throw Refusal::compile(u"Can't extend statement for INSERT..FROM SELECT to include additional "
                                       "default-holding column(s) '%1'.  Convert the selectable to a subquery() first, or "
                                       "pass include_defaults=False to Insert.from_select() to skip these columns."_s.arg(
                                           column.name));
            columns << m_parts.identifiers.quoted(column.name, column.forceQuote);
            const QString written = clientValue(column, column.clientDefault); // refuses what cannot be
            const bool isBound = written == u"NULL";
            source.columns << (isBound ? Expression {.kind = Kind::Null} : *column.clientDefault);
        }
    }
    return u" ("_s + columns.join(u", "_s) + u") "_s + queryText(source, As::Part);
}

QString StatementWriter::conflict(const Schema::Change &change)
{
    const Schema::ConflictClause &clause = *change.conflict;
    Place bare = m_place;
    bare.columns = Columns::Bare;
    QString target = conflictTarget(clause);
    if (clause.target) {
        target = within(bare, [&] { return u'(' + text(*clause.target) + u')'; });
        if (clause.targetWhere)
            target += u" WHERE "_s + within(bare, [&] { return text(*clause.targetWhere); });
    }
    if (clause.doesNothing)
        return u" ON CONFLICT "_s + (target.isEmpty() ? QString() : target + u' ') + u"DO NOTHING"_s;
    QStringList changes;
    QList<Expression> values;
    for (const Schema::Assignment &each : clause.set)
        values << each.value;
    if (clause.where)
        values << *clause.where;
    refuseLostValues(u"ON CONFLICT DO UPDATE"_s, values);
    for (const Schema::Assignment &each : clause.set)
        changes << m_parts.identifiers.quoted(each.column) + u" = "_s + assigned(each);
    const QString where = clause.where ? u" WHERE "_s + text(*clause.where) : QString();
    return u" ON CONFLICT "_s + target + u" DO UPDATE SET "_s + changes.join(u", "_s) + where;
}

QString StatementWriter::insert(const Schema::Change &change, bool isTop)
{
    QString written = u"INSERT "_s;
    for (const QString &prefix : change.prefixes)
        written += prefix + u' ';
    written += u"INTO "_s + m_parts.identifiers.qualified(change.table->name, change.table->schema);
    QStringList keys;
    if (change.source) {
        written += insertedQuery(change);
    } else {
        const bool wantsKey = isTop && returnsKeys() && change.table->declared && !change.isInline
            && !change.hasManyRows && !change.rows.isEmpty() && change.returning.isEmpty();
        written += insertedRows(change, wantsKey, keys);
    }
    if (change.conflict)
        written += conflict(change);
    QList<Expression> given = change.returning;
    for (const QString &key : std::as_const(keys))
        given << Expression {.kind = Kind::Column, .text = key, .relation = change.table};
    return given.isEmpty() ? written : written + returning(given);
}

// UPDATE and DELETE

QString StatementWriter::update(const Schema::Change &change)
{
    const Schema::Relation &table = *change.table;
    const QList<Schema::Assignment> row = change.rows.isEmpty() ? QList<Schema::Assignment>() : change.rows.front();
    checkNames(table, row);
    QStringList changes;
    for (const Schema::Assignment &each : row) {
        if (each.relation)
            changes << m_parts.identifiers.quoted(each.column) + u'=' + assigned(each);
    }
    const auto add = [&](const Schema::Column &column, const Schema::Assignment *given) {
        const QString name = m_parts.identifiers.quoted(column.name, column.forceQuote) + u'=';
        if (given)
            changes << name + assigned(*given);
        else if (column.clientOnUpdate)
            changes << name + clientValue(column, column.clientOnUpdate);
        else if (change.rows.isEmpty())
            changes << name + parameter(column);
    };
    if (change.keepsOrder) {
        for (const Schema::Assignment &each : row)
            add(*std::ranges::find(table.columns, each.column, &Schema::Column::name), &each);
    }
    for (const Schema::Column &column : table.columns) {
        const Schema::Assignment *given = assignmentOf(row, column.name);
        if (!given || !change.keepsOrder)
            add(column, given);
    }
    QString written = u"UPDATE "_s + relation(change.table) + u" SET "_s + changes.join(u", "_s);
    if (const QList<RelationPtr> others = otherRelations(change); !others.isEmpty())
        written += u" FROM "_s + relations(others);
    return written;
}

QString StatementWriter::deletion(const Schema::Change &change)
{
    const QList<RelationPtr> others = otherRelations(change);
    const QString written = u"DELETE FROM "_s + relation(change.table);
    return others.isEmpty() ? written : written + deleteUsing(relations(others));
}

QString StatementWriter::changeText(const Schema::Change &change, bool isTop)
{
    Level level {.correlated = {}, .asFrom = {}, .query = nullptr};
    if (change.kind != Schema::Change::Kind::Insert)
        level.correlated = QList<RelationPtr> {change.table} + otherRelations(change);
    level.asFrom = level.correlated;
    m_levels << level;
    for (const RelationPtr &each : change.ctes)
        static_cast<void>(cte(each));
    QString written;
    if (change.kind == Schema::Change::Kind::Insert) {
        written = insert(change, isTop);
    } else {
        written = change.kind == Schema::Change::Kind::Update ? update(change) : deletion(change);
        if (const QString where = conditionsText(change.where); !where.isEmpty())
            written += u" WHERE "_s + where;
        if (!change.returning.isEmpty())
            written += returning(change.returning);
    }
    m_levels.removeLast();
    return written;
}

} // namespace Migrations::Dialects
