#pragma once

#include "migrations/base/canceltoken.h"
#include "migrations/base/error.h"
#include "migrations/python/callables.h"
#include "migrations/python/containers.h"

#include <chrono>
#include <deque>

namespace Migrations::Python {

class Interpreter;

/// What a script may use up. Exceeding any of it ends the evaluation (ErrorCode::Budget).
struct Budget {
    qint64 steps = 20'000'000; ///< evaluated nodes
    int depth = 150; ///< nested calls
    qint64 bytes = 256 * 1024 * 1024; ///< made by the script, never given back
    qint64 stack = 4 * 1024 * 1024; ///< of the thread, for nested calls, expressions and data
    std::chrono::milliseconds time {30'000}; ///< of evaluation; time in the host does not count
};

/// The world outside the script: which modules there are, where print() goes and who answers
/// input(). An interpreter has no other way out: no file, network, process or environment.
class World
{
public:
    virtual ~World() = default;
    /// nullptr: no such module; the name becomes Opaque
    [[nodiscard]] virtual ModuleObject *import(Interpreter &interpreter, const QString &module) = 0;
    virtual void print(const QString &line, const SourceLocation &at) = 0;
    /// ends the evaluation by its error when nobody answers
    [[nodiscard]] virtual Result<QString> input(const QString &prompt, const SourceLocation &at) = 0;
    /// The environment variables that there are for the script. Unset: nobody says, and asking for one
    /// ends the evaluation.
    [[nodiscard]] virtual std::optional<QMap<QString, QString>> environment() const { return QMap<QString, QString>(); }
};

/// A Python exception on its way to an `except`. Thrown inside the interpreter and by the objects
/// it calls; never leaves Interpreter::run() and call().
struct Raised {
    Instance *exception = nullptr;
    Position at;
    const Module *source = nullptr; ///< where `at` is
};

/// The end of the evaluation that no `except` catches: a budget, an unknown construct, a refusal
/// of the host. Thrown and caught like Raised.
struct Aborted {
    Error error;
};

/// Evaluates one script's syntax tree in a closed world. Owns every value that the evaluation
/// makes; a Value must not outlive it. Not thread safe: one interpreter, one thread, one script.
///
/// Python exceptions are C++ exceptions in here, because they unwind through the same frames; at
/// the public functions they become an Error: code Script with Python's text
/// ("NameError: name 'x' is not defined"), file, line and a caret excerpt.
class Interpreter final
{
public:
    Interpreter(std::shared_ptr<const Module> module, World &world, const Budget &budget = {}, CancelToken cancel = {});
    ~Interpreter();
    Q_DISABLE_COPY_MOVE(Interpreter)

    // for the owner of the interpreter
    /// executes the top level of the script
    [[nodiscard]] Result<void> run();
    [[nodiscard]] bool hasFunction(const QString &name) const;
    /// what a parameter without a default gets; null: it is missing, as in Python
    using Given = Value (*)(Interpreter &interpreter, const QString &parameter);
    [[nodiscard]] Result<Value> call(const QString &function, Given given = nullptr);

    // for objects and builtins, while run() or call() is under way
    template<class T, class... Args>
    T *make(Args &&...args)
    {
        spendBytes(qint64(sizeof(T)) + 32);
        auto object = std::make_unique<T>(std::forward<Args>(args)...);
        T *pointer = object.get();
        m_heap.push_back(std::move(object));
        return pointer;
    }
    void spendBytes(qint64 bytes);

    [[noreturn]] void raise(const QString &exceptionClass, const QString &message);
    [[noreturn]] void raise(Class *exceptionClass, const QString &message);
    [[noreturn]] void raise(Instance *exception);
    /// with the name that was not found as its attribute
    [[noreturn]] void raiseNamed(const QString &exceptionClass, const QString &message, const QString &name);
    /// ends the evaluation; location and excerpt are added
    [[noreturn]] void abort(Error error);
    [[noreturn]] void unsupported(const QString &what);

    /// A built-in function or class by name, made when it is asked for first; nullopt: there is none.
    [[nodiscard]] std::optional<Value> findBuiltin(const QString &name);
    /// the same, None: there is none
    [[nodiscard]] Value builtin(const QString &name) { return findBuiltin(name).value_or(Value()); }
    /// a built-in exception class by name
    [[nodiscard]] Class *exceptionClass(const QString &name);
    /// a new exception class, for a module of the host
    [[nodiscard]] Class *makeExceptionClass(const QString &name, Class *base);

