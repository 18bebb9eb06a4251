// SELECT, alone or several with UNION between them.
#include "migrations/dialects/refusal.h"
#include "migrations/dialects/statementwriter.h"
#include "migrations/schema/operators.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects {

using Kind = Schema::Expression::Kind;
using Schema::RelationPtr;

namespace {

bool isSame(const Schema::Expression &left, const Schema::Expression &right)
{
    if (left.kind == Kind::Column && left.relation)
        return left.relation == right.relation && left.text == right.text;
    return left.identity && left.identity == right.identity;
}

// a name that SELECT gives its columns by, without which it does not look at them twice
bool hasLabel(const Schema::Expression &expression)
{
    const bool isLoneColumn = expression.kind == Kind::Column && !expression.relation;
    return !isLoneColumn && expression.kind != Kind::Text && expression.kind != Kind::Template
        && expression.kind != Kind::Star;
}

bool isAmong(const QList<RelationPtr> &relations, const RelationPtr &relation)
{
    return relations.contains(relation);
}

Refusal unresolved(const QString &name)
{
    return Refusal::compile(
        u"Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL expression '%1' should be explicitly declared as text('%1')"_s
            .arg(name));
}

QString qualifiedLabel(const Schema::Expression &column)
{
    const RelationPtr &relation = column.relation;
    const QString schema = relation->schema.isEmpty() ? QString() : QString(relation->schema).replace(u'.', u'_') + u'_';
    return schema + relation->name + u'_' + column.text;
}

} // namespace

QList<RelationPtr> StatementWriter::displayed(const Schema::Query &query, As as, bool isLateral) const
{
    QList<RelationPtr> from = Schema::relationsOf(query);
    const Level around = m_levels.isEmpty() ? Level() : m_levels.back();
    const bool isRelation = as == As::Relation && !isLateral;
    const auto isAround = [&](const RelationPtr &each) {
        return isAmong(around.correlated, each) && !(isRelation && isAmong(around.asFrom, each));
    };
    if (query.correlated)
        from.removeIf([&](const RelationPtr &each) { return isAround(each) && isAmong(*query.correlated, each); });
    if (query.notCorrelated)
        from.removeIf([&](const RelationPtr &each) { return isAround(each) && !isAmong(*query.notCorrelated, each); });
    const bool isAutomatic = query.correlates && !query.correlated && !query.notCorrelated;
    if (isAutomatic && !isRelation && !around.asFrom.isEmpty() && from.size() > 1) {
        from.removeIf([&](const RelationPtr &each) { return isAmong(around.asFrom, each); });
        if (from.isEmpty())
            throw Refusal::compile(u"Select statement returned no FROM clauses due to auto-correlation; specify "
                                   "correlate(<tables>) to control correlation manually."_s);
    }
    return from;
}

// the second time that a column is selected
QString StatementWriter::repeatedName(const Expression &column, int number)
{
    const bool isWrapped = column.kind == Kind::Cast || column.kind == Kind::Coerce;
    QString base = naturalName(isWrapped ? column.arguments.front() : column);
    if (base.isEmpty())
        base = column.kind == Kind::Function ? column.text.section(u'.', -1) : u"anon"_s;
    return anonymous(reinterpret_cast<const void *>(static_cast<quintptr>(0x10000 + number)), base + u'_');
}

// An expression without a name of its own: it is numbered when it is written, as SQLAlchemy does.
StatementWriter::NamedColumn StatementWriter::unnamed(const Expression &column, Names &names)
{
    const bool isWrapped = column.kind == Kind::Cast || column.kind == Kind::Coerce;
    QString key = isWrapped ? naturalName(column.arguments.front()) : QString();
    if (key.isEmpty() && column.identity)
        key = u' ' + QString::number(quintptr(column.identity.get()), 16);
    NamedColumn entry {.column = column};
    if (key.isEmpty())
        return entry;
    if (names.known.contains(key))
        entry.fallback = repeatedName(column, ++names.repetitions);
    names.known.insert(key, column);
    return entry;
}

