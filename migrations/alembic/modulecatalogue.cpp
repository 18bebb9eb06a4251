#include "migrations/alembic/modulecatalogue.h"

#include "migrations/alembic/exceptioncatalogue.h"
#include "migrations/alembic/membertables.h"
#include "migrations/alembic/typecatalogue.h"
#include "migrations/alembic/typedecorator.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

void addDirectives(Session &session, ModuleObject &module, std::span<const Directive> directives)
{
    addRows(session, module, directives, [](Session &own, Interpreter &interpreter, const Directive &directive) {
        const auto perform = [session = &own, read = directive.read](Interpreter &inner, const Arguments &arguments) {
            session->perform(inner, read(*session, inner, arguments));
            return Value();
        };
        return Value(interpreter.make<Builtin>(directive.name.toString(), perform));
    });
}

/// A directive that a package brings when env.py or a revision imports it.
struct PackagedDirective {
    QStringView name;
    QStringView module;
};

const PackagedDirective packagedDirectives[] = {
    {u"create_entity", u"alembic_utils.replaceable_entity"},
    {u"drop_entity", u"alembic_utils.replaceable_entity"},
    {u"replace_entity", u"alembic_utils.replaceable_entity"},
    {u"sync_enum_values", u"alembic_postgresql_enum"},
};

void addPackagedDirectives(Interpreter &interpreter, ModuleObject &module)
{
    for (const PackagedDirective &directive : packagedDirectives) {
        const QString name = directive.name.toString();
        module.members.insert(name,
            Value(interpreter.make<Builtin>(
                name, [name, package = directive.module.toString()](Interpreter &inner, const Arguments &arguments) {
                    ModuleObject *source = inner.world().import(inner, package);
                    return inner.callValue(source->find(inner, name).value_or(Value()), arguments);
                })));
    }
}

void fillOp(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    for (const auto &directives :
        {tableDirectives(), columnDirectives(), indexDirectives(), constraintDirectives()})
        addDirectives(session, module, directives);
    for (const auto &functions : {tableFunctions(), batchFunctions(), executeDirectives(), refusedFunctions()})
        addFunctions(session, interpreter, module, functions);
    addPackagedDirectives(interpreter, module);
}

void addExceptions(Session &session, Interpreter &interpreter, ModuleObject &module, QStringView of)
{
    for (const ExceptionEntry &entry : exceptionCatalogue()) {
        if (entry.module == of)
            module.members.insert(
                entry.name.toString(), Value(session.exceptionClass(interpreter, entry.name.toString())));
    }
}

void fillAlembicErrors(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addExceptions(session, interpreter, module, u"alembic.util.exc");
}

void fillExceptions(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addExceptions(session, interpreter, module, u"sqlalchemy.exc");
}

void fillTypes(Session &session, Interpreter &, ModuleObject &module)
{
    addTypes(session, module, sqlalchemyTypes(), {});
    addTypeBases(session, module);
}

/// A member that is more than a function.
struct ModuleMember {
    QStringView name;
    Value (*make)(Session &, Interpreter &);
};

Value exceptionsModule(Session &, Interpreter &interpreter)
{
    return Value(interpreter.world().import(interpreter, QStringLiteral("sqlalchemy.exc")));
}

void fillSqlalchemy(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"inspect", inspect}};
    static const ModuleMember members[] = {{u"exc", exceptionsModule}, {u"func", makeFunctionNamespace}};
    fillTypes(session, interpreter, module);
    addFunctions(session, interpreter, module, schemaConstructors());
    addFunctions(session, interpreter, module, ddlTexts());
    addFunctions(session, interpreter, module, tableConstructors());
    addFunctions(session, interpreter, module, expressionConstructors());
    addFunctions(session, interpreter, module, conditionConstructors());
    addFunctions(session, interpreter, module, statementConstructors());
    addFunctions(session, interpreter, module, changeConstructors());
    addFunctions(session, interpreter, module, functions);
    addRows<ModuleMember>(session, module, members, [](Session &own, Interpreter &inner, const ModuleMember &member) {
        return member.make(own, inner);
    });
}

void fillSchema(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    fillSqlalchemy(session, interpreter, module);
    addFunctions(session, interpreter, module, ddlConstructors());
}

void fillPostgresql(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    // the generic upper-case types are there as well
    addTypes(session, module, sqlalchemyTypes(), {});
    addTypes(session, module, postgresqlTypes(), QStringLiteral("postgresql."));
    addFunctions(session, interpreter, module, postgresqlStatements());
    addFunctions(session, interpreter, module, postgresqlExpressions());
    addFunctions(session, interpreter, module, excludeConstructors());
    addDialectClass(interpreter, module);
}

void fillSqlite(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addTypes(session, module, sqlalchemyTypes(), QStringLiteral("sqlite."));
    addFunctions(session, interpreter, module, sqliteStatements());
    addDialectClass(interpreter, module);
}

void fillMysql(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addTypes(session, module, mysqlTypes(), QStringLiteral("mysql."));
    addDialectClass(interpreter, module);
}

void fillCitext(Session &session, Interpreter &, ModuleObject &module)
{
    addTypes(session, module, citextTypes(), {});
}

void fillPgvector(Session &session, Interpreter &, ModuleObject &module)
{
    addTypes(session, module, pgvectorTypes(), QStringLiteral("pgvector."));
}

void fillSqlmodelTypes(Session &session, Interpreter &, ModuleObject &module)
{
    addTypes(session, module, sqlmodelTypes(), QStringLiteral("sqlmodel."));
}

