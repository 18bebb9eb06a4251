#include "migrations/python/interpreter.h"

#include "migrations/python/evaluator.h"

#include <QCoreApplication>
#include <QScopeGuard>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

/// Counts nested calls and remembers the innermost one while it lives.
class Interpreter::CallFrame final
{
public:
    CallFrame(Interpreter &interpreter, Scope &scope)
        : m_interpreter(interpreter)
        , m_outer(interpreter.m_frame)
        , m_source(interpreter.m_source)
    {
        if (interpreter.m_depth >= interpreter.m_budget.depth)
            interpreter.abort({.code = ErrorCode::Budget,
                .message = Tr::tr("The script calls functions more than %1 deep.").arg(interpreter.m_budget.depth)});
        ++interpreter.m_depth;
        interpreter.m_frame = &scope;
        if (const Module *source = scope.module()->source)
            interpreter.m_source = source;
    }
    ~CallFrame()
    {
        --m_interpreter.m_depth;
        m_interpreter.m_frame = m_outer;
        m_interpreter.m_source = m_source;
    }
    Q_DISABLE_COPY_MOVE(CallFrame)

private:
    Interpreter &m_interpreter;
    Scope *const m_outer;
    const Module *const m_source;
};

Interpreter::Interpreter(
    std::shared_ptr<const Module> module, World &world, const Budget &budget, CancelToken cancel)
    : m_module(std::move(module))
    , m_source(m_module.get())
    , m_world(world)
    , m_budget(budget)
    , m_cancel(std::move(cancel))
    , m_timeLeft(budget.time)
{
    m_globals = make<Scope>(Scope::Kind::Module, nullptr);
    m_globals->source = m_source;
    m_globals->variables.insert(QStringLiteral("__name__"), Value(QStringLiteral("revision")));
    m_globals->variables.insert(QStringLiteral("__file__"), Value(m_module->file));
    m_globals->variables.insert(QStringLiteral("__doc__"), Value());
}

Interpreter::~Interpreter() = default;

