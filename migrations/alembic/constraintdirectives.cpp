// alembic.op: constraints.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

// the first two arguments of every create_… directive: name and table
template<class Constraint>
Operations::AddConstraint takeTarget(Interpreter &interpreter, ArgumentReader &reader, Constraint &constraint,
    const QString &tableArgument = QStringLiteral("table_name"))
{
    constraint.name = toName(interpreter, reader.required(QStringLiteral("constraint_name")));
    Operations::AddConstraint operation;
    operation.table = toText(interpreter, tableArgument, reader.required(tableArgument));
    return operation;
}

template<class Constraint>
Operations::Operation finished(Session &session, Interpreter &interpreter, ArgumentReader &reader,
    Operations::AddConstraint operation, Constraint constraint)
{
    constraint.deferrability = takeDeferrability(interpreter, reader);
    for (const QString &meaningless : {QStringLiteral("info"), QStringLiteral("link_to_name")})
        static_cast<void>(reader.keyword(meaningless));
    constraint.options = takeDialectOptions(session, interpreter, reader, constructOf(constraint));
    reader.finish();
    operation.constraint = std::move(constraint);
    return operation;
}

Operations::Operation createPrimaryKey(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_primary_key"), arguments);
    Schema::PrimaryKey key;
    Operations::AddConstraint operation = takeTarget(interpreter, reader, key);
    key.columns = toTexts(interpreter, QStringLiteral("columns"), reader.required(QStringLiteral("columns")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    reader.finish();
    operation.constraint = std::move(key);
    return operation;
}

Operations::Operation createUniqueConstraint(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_unique_constraint"), arguments);
    Schema::UniqueConstraint unique;
    Operations::AddConstraint operation = takeTarget(interpreter, reader, unique);
    unique.columns = toTexts(interpreter, QStringLiteral("columns"), reader.required(QStringLiteral("columns")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    return finished(session, interpreter, reader, std::move(operation), std::move(unique));
}

Operations::Operation createForeignKey(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_foreign_key"), arguments);
    Schema::ForeignKey key;
    Operations::AddConstraint operation
        = takeTarget(interpreter, reader, key, QStringLiteral("source_table"));
    key.referredTable
        = toText(interpreter, QStringLiteral("referent_table"), reader.required(QStringLiteral("referent_table")));
    key.columns = toTexts(interpreter, QStringLiteral("local_cols"), reader.required(QStringLiteral("local_cols")));
    key.referredColumns
        = toTexts(interpreter, QStringLiteral("remote_cols"), reader.required(QStringLiteral("remote_cols")));
    key.onUpdate = optionalText(interpreter, reader, QStringLiteral("onupdate"));
    key.onDelete = optionalText(interpreter, reader, QStringLiteral("ondelete"));
    key.match = optionalText(interpreter, reader, QStringLiteral("match"));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("source_schema"));
    key.referredSchema = optionalText(interpreter, reader, QStringLiteral("referent_schema"));
    static_cast<void>(reader.keyword(QStringLiteral("use_alter"))); // it is an ALTER already
    return finished(session, interpreter, reader, std::move(operation), std::move(key));
}

Operations::Operation createCheckConstraint(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_check_constraint"), arguments);
    Schema::CheckConstraint check;
    Operations::AddConstraint operation = takeTarget(interpreter, reader, check);
    check.condition = toExpression(interpreter, reader.required(QStringLiteral("condition")));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    return finished(session, interpreter, reader, std::move(operation), std::move(check));
}

Operations::Operation createExcludeConstraint(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("create_exclude_constraint"), arguments);
    Schema::ExcludeConstraint exclude;
    Operations::AddConstraint operation = takeTarget(interpreter, reader, exclude);
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    takeExclusion(session, interpreter, reader, exclude);
    reader.finish();
    operation.constraint = std::move(exclude);
    return operation;
}

Operations::Operation dropConstraint(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("drop_constraint"), arguments);
    Operations::DropConstraint operation;
    operation.name = toName(interpreter, reader.required(QStringLiteral("constraint_name")));
    operation.table = toText(interpreter, QStringLiteral("table_name"), reader.required(QStringLiteral("table_name")));
    operation.kind = toText(interpreter, QStringLiteral("type_"), reader.optional(QStringLiteral("type_"), Value()));
    operation.schema = optionalText(interpreter, reader, QStringLiteral("schema"));
    operation.ifExists = reader.truth(reader.keyword(QStringLiteral("if_exists")), false);
    reader.finish();
    static const QStringList kinds {QString(), QStringLiteral("foreignkey"), QStringLiteral("primary"),
        QStringLiteral("unique"), QStringLiteral("check")};
    if (!kinds.contains(operation.kind))
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None"));
    return operation;
}

const Directive directives[] = {
    {u"create_check_constraint", createCheckConstraint},
    {u"create_exclude_constraint", createExcludeConstraint},
    {u"create_foreign_key", createForeignKey},
    {u"create_primary_key", createPrimaryKey},
    {u"create_unique_constraint", createUniqueConstraint},
    {u"drop_constraint", dropConstraint},
};

} // namespace

std::span<const Directive> constraintDirectives()
{
    return directives;
}

} // namespace Migrations::Alembic