// A decorator that leaves the function as it is and forgets what the element's SQL was. What revisions
// register counts for all of them and is known before (Surroundings::compilerHooks).
Value compiles(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const Value element = arguments.positional.value(0);
    if (auto *type = element.as<Class>()) {
        type->members.insert(QStringLiteral("__compiled__"), Value(true));
    } else {
        CompilerHook hook {.element = interpreter.repr(element), .at = interpreter.location()};
        if (const auto *builtin = element.as<Builtin>())
            hook.element = builtin->name;
        for (const Value &dialect : arguments.positional.mid(1))
            hook.dialects << interpreter.str(dialect);
        session.addCompilerHook(hook);
    }
    return Value(interpreter.make<Builtin>(QStringLiteral("decorator"), [](Interpreter &, const Arguments &decorated) {
        return decorated.positional.value(0);
    }));
}

void fillCompiler(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"compiles", compiles}};
    addFunctions(session, interpreter, module, functions);
}

// MutableDict.as_mutable(type): a wrapper that matters to values in memory
void fillMutable(Session &, Interpreter &interpreter, ModuleObject &module)
{
    for (const QString &name :
        {QStringLiteral("MutableDict"), QStringLiteral("MutableList"), QStringLiteral("MutableSet")}) {
        auto *wrapper = interpreter.make<ModuleObject>(module.name + u'.' + name);
        wrapper->members.insert(QStringLiteral("as_mutable"),
            Value(interpreter.make<Builtin>(QStringLiteral("as_mutable"), [](Interpreter &inner, const Arguments &arguments) {
                ArgumentReader reader(inner, QStringLiteral("as_mutable"), arguments);
                const Value type = reader.required(QStringLiteral("sqltype"));
                reader.finish();
                return type;
            })));
        module.members.insert(name, Value(wrapper));
    }
}

void fillInspection(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"inspect", inspect}};
    addFunctions(session, interpreter, module, functions);
}

void fillReflection(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    auto *inspector = interpreter.make<ModuleObject>(QStringLiteral("Inspector"));
    static const ModuleFunction fromEngine[] = {{u"from_engine", inspectorOf}};
    addFunctions(session, interpreter, *inspector, fromEngine);
    module.members.insert(QStringLiteral("Inspector"), Value(inspector));
}

// the classes of some functions: now(), count()…
void fillFunctions(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    const Value functions = makeFunctionNamespace(session, interpreter);
    module.members.insert(QStringLiteral("func"), functions);
    for (const QString &name : {QStringLiteral("coalesce"), QStringLiteral("concat"), QStringLiteral("count"),
             QStringLiteral("current_timestamp"), QStringLiteral("max"), QStringLiteral("min"), QStringLiteral("now"),
             QStringLiteral("random"), QStringLiteral("sum")})
        module.members.insert(name, interpreter.attribute(functions, name));
}

void fillNothing(Session &, Interpreter &, ModuleObject &) { }

const ModuleEntry catalogue[] = {
    {u"alembic", fillNothing},
    {u"alembic.context", fillContext},
    {u"alembic.op", fillOp},
    {u"alembic.util", fillAlembicErrors},
    {u"alembic.util.exc", fillAlembicErrors},
    {u"citext", fillCitext},
    {u"lazy_object_proxy", fillLazyProxies},
    {u"pgvector", fillNothing},
    {u"pgvector.sqlalchemy", fillPgvector},
    {u"pgvector.sqlalchemy.bit", fillPgvector},
    {u"pgvector.sqlalchemy.halfvec", fillPgvector},
    {u"pgvector.sqlalchemy.sparsevec", fillPgvector},
    {u"pgvector.sqlalchemy.vector", fillPgvector},
    {u"sqlalchemy", fillSqlalchemy},
    {u"sqlalchemy.dialects", fillNothing},
    {u"sqlalchemy.dialects.mysql", fillMysql},
    {u"sqlalchemy.dialects.mysql.base", fillMysql},
    {u"sqlalchemy.dialects.postgresql", fillPostgresql},
    {u"sqlalchemy.dialects.postgresql.base", fillPostgresql},
    {u"sqlalchemy.dialects.postgresql.dml", fillPostgresql},
    {u"sqlalchemy.dialects.sqlite", fillSqlite},
    {u"sqlalchemy.dialects.sqlite.base", fillSqlite},
    {u"sqlalchemy.engine", fillNothing},
    {u"sqlalchemy.engine.reflection", fillReflection},
    {u"sqlalchemy.exc", fillExceptions},
    {u"sqlalchemy.ext", fillNothing},
    {u"sqlalchemy.ext.automap", fillDeclarative},
    {u"sqlalchemy.ext.compiler", fillCompiler},
    {u"sqlalchemy.ext.declarative", fillDeclarative},
    {u"sqlalchemy.ext.mutable", fillMutable},
    {u"sqlalchemy.inspection", fillInspection},
    {u"sqlalchemy.schema", fillSchema},
    {u"sqlalchemy.orm", fillOrm},
    {u"sqlalchemy.sql", fillSqlalchemy},
    {u"sqlalchemy.sql.ddl", fillSchema},
    {u"sqlalchemy.sql.expression", fillSqlalchemy},
    {u"sqlalchemy.sql.functions", fillFunctions},
    {u"sqlalchemy.sql.selectable", fillSqlalchemy},
    {u"sqlalchemy.sql.schema", fillSchema},
    {u"sqlalchemy.sql.sqltypes", fillTypes},
    {u"sqlalchemy.sql.type_api", fillTypes},
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
    Session &session, Interpreter &, ModuleObject &module, std::span<const ModuleFunction> functions)
{
    addRows(session, module, functions, [](Session &own, Interpreter &interpreter, const ModuleFunction &function) {
        const auto call = [session = &own, code = function.code](Interpreter &inner, const Arguments &arguments) {
            return code(*session, inner, arguments);
        };
        return Value(interpreter.make<Builtin>(function.name.toString(), call));
    });
}

} // namespace Migrations::Alembic
