#include "migrations/dialects/postgresql/statementwriter.h"

#include "migrations/dialects/refusal.h"
#include "migrations/schema/operators.h"

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Postgresql {

using Kind = Schema::Expression::Kind;

// col['a'] is -> as long as it is JSON; as something else it is ->> with a CAST
QString StatementWriter::jsonElement(const Expression &operation)
{
    const bool isPath = operation.text == u"json_path_getitem";
    const bool isJson = Types::family(Schema::typeOf(operation)) == TypeFamily::Json;
    Expression element = operation;
    element.isGroupedEagerly = true;
    if (place().isCast || isJson)
        return joinedOperands(element, place().isCast ? (isPath ? u" #>> "_s : u" ->> "_s)
                                                      : (isPath ? u" #> "_s : u" -> "_s));
    Place inside = place();
    inside.isCast = true;
    return cast(within(inside, [&] { return jsonElement(operation); }), Schema::typeOf(operation));
}

QString StatementWriter::regularExpression(const Expression &operation)
{
    const QList<Expression> &operands = operation.arguments;
    const QString flags = operands.size() > 2 ? operands[2].value.toString() : QString();
    if (flags.isEmpty() || flags == u"i") {
        Expression plain = operation;
        plain.arguments = operands.first(2);
        return joinedOperands(plain, u' ' + operation.text + (flags.isEmpty() ? u" "_s : u"* "_s));
    }
    return u"%1 %2 CONCAT('(?', %3, ')', %4)"_s.arg(
        text(operands[0]), operation.text, text(operands[2]), text(operands[1]));
}

QString StatementWriter::special(const Expression &operation)
{
    const QString &name = operation.text;
    const QList<Expression> &operands = operation.arguments;
    if (name == u"json_getitem" || name == u"json_path_getitem")
        return jsonElement(operation);
    if (name == u"getitem")
        return text(operands[0]) + u'[' + text(operands[1]) + u']';
    if (name == u"/") {
        const Schema::Type type = Schema::typeOf(operands[1]);
        const bool isNumeric = Types::family(type) == TypeFamily::Numeric;
        return text(operands[0]) + u" / "_s
            + cast(text(operands[1]), isNumeric ? type : Schema::Type::named(u"Numeric"_s));
    }
    if (name == u"ILIKE" || name == u"NOT ILIKE")
        return like(operation, text(operands[0]), text(operands[1]), true);
    if (name == u"icontains" || name == u"not icontains" || name == u"istartswith" || name == u"not istartswith"
        || name == u"iendswith" || name == u"not iendswith") {
        const QString word = name.section(u' ', -1);
        const QString right = (word == u"istartswith" ? QString() : u"'%' || "_s) + text(operands[1])
            + (word == u"iendswith" ? QString() : u" || '%'"_s);
        return like(operation, text(operands[0]), right, true);
    }
    if (name == u"~" || name == u"!~")
        return regularExpression(operation);
    if (name == u"REGEXP_REPLACE")
        return name + u'(' + text(operands) + u')';
    if (name == u"MATCH" || name == u"NOT MATCH") {
        if (name == u"NOT MATCH")
            refuseLostValues(u"NOT … MATCH"_s, operands);
        const QString match = u"%1 @@ plainto_tsquery(%2)"_s.arg(text(operands[0]), text(operands[1]));
        return name == u"MATCH" ? match : u"NOT "_s + match;
    }
    return {};
}

QString StatementWriter::specialFunction(const Expression &call)
{
    if (call.text.toLower() != u"substring")
        return {};
    if (call.arguments.size() < 2)
        throw Refusal::argument(u"substring() takes two or three arguments"_s);
    const QString length = call.arguments.size() > 2 ? u" FOR "_s + text(call.arguments[2]) : QString();
    return u"SUBSTRING(%1 FROM %2%3)"_s.arg(text(call.arguments[0]), text(call.arguments[1]), length);
}

QString StatementWriter::emptySet(const Expression &operation)
{
    const qsizetype width = std::max<qsizetype>(operation.arguments[0].kind == Kind::Tuple
            ? operation.arguments[0].arguments.size()
            : 1,
        1);
    const QString nulls = width > 1 ? u'(' + QStringList(width, u"NULL"_s).join(u", "_s) + u')' : u"NULL"_s;
    return nulls + (operation.text == u"IN" ? u") AND (1 != 1"_s : u") OR (1 = 1"_s);
}

QString StatementWriter::extract(const Expression &expression)
{
    return u"EXTRACT(%1 FROM %2)"_s.arg(expression.text, text(expression.arguments.front()));
}

QString StatementWriter::array(const Expression &expression)
{
    if (expression.kind == Kind::OrderedArgument)
        return text(expression.arguments[0]) + u" ORDER BY "_s + text(expression.arguments[1].arguments);
    const Schema::Type type = Schema::typeOf(expression);
    const bool isTyped = type.item && !type.item->name.isEmpty() && Types::family(*type.item) != TypeFamily::Null;
    if (expression.arguments.isEmpty() && isTyped)
        return u"ARRAY[]::"_s + parts().types.text(type);
    return u"ARRAY["_s + text(expression.arguments) + u']';
}

QString StatementWriter::limits(const Schema::Query &query)
{
    QString written;
    if (query.limit)
        written += u" \n LIMIT "_s + text(*query.limit);
    if (query.offset)
        written += (query.limit ? QString() : u"\n LIMIT ALL"_s) + u" OFFSET "_s + text(*query.offset);
    return written;
}

QString StatementWriter::distinct(const Schema::Query &query)
{
    if (!query.distinctOn.isEmpty())
        return u"DISTINCT ON ("_s + text(query.distinctOn) + u") "_s;
    return query.isDistinct ? u"DISTINCT "_s : QString();
}

QString StatementWriter::lock(const Schema::RowLock &lock)
{
    QString written = lock.read ? (lock.keyShare ? u" FOR KEY SHARE"_s : u" FOR SHARE"_s)
                                : (lock.keyShare ? u" FOR NO KEY UPDATE"_s : u" FOR UPDATE"_s);
    QStringList names;
    for (const Schema::RelationPtr &each : lock.of)
        names << parts().identifiers.quoted(relationName(each));
    if (!names.isEmpty())
        written += u" OF "_s + names.join(u", "_s);
    if (lock.noWait)
        written += u" NOWAIT"_s;
    return lock.skipLocked ? written + u" SKIP LOCKED"_s : written;
}

QString StatementWriter::deleteUsing(const QString &tables) const
{
    return u" USING "_s + tables;
}

QString StatementWriter::conflictTarget(const Schema::ConflictClause &clause) const
{
    if (clause.dialect != u"postgresql")
        throw Refusal::argument(u"'%1' object has no attribute 'constraint_target'"_s.arg(
            clause.doesNothing ? u"OnConflictDoNothing"_s : u"OnConflictDoUpdate"_s));
    return clause.constraint.isEmpty() ? QString()
                                       : u"ON CONSTRAINT "_s + parts().identifiers.quoted(clause.constraint);
}

QString StatementWriter::jsonIndex(const Expression &index) const
{
    if (index.text != u"path") {
        const bool isNumber = index.value.typeId() != QMetaType::QString;
        return isNumber ? index.value.toString() : parts().literals.string(index.value.toString());
    }
    QStringList steps;
    for (const QVariant &step : index.value.toList())
        steps << step.toString();
    return parts().literals.string(u'{' + steps.join(u", "_s) + u'}');
}

} // namespace Migrations::Dialects::Postgresql