// which columns need a label, and what name of its own the others get
QList<StatementWriter::NamedColumn> StatementWriter::named(const QList<Expression> &columns, bool qualifiesLabels)
{
    QList<NamedColumn> result;
    Names names;
    for (const Expression &column : columns) {
        const bool isQualified = qualifiesLabels && column.kind == Kind::Column && column.relation;
        const QString name = isQualified ? qualifiedLabel(column) : naturalName(column);
        if (!hasLabel(column) || name.isEmpty()) {
            result << (hasLabel(column) ? unnamed(column, names) : NamedColumn {.column = column});
            continue;
        }
        NamedColumn entry {.column = column, .label = isQualified ? name : QString(), .fallback = name};
        if (!names.known.contains(name)) {
            names.known.insert(name, column);
        } else if (isSame(names.known.value(name), column)) {
            entry.label = repeatedName(column, ++names.repetitions);
        } else if (column.kind != Kind::Label || column.text.isEmpty()) { // another column of that name
            const QString key = u"other "_s + QString::number(quintptr(column.relation.get()), 16) + name;
            entry.label = names.known.contains(key) ? repeatedName(column, ++names.repetitions)
                                                    : anonymous(column.relation.get(), name);
            names.known.insert(key, column);
        }
        result << entry;
    }
    return result;
}

QString StatementWriter::selected(const NamedColumn &entry, bool isRelation)
{
    const Expression &column = entry.column;
    Place inside = m_place;
    inside.isSelected = true;
    inside.isLabelled = false;
    if (column.kind == Kind::Label)
        return within(inside, [&] { return text(column); });
    bool isLabelled = true;
    if (entry.label.isEmpty()) {
        static const QStringList wrapping {u"NOT"_s, u"EXISTS"_s};
        if (column.kind == Kind::Column)
            isLabelled = isRelation && column.relation;
        else if (column.kind == Kind::Text || column.kind == Kind::Template || column.kind == Kind::Star)
            isLabelled = false;
        else if (column.kind == Kind::Prefix || column.kind == Kind::Postfix)
            isLabelled = wrapping.contains(column.text) || isRelation;
    }
    if (!isLabelled)
        return within(inside, [&] { return text(column); });
    // the name is numbered before what stands in the expression
    const QString label = !entry.label.isEmpty() ? entry.label
        : !entry.fallback.isEmpty()              ? entry.fallback
                                                 : anonymousName(column);
    inside.isLabelled = true;
    return within(inside, [&] { return text(column); }) + u" AS "_s + m_parts.identifiers.quoted(label);
}

QStringList StatementWriter::columnNames(const Schema::Query &query)
{
    const Schema::Query *first = &query;
    while (!first->keyword.isEmpty())
        first = first->parts.front().get();
    QStringList names;
    for (const NamedColumn &each : named(Schema::columnsOf(*first), false)) {
        const QString own = each.column.kind == Kind::Column || each.column.kind == Kind::Label
            ? naturalName(each.column)
            : anonymousName(each.column);
        names << m_parts.identifiers.quoted(each.label.isEmpty() ? own : each.label);
    }
    return names;
}

// labels of the SELECT by their names

QString StatementWriter::labelName(const Expression &expression)
{
    const Schema::Query *query = m_levels.isEmpty() ? nullptr : m_levels.back().query;
    if (!query)
        throw unresolved(expression.text);
    for (const Expression &column : Schema::columnsOf(*query)) {
        const bool isLabel = column.kind == Kind::Label && column.text == expression.text;
        const bool isLone = column.kind == Kind::Column && !column.relation && column.text == expression.text;
        if (isLabel || isLone || (!query->keyword.isEmpty() && naturalName(column) == expression.text))
            return m_parts.identifiers.quoted(expression.text);
        if (column.kind == Kind::Column && column.relation && qualifiedLabel(column) == expression.text)
            return text(column);
    }
    if (query->keyword.isEmpty()) {
        for (const RelationPtr &relation : Schema::relationsOf(*query)) {
            for (const Expression &column : Schema::columnsOf(relation)) {
                if (column.text == expression.text)
                    return text(column);
            }
        }
    }
    throw unresolved(expression.text);
}

