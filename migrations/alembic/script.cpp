#include "migrations/alembic/script.h"

#include "migrations/alembic/scriptworld.h"
#include "migrations/python/parser.h"

#include <QCoreApplication>

namespace Migrations::Alembic {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// A parameter without a default is for what env.py hands to run_migrations(): `op` is Alembic's, of
// anything else nobody knows here what it is.
Python::Value given(Python::Interpreter &interpreter, const QString &parameter)
{
    if (parameter == u"op")
        return Python::Value(interpreter.world().import(interpreter, QStringLiteral("alembic.op")));
    return Python::Value(interpreter.make<Python::Opaque>(
        parameter, interpreter.position(), Tr::tr("env.py gives it to the script as an argument")));
}

// Python's text stays; that a connection would help is for people and for what sorts scripts
Result<void> explained(Result<void> result, const Session &session)
{
    const bool isAboutNone = !result && result.error().message.contains(QStringLiteral("NoneType"));
    if (!isAboutNone || !session.missesRows())
        return result;
    Error error = result.error();
    error.code = ErrorCode::NeedsConnection;
    error.nextStep = Tr::tr("The script reads rows of data, and there is no database to read them from. Connect to the "
                            "database, then preview or apply from there.");
    return failure(error);
}

} // namespace

Result<void> evaluateScript(const std::shared_ptr<const Python::Module> &script, const QString &function, Host &host,
    const Python::Budget &budget, const CancelToken &cancel, const Surroundings &surroundings)
{
    Session session(host, surroundings.compilerHooks);
    ScriptWorld world(session, surroundings);
    Python::Interpreter interpreter(script, world, budget, cancel);
    if (const Result<void> executed = interpreter.run(); !executed)
        return explained(executed, session);
    if (!interpreter.hasFunction(function))
        return failure({
            .code = ErrorCode::Script,
            .message = Tr::tr("The script has no function %1().").arg(function),
            .at = {.file = script->file},
            .nextStep = Tr::tr("Add it; an empty one is `def %1(): pass`.").arg(function),
        });
    return explained(interpreter.call(function, given).transform([](const Python::Value &) {}), session);
}

Result<void> evaluateScript(const QByteArray &source, const QString &path, const QString &function, Host &host,
    const Python::Budget &budget, const CancelToken &cancel, const Surroundings &surroundings)
{
    return Python::parse(source, path).and_then([&](const std::shared_ptr<const Python::Module> &script) {
        return evaluateScript(script, function, host, budget, cancel, surroundings);
    });
}

} // namespace Migrations::Alembic
