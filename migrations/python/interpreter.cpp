#include "migrations/python/interpreter.h"

#include "migrations/python/builtins.h"
#include "migrations/python/evaluator.h"
#include "migrations/python/exceptions.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString text(std::u16string_view view)
{
    return QString::fromUtf16(view.data(), qsizetype(view.size()));
}

} // namespace

/// Counts nested calls while it lives.
class Interpreter::CallDepth final
{
public:
    explicit CallDepth(Interpreter &interpreter)
        : m_interpreter(interpreter)
    {
        if (++interpreter.m_depth > interpreter.m_budget.depth) {
            --interpreter.m_depth;
            interpreter.abort({.code = ErrorCode::Budget,
                .message = Tr::tr("The script calls functions more than %1 deep.").arg(interpreter.m_budget.depth)});
        }
    }
    ~CallDepth() { --m_interpreter.m_depth; }
    Q_DISABLE_COPY_MOVE(CallDepth)

private:
    Interpreter &m_interpreter;
};

Interpreter::Interpreter(
    std::shared_ptr<const Module> module, World &world, const Budget &budget, CancelToken cancel)
    : m_module(std::move(module))
    , m_world(world)
    , m_budget(budget)
    , m_cancel(std::move(cancel))
    , m_deadline(std::chrono::steady_clock::now() + budget.time)
{
    for (const auto &[name, base] : BuiltinExceptions)
        m_exceptions.insert(text(name), makeExceptionClass(text(name), m_exceptions.value(text(base))));
    m_builtins = make<Scope>(Scope::Kind::Module, nullptr);
    m_globals = make<Scope>(Scope::Kind::Module, m_builtins);
    addBuiltins();
}

Interpreter::~Interpreter() = default;

void Interpreter::addBuiltins()
{
    for (auto entry = m_exceptions.cbegin(); entry != m_exceptions.cend(); ++entry)
        m_builtins->variables.insert(entry.key(), Value(entry.value()));
    for (const BuiltinFunction &function : builtinFunctions())
        m_builtins->variables.insert(function.name, Value(make<Builtin>(function.name, function.code)));
    m_globals->variables.insert(QStringLiteral("__name__"), Value(QStringLiteral("revision")));
    m_globals->variables.insert(QStringLiteral("__file__"), Value(m_module->file));
    m_globals->variables.insert(QStringLiteral("__doc__"), Value());
}

template<class Work>
auto Interpreter::guarded(Work work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const Raised &raised) {
        return failure(describe(raised));
    } catch (const Aborted &aborted) {
        return failure(aborted.error);
    }
}

Result<void> Interpreter::run()
{
    return guarded([this] { Evaluator(*this, *m_globals).run(m_module->body); });
}

bool Interpreter::hasFunction(const QString &name) const
{
    return m_globals->variables.contains(name);
}

Result<Value> Interpreter::call(const QString &function)
{
    return guarded([&] {
        const auto found = m_globals->variables.constFind(function);
        if (found == m_globals->variables.cend())
            raise(QStringLiteral("AttributeError"), QStringLiteral("module has no attribute '%1'").arg(function));
        return callValue(*found, {});
    });
}

Value Interpreter::execute(const FunctionBody &function, Scope &scope)
{
    const CallDepth depth(*this);
    const Position callSite = m_at;
    Evaluator evaluator(*this, scope);
    evaluator.run(function.body);
    m_at = callSite;
    return evaluator.returned();
}

// errors

void Interpreter::raise(const QString &exceptionName, const QString &message)
{
    raise(exceptionClass(exceptionName), message);
}

void Interpreter::raise(Class *type, const QString &message)
{
    auto *exception = make<Instance>(type);
    exception->arguments << Value(message);
    raise(exception);
}

void Interpreter::raise(Instance *exception)
{
    throw Raised {exception, m_at};
}

void Interpreter::abort(Error error)
{
    if (error.at.file.isEmpty()) {
        error.at = location();
        error.excerpt = m_module->excerpt(m_at);
    }
    throw Aborted {std::move(error)};
}

void Interpreter::unsupported(const QString &what)
{
    abort({
        .code = ErrorCode::Unsupported,
        .message = Tr::tr("Stillroom does not read this: %1").arg(what),
        .nextStep = Tr::tr("Nothing of this revision was sent. Write the step in a supported way, or apply this "
                           "revision with Alembic; both keep the same version table."),
    });
}

Error Interpreter::describe(const Raised &raised)
{
    const QString message = str(Value(raised.exception));
    const QString name = raised.exception->type->name;
    Error error {
        .code = ErrorCode::Script,
        .message = message.isEmpty() ? name : name + u": " + message,
        .at = {m_module->file, raised.at.line, raised.at.column},
        .excerpt = m_module->excerpt(raised.at),
    };
    if (const std::optional<Error> &origin = raised.exception->origin) {
        error.code = origin->code;
        error.message = origin->message;
        error.statement = origin->statement;
        error.detail = origin->detail;
        error.nextStep = origin->nextStep;
    }
    return error;
}

Class *Interpreter::exceptionClass(const QString &name) const
{
    Q_ASSERT(m_exceptions.contains(name));
    return m_exceptions.value(name);
}

Class *Interpreter::makeExceptionClass(const QString &name, Class *base)
{
    auto *type = make<Class>(name, base ? QList<Class *> {base} : QList<Class *> {});
    type->isException = true;
    return type;
}

// budgets

void Interpreter::step()
{
    constexpr qint64 LookEvery = 4096;
    if (++m_steps % LookEvery != 0)
        return;
    if (m_cancel.isCanceled())
        abort({.code = ErrorCode::Canceled, .message = Tr::tr("Cancelled.")});
    if (m_steps > m_budget.steps)
        abort({.code = ErrorCode::Budget,
            .message = Tr::tr("The script takes more than %1 steps; it may never end.").arg(m_budget.steps)});
    if (std::chrono::steady_clock::now() > m_deadline)
        abort({.code = ErrorCode::Budget,
            .message = Tr::tr("The script was evaluated for more than %1 seconds.").arg(m_budget.time.count() / 1000)});
}

void Interpreter::spendBytes(qint64 bytes)
{
    m_bytes += bytes;
    if (m_bytes > m_budget.bytes)
        abort({.code = ErrorCode::Budget,
            .message = Tr::tr("The script makes more than %1 MB of values.").arg(m_budget.bytes >> 20)});
}

SourceLocation Interpreter::location() const
{
    return {m_module->file, m_at.line, m_at.column};
}

} // namespace Migrations::Python
