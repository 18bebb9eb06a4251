#include "migrations/alembic/modulecatalogue.h"

#include "migrations/alembic/typecatalogue.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

void fillOp(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    for (const auto &directives : {tableDirectives(), columnDirectives(), indexDirectives(), constraintDirectives(),
             executeDirectives()})
        addFunctions(session, interpreter, module, directives);
}

Value isOfflineMode(Session &session, Interpreter &, const Arguments &)
{
    return session.host().isOffline();
}

Value getContext(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const auto directive = std::ranges::find(executeDirectives(), QStringView(u"get_context"), &ModuleFunction::name);
    return directive->code(session, interpreter, arguments);
}

void fillContext(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"is_offline_mode", isOfflineMode}, {u"get_context", getContext}};
    addFunctions(session, interpreter, module, functions);
}

void fillExceptions(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const QStringList names {QStringLiteral("SQLAlchemyError"), QStringLiteral("ArgumentError"),
        QStringLiteral("CompileError"), QStringLiteral("DBAPIError"), QStringLiteral("DataError"),
        QStringLiteral("DatabaseError"), QStringLiteral("IntegrityError"), QStringLiteral("InterfaceError"),
        QStringLiteral("InternalError"), QStringLiteral("InvalidRequestError"), QStringLiteral("NoSuchColumnError"),
        QStringLiteral("NoSuchTableError"), QStringLiteral("NotSupportedError"), QStringLiteral("OperationalError"),
        QStringLiteral("ProgrammingError"), QStringLiteral("StatementError")};
    for (const QString &name : names)
        module.members.insert(name, Value(session.exceptionClass(interpreter, name)));
}

void fillSqlalchemy(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"inspect", inspect}};
    addTypes(session, interpreter, module, sqlalchemyTypes(), {});
    addFunctions(session, interpreter, module, schemaConstructors());
    addFunctions(session, interpreter, module, tableConstructors());
    addFunctions(session, interpreter, module, expressionConstructors());
    addFunctions(session, interpreter, module, statementConstructors());
    addFunctions(session, interpreter, module, functions);
    module.members.insert(QStringLiteral("func"), makeFunctionNamespace(session, interpreter));
    auto *exceptions = interpreter.make<ModuleObject>(QStringLiteral("sqlalchemy.exc"));
    fillExceptions(session, interpreter, *exceptions);
    module.members.insert(QStringLiteral("exc"), Value(exceptions));
}

void fillPostgresql(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    // the generic upper-case types are there as well
    addTypes(session, interpreter, module, sqlalchemyTypes(), {});
    addTypes(session, interpreter, module, postgresqlTypes(), QStringLiteral("postgresql."));
}

void fillTypes(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addTypes(session, interpreter, module, sqlalchemyTypes(), {});
}

void fillCitext(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addTypes(session, interpreter, module, citextTypes(), {});
}

void fillPgvector(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addTypes(session, interpreter, module, pgvectorTypes(), QStringLiteral("pgvector."));
}

void fillSqlmodelTypes(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addTypes(session, interpreter, module, sqlmodelTypes(), QStringLiteral("sqlmodel."));
}

void fillInspection(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"inspect", inspect}};
    addFunctions(session, interpreter, module, functions);
}

void fillReflection(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    auto *inspector = interpreter.make<ModuleObject>(QStringLiteral("Inspector"));
    static const ModuleFunction fromEngine[] = {{u"from_engine", inspect}};
    addFunctions(session, interpreter, *inspector, fromEngine);
    module.members.insert(QStringLiteral("Inspector"), Value(inspector));
}

void fillNothing(Session &, Interpreter &, ModuleObject &) { }

const ModuleEntry catalogue[] = {
    {u"alembic", fillNothing},
    {u"alembic.context", fillContext},
    {u"alembic.op", fillOp},
    {u"citext", fillCitext},
    {u"pgvector", fillNothing},
    {u"pgvector.sqlalchemy", fillPgvector},
    {u"pgvector.sqlalchemy.bit", fillPgvector},
    {u"pgvector.sqlalchemy.halfvec", fillPgvector},
    {u"pgvector.sqlalchemy.sparsevec", fillPgvector},
    {u"pgvector.sqlalchemy.vector", fillPgvector},
    {u"sqlalchemy", fillSqlalchemy},
    {u"sqlalchemy.dialects", fillNothing},
    {u"sqlalchemy.dialects.postgresql", fillPostgresql},
    {u"sqlalchemy.dialects.sqlite", fillTypes},
    {u"sqlalchemy.engine", fillNothing},
    {u"sqlalchemy.engine.reflection", fillReflection},
    {u"sqlalchemy.exc", fillExceptions},
    {u"sqlalchemy.inspection", fillInspection},
    {u"sqlalchemy.schema", fillSqlalchemy},
    {u"sqlalchemy.sql", fillSqlalchemy},
    {u"sqlalchemy.sql.expression", fillSqlalchemy},
    {u"sqlalchemy.types", fillTypes},
    {u"sqlmodel", fillSqlalchemy}, // which gives SQLAlchemy's names again
    {u"sqlmodel.sql", fillNothing},
    {u"sqlmodel.sql.sqltypes", fillSqlmodelTypes},
};

} // namespace

std::span<const ModuleEntry> moduleCatalogue()
{
    return catalogue;
}

void addFunctions(
    Session &session, Interpreter &interpreter, ModuleObject &module, std::span<const ModuleFunction> functions)
{
    for (const ModuleFunction &function : functions) {
        const QString name = function.name.toString();
        module.members.insert(name,
            Value(interpreter.make<Builtin>(
                name, [session = &session, code = function.code](Interpreter &inner, const Arguments &arguments) {
                    return code(*session, inner, arguments);
                })));
    }
}

} // namespace Migrations::Alembic