template<class Work>
auto Interpreter::guarded(Work work) -> Result<decltype(work())>
{
    m_stackBase = static_cast<const char *>(__builtin_frame_address(0));
    m_deadline = std::chrono::steady_clock::now() + m_timeLeft;
    m_handled = nullptr;
    m_reprs.clear();
    const auto finish = qScopeGuard([this] {
        m_timeLeft = m_deadline - std::chrono::steady_clock::now();
        if (!m_unfinishedLine.isEmpty())
            m_world.print(std::exchange(m_unfinishedLine, {}), location());
    });
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const Raised &raised) {
        return describe(raised);
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

Result<Value> Interpreter::call(const QString &function, Given given)
{
    return guarded([&] {
        const auto found = m_globals->variables.constFind(function);
        if (found == m_globals->variables.cend())
            raise(QStringLiteral("AttributeError"), QStringLiteral("module has no attribute '%1'").arg(function));
        Arguments arguments;
        if (const auto *written = found->as<Function>()) {
            for (const Parameter &parameter : written->body->parameters) {
                const bool isNeeded = parameter.kind == Parameter::Kind::Plain || parameter.kind == Parameter::Kind::KeywordOnly;
                if (given && isNeeded && !written->defaults.contains(parameter.name))
                    arguments.keywords.emplaceBack(parameter.name, given(*this, parameter.name));
            }
        }
        return callValue(*found, arguments);
    });
}

Value Interpreter::execute(const FunctionBody &function, Scope &scope)
{
    const CallFrame frame(*this, scope);
    const Position callSite = m_at;
    Evaluator evaluator(*this, scope);
    evaluator.run(function.body);
    m_at = callSite;
    return evaluator.returned();
}

ModuleObject *Interpreter::executeModule(const QString &name, std::shared_ptr<const Module> module)
{
    auto *scope = make<Scope>(Scope::Kind::Module, nullptr);
    scope->variables.insert(QStringLiteral("__name__"), Value(name));
    m_libraries.push_back(module);
    const auto restore = qScopeGuard([this, outer = std::exchange(m_frame, nullptr)] { m_frame = outer; });
    Evaluator(*this, *scope).run(module->body);
    auto *result = make<ModuleObject>(name);
    result->members = scope->variables;
    return result;
}

std::optional<Value> Interpreter::inFrame(Scope &scope, const std::function<std::optional<Value>()> &work)
{
    const CallFrame frame(*this, scope);
    return work();
}

void Interpreter::load(std::shared_ptr<const Module> module, const QString &package, ModuleObject &target)
{
    auto *scope = make<Scope>(Scope::Kind::Module, nullptr);
    scope->source = module.get();
    scope->package = package;
    scope->importsLate = true;
    scope->variables.insert(QStringLiteral("__name__"), Value(target.name));
    scope->variables.insert(QStringLiteral("__doc__"), Value());
    scope->variables.insert(QStringLiteral("__file__"), Value(module->file));
    target.scope = scope;
    m_loaded.push_back(module);
    const Position importedAt = m_at;
    Instance *const handled = std::exchange(m_handled, nullptr);
    {
        const CallFrame frame(*this, *scope);
        for (const Statement &statement : module->body)
            loadStatement(*module, statement, *scope, target.name);
    }
    m_handled = handled;
    m_at = importedAt;
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

void Interpreter::raiseNamed(const QString &exceptionName, const QString &message, const QString &name)
{
    auto *exception = make<Instance>(exceptionClass(exceptionName));
    exception->arguments << Value(message);
    exception->members.insert(QStringLiteral("name"), Value(name));
    raise(exception);
}

void Interpreter::raise(Instance *exception)
{
    if (m_handled && m_handled != exception)
        exception->members.insert(QStringLiteral("__context__"), Value(m_handled));
    throw Raised {exception, m_at, m_source};
}

void Interpreter::abort(Error error)
{
    if (error.at.file.isEmpty()) {
        error.at = location();
        error.excerpt = m_source->excerpt(m_at);
    }
    throw Aborted {std::move(error)};
}

void Interpreter::unsupported(const QString &what)
{
    abort({
        .code = ErrorCode::Unsupported,
        .message = Tr::tr("Stillroom does not read this: %1").arg(what),
        .nextStep = Tr::tr("Nothing of this revision was kept. Write the step in a supported way, or apply this "
                           "revision with Alembic; both keep the same version table."),
    });
}

std::unexpected<Error> Interpreter::describe(const Raised &raised)
{
    Error error {
        .code = ErrorCode::Script,
        .message = raised.exception->type->name,
        .at = {raised.source->file, raised.at.line, raised.at.column},
        .excerpt = raised.source->excerpt(raised.at),
        .exception = raised.exception->type->name,
    };
    if (const std::optional<Error> &origin = raised.exception->origin) {
        error.code = origin->code;
        error.message = origin->message;
        error.statement = origin->statement;
        error.detail = origin->detail;
        error.nextStep = origin->nextStep;
        return failure(std::move(error));
    }
    try { // the text may be a __str__ of the script
        if (const QString text = str(Value(raised.exception)); !text.isEmpty())
            error.message += u": " + text;
    } catch (const Raised &) {
        error.message += QStringLiteral(": <exception str() failed>");
    } catch (const Aborted &aborted) {
        return failure(aborted.error);
    }
    return failure(std::move(error));
}

Class *Interpreter::makeExceptionClass(const QString &name, Class *base)
{
    auto *type = make<Class>(name, base ? QList<Class *> {base} : QList<Class *> {});
    type->isException = true;
    return type;
}

// budgets

void Interpreter::step(qint64 work)
{
    constexpr qint64 LookEvery = 4096;
    m_steps += work;
    if (m_steps < m_nextLook)
        return;
    if (m_cancel.isCanceled())
        abort({.code = ErrorCode::Canceled, .message = Tr::tr("Cancelled.")});
    if (m_steps > m_budget.steps)
        abort({.code = ErrorCode::Budget,
            .message = Tr::tr("The script takes more than %1 steps; it may never end.").arg(m_budget.steps)});
    if (std::chrono::steady_clock::now() > m_deadline)
        abort({.code = ErrorCode::Budget,
            .message = Tr::tr("The script was evaluated for more than %1 seconds.").arg(m_budget.time.count() / 1000)});
    m_nextLook = m_steps + LookEvery;
}

void Interpreter::checkStack()
{
    const auto *here = static_cast<const char *>(__builtin_frame_address(0));
    if (std::abs(m_stackBase - here) > m_budget.stack)
        abort({.code = ErrorCode::Budget, .message = Tr::tr("The script nests calls or data too deeply.")});
}

void Interpreter::spendBytes(qint64 bytes)
{
    if (bytes > m_budget.bytes - m_bytes)
        abort({.code = ErrorCode::Budget,
            .message = Tr::tr("The script makes more than %1 MB of values.").arg(m_budget.bytes >> 20)});
    m_bytes += bytes;
}

void Interpreter::write(const QString &text, const QString &end)
{
    m_unfinishedLine += text + end;
    spendBytes((text.size() + end.size()) * 2 + 64);
    if (!end.endsWith(u'\n'))
        return;
    m_unfinishedLine.chop(1);
    m_world.print(std::exchange(m_unfinishedLine, {}), location());
}

QString Interpreter::takeUnfinishedLine()
{
    return std::exchange(m_unfinishedLine, {});
}

SourceLocation Interpreter::location() const
{
    return {m_source->file, m_at.line, m_at.column};
}

} // namespace Migrations::Python
