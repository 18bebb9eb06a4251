#include "migrations/alembic/session.h"

#include "migrations/alembic/exceptioncatalogue.h"
#include "migrations/dialects/dialect.h"

namespace Migrations::Alembic {

namespace {

// the class that a driver's error has: SQLite reports nearly everything as OperationalError
QString serverErrorClass(const Error &error, bool isSqlite)
{
    static const QStringList integrity {QStringLiteral("constraint"), QStringLiteral("duplicate key")};
    const bool isIntegrity = std::ranges::any_of(integrity, [&](const QString &word) {
        return error.message.contains(word, Qt::CaseInsensitive) && !error.message.contains(QStringLiteral("exist"));
    });
    if (isIntegrity)
        return QStringLiteral("IntegrityError");
    return isSqlite || error.code == ErrorCode::Locked ? QStringLiteral("OperationalError")
                                                       : QStringLiteral("ProgrammingError");
}

} // namespace

Python::Class *Session::exceptionClass(Python::Interpreter &interpreter, const QString &name)
{
    const ExceptionEntry *entry = findException(name);
    if (!entry)
        return interpreter.exceptionClass(name);
    if (Python::Class *known = m_exceptions.value(name))
        return known;
    QList<Python::Class *> bases;
    for (const QStringView base : entry->bases.split(u' '))
        bases << exceptionClass(interpreter, base.toString());
    auto *type = interpreter.make<Python::Class>(name, bases);
    type->isException = true;
    m_exceptions.insert(name, type);
    return type;
}

void Session::refuseHooked(Python::Interpreter &interpreter, const Operations::Operation &operation)
{
    for (const CompilerHook &hook : m_compilerHooks) {
        if (concerns(hook, operation, m_host.dialect().name()))
            interpreter.unsupported(QStringLiteral("@compiles(%1) (%2)").arg(hook.element, hook.at.toString()));
    }
}

bool Session::recreate(Python::Interpreter &interpreter, const Operations::TableRecreation::Steps &steps)
{
    for (const Operations::Operation &operation : operationsOf(steps))
        refuseHooked(interpreter, operation);
    return unwrap(interpreter, interpreter.outside([&] { return m_host.recreate(steps, interpreter.location()); }));
}

void Session::perform(Python::Interpreter &interpreter, const Operations::Operation &operation)
{
    refuseHooked(interpreter, operation);
    Result<void> result
        = interpreter.outside([&] { return m_host.perform(operation, interpreter.location()); });
    if (!result)
        raise(interpreter, std::move(result.error()));
}

void Session::raise(Python::Interpreter &interpreter, Error error)
{
    const bool isSqlite = m_host.dialect().name() == QStringLiteral("sqlite");
    QString type = error.exception;
    switch (type.isEmpty() ? error.code : ErrorCode::Script) {
    case ErrorCode::Script: // it says itself what it is
        break;
    case ErrorCode::Server:
    case ErrorCode::Locked:
        type = serverErrorClass(error, isSqlite);
        break;
    case ErrorCode::Conflict: // what the server would say of a schema that was built up offline
    case ErrorCode::NotFound:
        type = isSqlite ? QStringLiteral("OperationalError") : QStringLiteral("ProgrammingError");
        break;
    case ErrorCode::BadInput:
        type = QStringLiteral("CompileError");
        break;
    case ErrorCode::Unsupported:
        type = QStringLiteral("NotImplementedError");
        break;
    default:
        interpreter.abort(std::move(error));
    }
    auto *exception = interpreter.make<Python::Instance>(exceptionClass(interpreter, type));
    QString text = error.message;
    if (!error.statement.isEmpty())
        text += QStringLiteral("\n[SQL: %1]").arg(error.statement);
    exception->arguments << Python::Value(text);
    exception->members.insert(QStringLiteral("statement"), Python::Value(error.statement));
    exception->origin = std::move(error);
    interpreter.raise(exception);
}

} // namespace Migrations::Alembic
