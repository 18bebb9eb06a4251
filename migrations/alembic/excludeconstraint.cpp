// EXCLUDE of PostgreSQL, as a directive and as an item of a table.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

Schema::ExcludeElement toElement(Interpreter &interpreter, const Value &value, const Dict *classes)
{
    const QList<Value> pair = interpreter.toList(value);
    if (pair.size() != 2)
        interpreter.raise(QStringLiteral("ValueError"),
            QStringLiteral("not enough values to unpack (expected 2, got %1)").arg(pair.size()));
    const Schema::IndexPart part = toIndexPart(interpreter, pair[0]);
    Schema::ExcludeElement element {
        .expression = part.expression, .comparison = toText(interpreter, QStringLiteral("operator"), pair[1])};
    if (classes && part.expression.kind == Schema::Expression::Kind::Column) {
        if (const std::optional<Value> found = classes->get(interpreter, Value(part.expression.text)))
            element.operatorClass = toText(interpreter, QStringLiteral("ops"), *found);
    }
    return element;
}

Value excludeConstraint(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("ExcludeConstraint"), arguments);
    Schema::ExcludeConstraint exclude;
    exclude.name = toName(interpreter, reader.keyword(QStringLiteral("name")).value_or(Value()));
    takeExclusion(session, interpreter, reader, exclude);
    reader.finish();
    return Value(interpreter.make<ConstraintObject>(std::move(exclude)));
}

const ModuleFunction constructors[] = {
    {u"ExcludeConstraint", excludeConstraint},
};

} // namespace

void takeExclusion(
    Session &, Interpreter &interpreter, ArgumentReader &reader, Schema::ExcludeConstraint &exclude)
{
    const Value classes = reader.keyword(QStringLiteral("ops")).value_or(Value());
    if (const std::optional<Value> method = reader.keyword(QStringLiteral("using")); method && !method->isNone())
        exclude.method = toText(interpreter, QStringLiteral("using"), *method);
    if (const std::optional<Value> where = reader.keyword(QStringLiteral("where")); where && !where->isNone())
        exclude.where = toExpression(interpreter, *where);
    exclude.deferrability = takeDeferrability(interpreter, reader);
    for (const Value &element : reader.rest())
        exclude.elements << toElement(interpreter, element, classes.as<Dict>());
}

std::span<const ModuleFunction> excludeConstructors()
{
    return constructors;
}

} // namespace Migrations::Alembic