QString StatementWriter::ordered(const QList<Expression> &expressions)
{
    const Schema::Query *query = m_levels.back().query;
    const auto written = [&](const Expression &each) -> QString {
        QString suffix;
        const Expression *inner = &each;
        while (inner->kind == Kind::Postfix) {
            suffix.prepend(u' ' + inner->text);
            inner = &inner->arguments.front();
        }
        if (inner->kind == Kind::Label && !inner->text.isEmpty()) {
            for (const Expression &column : Schema::columnsOf(*query)) {
                const bool isThat = column.kind == Kind::Label && column.text == inner->text;
                if (isThat && (column.identity == inner->identity || column == *inner))
                    return m_parts.identifiers.quoted(inner->text) + suffix;
            }
        }
        return text(each);
    };
    QStringList texts;
    for (const Expression &each : expressions)
        texts << written(each);
    return texts.join(u", "_s);
}

// text

QString StatementWriter::selectBody(const Schema::Query &query, const QList<RelationPtr> &from, As as)
{
    QString body = u"SELECT "_s;
    for (const QString &prefix : query.prefixes)
        body += prefix + u' ';
    body += distinct(query);
    QStringList columns;
    for (const NamedColumn &column : named(Schema::columnsOf(query), query.qualifiesLabels))
        columns << selected(column, as == As::Relation);
    body += columns.join(u", "_s);
    while (columns.isEmpty() && body.endsWith(u' '))
        body.chop(1);
    if (!from.isEmpty())
        body += u" \nFROM "_s + relations(from);
    if (const QString where = conditionsText(query.where); !where.isEmpty())
        body += u" \nWHERE "_s + where;
    if (!query.groupBy.isEmpty())
        body += u" GROUP BY "_s + text(query.groupBy);
    if (const QString having = conditionsText(query.having); !having.isEmpty())
        body += u" \nHAVING "_s + having;
    if (!query.orderBy.isEmpty())
        body += u" ORDER BY "_s + ordered(query.orderBy);
    body += limits(query);
    return query.lock ? body + lock(*query.lock) : body;
}

QString StatementWriter::select(const Schema::Query &query, As as, bool isLateral)
{
    const QList<RelationPtr> from = displayed(query, as, isLateral);
    Level level {.correlated = m_levels.isEmpty() ? QList<RelationPtr>() : m_levels.back().correlated,
        .asFrom = {},
        .query = &query};
    for (const RelationPtr &each : from)
        level.asFrom << Schema::relationsIn(each);
    level.correlated << level.asFrom;
    m_levels << level;
    for (const RelationPtr &each : query.ctes)
        static_cast<void>(cte(each));
    Place inside = m_place;
    inside.isSelected = false;
    const QString body = within(inside, [&] { return selectBody(query, from, as); });
    m_levels.removeLast();
    return body;
}

QString StatementWriter::compound(const Schema::Query &query, As as)
{
    const qsizetype width = Schema::columnsOf(*query.parts.front()).size();
    Level level = m_levels.isEmpty() ? Level() : m_levels.back();
    level.query = &query;
    m_levels << level;
    QStringList texts;
    for (qsizetype i = 0; i < query.parts.size(); ++i) {
        const Schema::Query &part = *query.parts[i];
        const qsizetype columns = Schema::columnsOf(part).size();
        if (columns != width)
            throw Refusal::compile(
                u"All selectables passed to CompoundSelect must have identical numbers of columns; select #1 has %1 columns, select #%2 has %3"_s
                    .arg(width)
                    .arg(i + 1)
                    .arg(columns));
        const bool isGrouped = !part.keyword.isEmpty() || part.limit || part.offset || !part.orderBy.isEmpty();
        const QString written = queryText(part, as);
        texts << (isGrouped ? u'(' + written + u')' : written);
    }
    QString body = texts.join(u' ' + query.keyword + u' ');
    Place inside = m_place;
    inside.columns = Columns::Bare;
    body += within(inside, [&]() -> QString {
        QString end;
        if (!query.groupBy.isEmpty())
            end += u" GROUP BY "_s + text(query.groupBy);
        if (!query.orderBy.isEmpty())
            end += u" ORDER BY "_s + ordered(query.orderBy);
        return end + limits(query);
    });
    m_levels.removeLast();
    return body;
}

QString StatementWriter::queryText(const Schema::Query &query, As as, bool isLateral)
{
    if (query.text)
        return text(*query.text);
    return query.keyword.isEmpty() ? select(query, as, isLateral) : compound(query, as);
}

} // namespace Migrations::Dialects