    [[nodiscard]] bool isTrue(const Value &value);
    [[nodiscard]] bool equals(const Value &left, const Value &right);
    /// as containers compare what they hold: an object is equal to itself, whatever its == says
    [[nodiscard]] bool isSameOrEqual(const Value &left, const Value &right)
    {
        return (left.isObject() && left.object() == right.object()) || equals(left, right);
    }
    [[nodiscard]] QString repr(const Value &value);
    [[nodiscard]] QString str(const Value &value);
    [[nodiscard]] static QString typeName(const Value &value);
    [[nodiscard]] QString hashKey(const Value &value);
    [[nodiscard]] Value attribute(const Value &value, const QString &name);
    /// what getattr() with a default finds: an AttributeError of the script's own counts as nothing
    [[nodiscard]] std::optional<Value> findAttribute(const Value &value, const QString &name);
    void setAttribute(const Value &value, const QString &name, const Value &attribute);
    void deleteAttribute(const Value &value, const QString &name);
    /// whether an object of a script has a special method
    [[nodiscard]] static bool typeHas(const Value &value, const QString &method);
    [[nodiscard]] Value callValue(const Value &function, const Arguments &arguments);
    [[nodiscard]] Value item(const Value &container, const Value &key);
    void setItem(const Value &container, const Value &key, const Value &value);
    void deleteItem(const Value &container, const Value &key);
    [[nodiscard]] qint64 length(const Value &value);
    [[nodiscard]] bool contains(const Value &container, const Value &value);
    [[nodiscard]] Iterator *iterate(const Value &value);
    /// Executes a module of ours with globals of its own. Nothing in it is the place of a mistake.
    [[nodiscard]] ModuleObject *executeModule(const QString &name, std::shared_ptr<const Module> module);
    /// nullptr: cannot be iterated
    [[nodiscard]] Iterator *tryIterate(const Value &value);
    [[nodiscard]] QList<Value> toList(const Value &iterable);
    [[nodiscard]] QList<Value> toList(Iterator &iterator);
    [[nodiscard]] Value binary(BinaryOperator op, const Value &left, const Value &right);
    /// left op= right: lists, sets and dicts change themselves
    [[nodiscard]] Value inPlace(BinaryOperator op, const Value &left, const Value &right);
    [[nodiscard]] Value compare(Comparison op, const Value &left, const Value &right);
    [[nodiscard]] QString format(const Value &value, const QString &specification);

    [[nodiscard]] World &world() { return m_world; }
    [[nodiscard]] const QHash<QString, Value> &globals() const { return m_globals->variables; }
    [[nodiscard]] Scope *globalScope() const { return m_frame ? m_frame->module() : m_globals; }
    /// Work of the host (a statement, a question) whose time is not the script's.
    template<class Work>
    auto outside(Work work)
    {
        const auto begin = std::chrono::steady_clock::now();
        auto result = work();
        m_deadline += std::chrono::steady_clock::now() - begin;
        return result;
    }
    [[nodiscard]] SourceLocation location() const;
    [[nodiscard]] Position position() const { return m_at; }
    [[nodiscard]] const Module *source() const { return m_source; } ///< where position() is
    void setPosition(Position at)
    {
        if (at.line > 0) // nothing in a module of ours is the place of a mistake
            m_at = at;
    }
    /// units of work; looks at the budget and at cancellation
    void step(qint64 work = 1);
    /// before each descent into a nested value, expression or call
    void checkStack();
    /// print(): whole lines go to the world, the rest waits for its end
    void write(const QString &text, const QString &end);
    /// what print() left without an end: the beginning of a question
    [[nodiscard]] QString takeUnfinishedLine();

    /// The exception that an `except` is handling: for a bare raise and for __context__. Null: none.
    [[nodiscard]] Instance *handled() const { return m_handled; }
    void setHandled(Instance *exception) { m_handled = exception; }
    /// Whether an `except` around what runs now would take any exception of a library.
    [[nodiscard]] bool isCaught() const { return m_catching > 0; }
    [[nodiscard]] int &catching() { return m_catching; }
    /// The call that is under way: for super(). Null: the top level.
    [[nodiscard]] Scope *frame() const { return m_frame; }
    /// type(value)
    [[nodiscard]] Value typeOf(const Value &value);
    /// what type() gives for the values of that typeName()
    void setType(const QString &typeName, const Value &type) { m_types.insert(typeName, type); }
    /// Whether repr() of the object is under way already: a list that holds itself.
    [[nodiscard]] QSet<const Object *> &reprs() { return m_reprs; }

    /// Executes the top level of another module of the project into `target`. A statement that cannot
    /// be evaluated does not end it: the names that it would bind, or could have changed, are Opaque
    /// from there on. `package`: what relative imports in it start from.
    void load(std::shared_ptr<const Module> module, const QString &package, ModuleObject &target);

    /// the body of a function or lambda in its scope
    [[nodiscard]] Value execute(const FunctionBody &function, Scope &scope);
    /// a piece of work that counts as a nested call
    [[nodiscard]] std::optional<Value> inFrame(
        Scope &scope, const std::function<std::optional<Value>()> &work);

private:
    class CallFrame;
    void loadStatement(const Module &module, const Statement &statement, Scope &scope, const QString &name);
    [[nodiscard]] std::optional<Value> tryBinary(BinaryOperator op, const Value &left, const Value &right);
    template<class Work>
    auto guarded(Work work) -> Result<decltype(work())>;
    [[nodiscard]] std::unexpected<Error> describe(const Raised &raised);

    std::shared_ptr<const Module> m_module;
    std::vector<std::shared_ptr<const Module>> m_loaded; ///< other modules of the project
    const Module *m_source; ///< where m_at is
    World &m_world;
    const Budget m_budget;
    CancelToken m_cancel;
    std::vector<std::shared_ptr<const Module>> m_libraries; ///< that were executed: functions refer to them
    std::deque<std::unique_ptr<Object>> m_heap;
    QHash<QString, Value> m_builtins; ///< those that are made already
    Scope *m_globals = nullptr;
    QHash<QString, Value> m_types; ///< of objects of the host, by name
    QSet<const Object *> m_reprs;
    QString m_unfinishedLine;
    Scope *m_frame = nullptr;
    Instance *m_handled = nullptr;
    Position m_at;
    const char *m_stackBase = nullptr;
    int m_catching = 0;
    qint64 m_steps = 0;
    qint64 m_nextLook = 0;
    qint64 m_bytes = 0;
    int m_depth = 0;
    std::chrono::steady_clock::duration m_timeLeft;
    std::chrono::steady_clock::time_point m_deadline;
};

} // namespace Migrations::Python
