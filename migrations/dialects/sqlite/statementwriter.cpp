#include "migrations/dialects/sqlite/statementwriter.h"

#include "migrations/dialects/refusal.h"
#include "migrations/schema/operators.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

using Kind = Schema::Expression::Kind;

namespace {

Refusal notSupported(const QString &what)
{
    return Refusal::compile(
        u"Compiler <sqlalchemy.dialects.sqlite.base.SQLiteCompiler> can't render element of type "_s + what);
}

} // namespace

QString StatementWriter::special(const Expression &operation)
{
    const QString &name = operation.text;
    const QList<Expression> &operands = operation.arguments;
    if (name == u"json_getitem" || name == u"json_path_getitem") {
        const bool isJson = Types::family(Schema::typeOf(operation)) == TypeFamily::Json;
        const QString element = u"JSON_EXTRACT(%1, %2)"_s.arg(text(operands[0]), text(operands[1]));
        return isJson ? u"JSON_QUOTE("_s + element + u')' : element;
    }
    if (name == u"getitem")
        throw notSupported(u"<function getitem>"_s);
    if (name == u"/")
        return text(operands[0]) + u" / ("_s + text(operands[1]) + u" + 0.0)"_s;
    const QString word = name.startsWith(u"not "_s, Qt::CaseInsensitive) ? name.sliced(4) : name;
    const auto lower = [this](const Expression &operand) { return u"lower("_s + text(operand) + u')'; };
    if (word == u"ILIKE")
        return like(operation, lower(operands[0]), lower(operands[1]), false);
    if (word == u"icontains" || word == u"istartswith" || word == u"iendswith") {
        const QString right = (word == u"istartswith" ? QString() : u"'%' || "_s) + lower(operands[1])
            + (word == u"iendswith" ? QString() : u" || '%'"_s);
        return like(operation, lower(operands[0]), right, false);
    }
    if (name == u"~" || name == u"!~") {
        Expression plain = operation;
        plain.arguments = operands.first(2);
        return joinedOperands(plain, name == u"~" ? u" REGEXP "_s : u" NOT REGEXP "_s);
    }
    if (name == u"REGEXP_REPLACE")
        throw Refusal::compile(u"sqlite dialect does not support regular expression replacements"_s);
    if (name == u"IS DISTINCT FROM" || name == u"IS NOT DISTINCT FROM")
        refuseLostValues(name, operands);
    if (name == u"IS DISTINCT FROM")
        return text(operands[0]) + u" IS NOT "_s + text(operands[1]);
    if (name == u"IS NOT DISTINCT FROM")
        return text(operands[0]) + u" IS "_s + text(operands[1]);
    if (name == u"#") { // there is no exclusive or
        Expression eager = operation;
        eager.isGroupedEagerly = true;
        return u'(' + joinedOperands(eager, u" | "_s) + u" - "_s + joinedOperands(eager, u" & "_s) + u')';
    }
    if (name == u"NOT MATCH") {
        refuseLostValues(u"NOT … MATCH"_s, operands);
        return u"NOT "_s + joinedOperands(operation, u" MATCH "_s);
    }
    return {};
}

QString StatementWriter::specialFunction(const Expression &)
{
    return {};
}

QString StatementWriter::emptySet(const Expression &operation)
{
    const qsizetype width
        = operation.arguments[0].kind == Kind::Tuple ? operation.arguments[0].arguments.size() : 1;
    const QString ones = QStringList(width, u"1"_s).join(u", "_s);
    const QString set = u"SELECT %1 FROM (SELECT %1) WHERE 1!=1"_s.arg(ones);
    return operation.arguments[0].kind == Kind::Tuple ? u"VALUES "_s + set : set;
}

QString StatementWriter::extract(const Expression &expression)
{
    static const QHash<QString, QString> formats {{u"month"_s, u"%m"_s}, {u"day"_s, u"%d"_s}, {u"year"_s, u"%Y"_s},
        {u"second"_s, u"%S"_s}, {u"hour"_s, u"%H"_s}, {u"doy"_s, u"%j"_s}, {u"minute"_s, u"%M"_s},
        {u"epoch"_s, u"%s"_s}, {u"dow"_s, u"%w"_s}, {u"week"_s, u"%W"_s}, {u"quarter"_s, u"quarter"_s},
        {u"milliseconds"_s, u"milliseconds"_s}, {u"microseconds"_s, u"microseconds"_s},
        {u"timezone_hour"_s, u"timezone_hour"_s}, {u"timezone_minute"_s, u"timezone_minute"_s}};
    const QString format = formats.value(expression.text);
    if (format.isEmpty())
        throw Refusal::compile(expression.text + u" is not a valid extract argument."_s);
    return u"CAST(STRFTIME('"_s + format + u"', "_s + text(expression.arguments.front()) + u") AS INTEGER)"_s;
}

QString StatementWriter::array(const Expression &expression)
{
    throw notSupported(expression.kind == Kind::Array
            ? u"<class 'sqlalchemy.dialects.postgresql.array.array'>"_s
            : u"<class 'sqlalchemy.dialects.postgresql.ext.aggregate_order_by'>"_s);
}

QString StatementWriter::limits(const Schema::Query &query)
{
    if (!query.limit && !query.offset)
        return {};
    if (!query.limit)
        refuseLostValues(u"OFFSET without LIMIT"_s, {{.kind = Kind::Value}});
    const QString limit = query.limit ? text(*query.limit) : u"-1"_s;
    return u"\n LIMIT "_s + limit + u" OFFSET "_s + (query.offset ? text(*query.offset) : u"0"_s);
}

QString StatementWriter::distinct(const Schema::Query &query)
{
    return query.isDistinct ? u"DISTINCT "_s : QString();
}

QString StatementWriter::lock(const Schema::RowLock &)
{
    return {};
}

QString StatementWriter::deleteUsing(const QString &) const
{
    throw Refusal::argument(u"This backend does not support multiple-table criteria within DELETE"_s);
}

QString StatementWriter::conflictTarget(const Schema::ConflictClause &clause) const
{
    if (!clause.constraint.isEmpty())
        throw Refusal::argument(u"SQLite has no ON CONFLICT ON CONSTRAINT "_s + clause.constraint);
    return {};
}

QString StatementWriter::jsonIndex(const Expression &index) const
{
    const auto step = [](const QVariant &value) {
        return value.typeId() == QMetaType::QString ? u".\"%1\""_s.arg(value.toString())
                                                    : u"[%1]"_s.arg(value.toString());
    };
    QString path = u"$"_s;
    if (index.text == u"path") {
        for (const QVariant &each : index.value.toList())
            path += step(each);
    } else {
        path += step(index.value);
    }
    return parts().literals.string(path);
}

} // namespace Migrations::Dialects::Sqlite
