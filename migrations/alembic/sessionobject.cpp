// sqlalchemy.orm.Session on the connection of a migration, as far as a script sends statements with it.
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/sqloperators.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

// Alembic's mock of a connection is asked for by the first statement of a session, in vain
[[noreturn]] void refuseMock(Interpreter &interpreter)
{
    interpreter.raise(QStringLiteral("AttributeError"), QStringLiteral("'MockConnection' object has no attribute 'close'"));
}

/// with session.begin():
class NestedBlock final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("SessionTransaction"); }
    [[nodiscard]] bool isContextManager() const override { return true; }
    [[nodiscard]] Value enter(Interpreter &) override { return Value(this); }
};

class SessionObject final : public Object
{
public:
    SessionObject(Session &session, Value bind) : m_session(session), m_bind(std::move(bind)) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("Session"); }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override;
    [[nodiscard]] bool isContextManager() const override { return true; }
    [[nodiscard]] Value enter(Interpreter &) override { return Value(this); }

private:
    using Method = Value (SessionObject::*)(Interpreter &, const Arguments &, const QString &);
    Value nothing(Interpreter &, const Arguments &, const QString &) { return {}; }
    Value bind(Interpreter &, const Arguments &, const QString &) { return m_bind; }
    Value begin(Interpreter &interpreter, const Arguments &, const QString &)
    {
        return Value(interpreter.make<NestedBlock>());
    }
    // a transaction of the session's own would begin, and there is the migration's around it
    Value rollback(Interpreter &interpreter, const Arguments &, const QString &name)
    {
        if (!m_session.host().isOffline())
            interpreter.unsupported(QStringLiteral("Session.%1 in a migration").arg(name));
        return {};
    }
    Value send(Interpreter &interpreter, const Arguments &arguments, const QString &name)
    {
        if (m_session.host().isOffline())
            refuseMock(interpreter);
        return interpreter.callValue(interpreter.attribute(m_bind, name), arguments);
    }
    Value connection(Interpreter &interpreter, const Arguments &, const QString &)
    {
        if (m_session.host().isOffline())
            refuseMock(interpreter);
        return m_bind;
    }

    Session &m_session;
    const Value m_bind;
};

std::optional<Value> SessionObject::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, Method> methods {
        {QStringLiteral("begin"), &SessionObject::begin},
        {QStringLiteral("close"), &SessionObject::nothing},
        {QStringLiteral("commit"), &SessionObject::nothing},
        {QStringLiteral("connection"), &SessionObject::connection},
        {QStringLiteral("execute"), &SessionObject::send},
        {QStringLiteral("expire_all"), &SessionObject::nothing},
        {QStringLiteral("expunge_all"), &SessionObject::nothing},
        {QStringLiteral("flush"), &SessionObject::nothing},
        {QStringLiteral("get_bind"), &SessionObject::bind},
        {QStringLiteral("rollback"), &SessionObject::rollback},
        {QStringLiteral("scalar"), &SessionObject::send},
    };
    if (name == u"bind")
        return m_bind;
    const Method method = methods.value(name);
    if (!method)
        interpreter.unsupported(QStringLiteral("Session.%1").arg(name));
    return Value(interpreter.make<Builtin>(name, [this, method, name](Interpreter &inner, const Arguments &arguments) {
        return (this->*method)(inner, arguments, name);
    }));
}

// what says how objects of models behave, of which there are none here
Value takeBind(Interpreter &interpreter, const Arguments &arguments, const QString &function, const Value &otherwise)
{
    ArgumentReader reader(interpreter, function, arguments);
    const Value bind = reader.optional(QStringLiteral("bind"), otherwise);
    for (const QString &meaningless : {QStringLiteral("autoflush"), QStringLiteral("expire_on_commit"),
             QStringLiteral("future"), QStringLiteral("autocommit"), QStringLiteral("info")})
        static_cast<void>(reader.keyword(meaningless));
    for (const auto &[name, value] : reader.otherKeywords())
        interpreter.unsupported(QStringLiteral("%1(%2=…)").arg(function, name));
    reader.finish();
    return bind;
}

Value makeSession(Session &session, Interpreter &interpreter, const Value &bind)
{
    if (!bind.as<ConnectionObject>())
        interpreter.unsupported(QStringLiteral("a Session without op.get_bind()"));
    return Value(interpreter.make<SessionObject>(session, bind));
}

Value ormSession(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    return makeSession(session, interpreter, takeBind(interpreter, arguments, QStringLiteral("Session"), Value()));
}

// sessionmaker(bind=…)(): the same, later
Value sessionMaker(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    const Value bind = takeBind(interpreter, arguments, QStringLiteral("sessionmaker"), Value());
    return Value(interpreter.make<Builtin>(
        QStringLiteral("sessionmaker"), [session = &session, bind](Interpreter &inner, const Arguments &given) {
            return makeSession(*session, inner, takeBind(inner, given, QStringLiteral("Session"), bind));
        }));
}

const ModuleFunction functions[] = {
    {u"Session", ormSession},
    {u"sessionmaker", sessionMaker},
};

} // namespace

std::span<const ModuleFunction> sessionConstructors()
{
    return functions;
}

} // namespace Migrations::Alembic
