// op.get_context() and alembic.context: what is around a migration.
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/modulecatalogue.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

/// with op.get_context().autocommit_block():
class AutocommitBlock final : public Object
{
public:
    explicit AutocommitBlock(Session &session) : m_session(session) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("_GeneratorContextManager"); }
    [[nodiscard]] bool isContextManager() const override { return true; }

    [[nodiscard]] Value enter(Interpreter &interpreter) override
    {
        m_session.require(interpreter,
            interpreter.outside([&] { return m_session.host().beginAutocommit(interpreter.location()); }));
        return {};
    }

    void exit(Interpreter &interpreter, bool) override
    {
        m_session.require(interpreter,
            interpreter.outside([&] { return m_session.host().endAutocommit(interpreter.location()); }));
    }

private:
    Session &m_session;
};

/// op.get_context().impl: of it scripts ask for the dialect
class ImplementationObject final : public Object
{
public:
    explicit ImplementationObject(Session &session) : m_session(session) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("DefaultImpl"); }

    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        const Dialects::Dialect &dialect = m_session.host().dialect();
        if (name == u"dialect")
            return Value(interpreter.make<DialectObject>(dialect.name()));
        if (name == u"__dialect__")
            return Value(dialect.name());
        if (name == u"transactional_ddl")
            return Value(dialect.hasTransactionalDdl());
        if (name == u"as_sql")
            return Value(m_session.host().isOffline());
        if (name == u"bind" || name == u"connection")
            return Value(interpreter.make<ConnectionObject>(m_session));
        interpreter.unsupported(QStringLiteral("op.get_context().impl.%1").arg(name));
    }

private:
    Session &m_session;
};

// config.get_main_option(name, default=None); the address of the database is nobody's to print
Value mainOption(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("get_main_option"), arguments);
    const QString name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    const Value otherwise = reader.optional(QStringLiteral("default"), Value());
    reader.finish();
    if (name.compare(u"sqlalchemy.url", Qt::CaseInsensitive) == 0)
        interpreter.unsupported(QStringLiteral("context.config.get_main_option('sqlalchemy.url')"));
    const QMap<QString, QString> options = session.host().settings().options;
    const auto found = options.constFind(name.toLower());
    return found == options.cend() ? otherwise : Value(*found);
}

/// context.config: alembic.ini as env.py sees it
class ConfigObject final : public Object
{
public:
    explicit ConfigObject(Session &session) : m_session(session) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Config"); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        if (name != u"get_main_option")
            interpreter.unsupported(QStringLiteral("context.config.%1").arg(name));
        return Value(interpreter.make<Builtin>(name, [session = &m_session](Interpreter &inner, const Arguments &arguments) {
            return mainOption(*session, inner, arguments);
        }));
    }

private:
    Session &m_session;
};

Value autocommitBlock(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader(interpreter, QStringLiteral("autocommit_block"), arguments).finish();
    return Value(interpreter.make<AutocommitBlock>(session));
}

Value execute(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const auto directive = std::ranges::find(executeDirectives(), QStringView(u"execute"), &ModuleFunction::name);
    return directive->code(session, interpreter, arguments);
}

Value options(Session &session, Interpreter &interpreter)
{
    const ScriptSettings settings = session.host().settings();
    auto *dict = interpreter.make<Dict>();
    dict->set(interpreter, Value(QStringLiteral("as_sql")), Value(session.host().isOffline()));
    dict->set(interpreter, Value(QStringLiteral("tag")), settings.tag.isEmpty() ? Value() : Value(settings.tag));
    return Value(dict);
}

Value bound(Session &session, Interpreter &interpreter, const ModuleFunction &function)
{
    return Value(interpreter.make<Builtin>(function.name.toString(),
        [session = &session, code = function.code](Interpreter &inner, const Arguments &arguments) {
            return code(*session, inner, arguments);
        }));
}

const ModuleFunction contextMethods[] = {
    {u"autocommit_block", autocommitBlock},
    {u"execute", execute},
};

Value isOfflineMode(Session &session, Interpreter &, const Arguments &)
{
    return session.host().isOffline();
}

Value isTransactionalDdl(Session &session, Interpreter &, const Arguments &)
{
    return session.host().dialect().hasTransactionalDdl();
}

Value getContext(Session &session, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<ContextObject>(session));
}

Value getBind(Session &session, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<ConnectionObject>(session));
}

Value getImplementation(Session &session, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<ImplementationObject>(session));
}

Value getXArgument(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("get_x_argument"), arguments);
    const bool asDictionary = reader.truth(reader.optional(QStringLiteral("as_dictionary")), false);
    reader.finish();
    const QStringList given = session.host().settings().arguments;
    if (!asDictionary) {
        QList<Value> values;
        for (const QString &each : given)
            values << Value(each);
        return Value(interpreter.make<List>(values));
    }
    auto *dict = interpreter.make<Dict>();
    for (const QString &each : given) {
        const qsizetype sign = each.indexOf(u'=');
        dict->set(interpreter, Value(sign < 0 ? each : each.first(sign)),
            Value(sign < 0 ? QString() : each.sliced(sign + 1)));
    }
    return Value(dict);
}

Value getTagArgument(Session &session, Interpreter &, const Arguments &)
{
    const QString tag = session.host().settings().tag;
    return tag.isEmpty() ? Value() : Value(tag);
}

// what only env.py does
template<const char16_t *Name>
Value refuse(Session &, Interpreter &interpreter, const Arguments &)
{
    interpreter.unsupported(QStringLiteral("context.%1()").arg(QStringView(Name)));
}

constexpr char16_t configure[] = u"configure";
constexpr char16_t runMigrations[] = u"run_migrations";
constexpr char16_t beginTransaction[] = u"begin_transaction";

const ModuleFunction contextFunctions[] = {
    {u"begin_transaction", refuse<beginTransaction>},
    {u"configure", refuse<configure>},
    {u"execute", execute},
    {u"get_bind", getBind},
    {u"get_context", getContext},
    {u"get_impl", getImplementation},
    {u"get_tag_argument", getTagArgument},
    {u"get_x_argument", getXArgument},
    {u"is_offline_mode", isOfflineMode},
    {u"is_transactional_ddl", isTransactionalDdl},
    {u"run_migrations", refuse<runMigrations>},
};

} // namespace

std::optional<Value> ContextObject::attribute(Interpreter &interpreter, const QString &name)
{
    const auto method = std::ranges::find(contextMethods, QStringView(name), &ModuleFunction::name);
    if (method != std::end(contextMethods))
        return bound(m_session, interpreter, *method);
    if (name == u"dialect")
        return Value(interpreter.make<DialectObject>(m_session.host().dialect().name()));
    if (name == u"as_sql")
        return Value(m_session.host().isOffline());
    if (name == u"bind" || name == u"connection")
        return Value(interpreter.make<ConnectionObject>(m_session));
    if (name == u"impl")
        return Value(interpreter.make<ImplementationObject>(m_session));
    if (name == u"opts")
        return options(m_session, interpreter);
    if (name == u"config")
        return Value(interpreter.make<ConfigObject>(m_session));
    interpreter.unsupported(QStringLiteral("MigrationContext.%1").arg(name));
}

void fillContext(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addFunctions(session, interpreter, module, contextFunctions);
    module.members.insert(QStringLiteral("config"), Value(interpreter.make<ConfigObject>(session)));
}

} // namespace Migrations::Alembic
