#pragma once

#include "migrations/alembic/compilerhooks.h"
#include "migrations/alembic/host.h"
#include "migrations/python/interpreter.h"

namespace Migrations::Alembic {

/// One evaluation: the host, and the exception classes that scripts know by SQLAlchemy's names.
class Session final
{
public:
    explicit Session(Host &host, QList<CompilerHook> compilerHooks = {})
        : m_host(host), m_compilerHooks(std::move(compilerHooks)) {}

    [[nodiscard]] Host &host() { return m_host; }

    /// sqlalchemy.exc.<name>; made when it is first asked for
    [[nodiscard]] Python::Class *exceptionClass(Python::Interpreter &interpreter, const QString &name);

    void addCompilerHook(const CompilerHook &hook) { m_compilerHooks << hook; }
    /// TypeDecorator and the other classes that types of an application come from; null: not made yet
    [[nodiscard]] Python::Class *&typeBase(const QString &name) { return m_typeBases[name]; }

    /// Gives an operation to the host; its error is raised in the script or ends the evaluation. So does
    /// SQL that a revision has changed for all.
    void perform(Python::Interpreter &interpreter, const Operations::Operation &operation);
    /// the same for a table that is made anew; false as Host says
    [[nodiscard]] bool recreate(
        Python::Interpreter &interpreter, const Operations::TableRecreation::Steps &steps);

    /// the value, or the error raised as Host says
    template<class T>
    [[nodiscard]] T unwrap(Python::Interpreter &interpreter, Result<T> result)
    {
        if (!result)
            raise(interpreter, std::move(result.error()));
        return std::move(*result);
    }
    void require(Python::Interpreter &interpreter, Result<void> result)
    {
        if (!result)
            raise(interpreter, std::move(result.error()));
    }
    [[noreturn]] void raise(Python::Interpreter &interpreter, Error error);
    /// an exception of sqlalchemy.exc or Alembic by the name of its class
    [[noreturn]] void raise(Python::Interpreter &interpreter, const QString &exception, const QString &message)
    {
        interpreter.raise(exceptionClass(interpreter, exception), message);
    }

    /// A statement was printed whose rows nobody has: what the script does with them fails in Python's
    /// words, and the reason is that there is no connection.
    void noteMissingRows() { m_missesRows = true; }
    [[nodiscard]] bool missesRows() const { return m_missesRows; }

private:
    void refuseHooked(Python::Interpreter &interpreter, const Operations::Operation &operation);

    Host &m_host;
    bool m_missesRows = false;
    QList<CompilerHook> m_compilerHooks;
    QHash<QString, Python::Class *> m_exceptions;
    QHash<QString, Python::Class *> m_typeBases;
};

} // namespace Migrations::Alembic
