// lazy_object_proxy.Proxy(factory): what the factory gives, when it is first used.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/python/argumentreader.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

class LazyProxy final : public Object
{
public:
    explicit LazyProxy(Value factory) : m_factory(std::move(factory)) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("Proxy"); }
    [[nodiscard]] bool isTrue(Interpreter &interpreter) override { return interpreter.isTrue(target(interpreter)); }
    [[nodiscard]] QString repr(Interpreter &interpreter) override { return interpreter.repr(target(interpreter)); }
    [[nodiscard]] QString str(Interpreter &interpreter) override { return interpreter.str(target(interpreter)); }
    [[nodiscard]] bool equals(Interpreter &interpreter, const Value &other) override
    {
        return interpreter.equals(target(interpreter), other);
    }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        return interpreter.attribute(target(interpreter), name);
    }
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override
    {
        return interpreter.callValue(target(interpreter), arguments);
    }
    [[nodiscard]] Value item(Interpreter &interpreter, const Value &key) override
    {
        return interpreter.item(target(interpreter), key);
    }
    [[nodiscard]] Iterator *iterate(Interpreter &interpreter) override { return interpreter.iterate(target(interpreter)); }

private:
    const Value &target(Interpreter &interpreter)
    {
        if (!m_target)
            m_target = interpreter.callValue(m_factory, {.positional = {}, .keywords = {}, .at = interpreter.position()});
        return *m_target;
    }

    const Value m_factory;
    std::optional<Value> m_target;
};

Value proxy(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("Proxy"), arguments);
    const Value factory = reader.required(QStringLiteral("factory"));
    reader.finish();
    return Value(interpreter.make<LazyProxy>(factory));
}

} // namespace

void fillLazyProxies(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"Proxy", proxy}};
    addFunctions(session, interpreter, module, functions);
}

} // namespace Migrations::Alembic
