// What a script has without an import, made when it is asked for first: most scripts ask for nothing.
#include "migrations/python/builtins.h"
#include "migrations/python/exceptions.h"
#include "migrations/python/interpreter.h"
#include "migrations/python/objectclass.h"

namespace Migrations::Python {

namespace {

QString text(std::u16string_view view)
{
    return QString::fromUtf16(view.data(), qsizetype(view.size()));
}

/// built-in exception classes and their bases
const QHash<QString, QString> &exceptionBases()
{
    static const QHash<QString, QString> bases = [] {
        QHash<QString, QString> result;
        for (const auto &[name, base] : BuiltinExceptions)
            result.insert(text(name), text(base));
        return result;
    }();
    return bases;
}

const QHash<QString, BuiltinFunction> &functionsByName()
{
    static const QHash<QString, BuiltinFunction> functions = [] {
        QHash<QString, BuiltinFunction> result;
        for (const BuiltinFunction &function : builtinFunctions())
            result.insert(function.name, function);
        return result;
    }();
    return functions;
}

using Maker = Value (*)(Interpreter &);

Value operatingSystemError(Interpreter &interpreter)
{
    return Value(interpreter.exceptionClass(QStringLiteral("OSError")));
}

Value notImplemented(Interpreter &interpreter)
{
    return Value(
        interpreter.make<Singleton>(QStringLiteral("NotImplementedType"), QStringLiteral("NotImplemented")));
}

Value ellipsis(Interpreter &interpreter)
{
    return Value(interpreter.make<Singleton>(QStringLiteral("ellipsis"), QStringLiteral("Ellipsis")));
}

Value objectClass(Interpreter &interpreter)
{
    return Value(makeObjectClass(interpreter));
}

/// what is neither a function nor an exception class of that name
const QHash<QString, Maker> &otherBuiltins()
{
    static const QHash<QString, Maker> makers {
        {QStringLiteral("Ellipsis"), ellipsis},
        {QStringLiteral("EnvironmentError"), operatingSystemError},
        {QStringLiteral("IOError"), operatingSystemError},
        {QStringLiteral("NotImplemented"), notImplemented},
        {QStringLiteral("object"), objectClass},
    };
    return makers;
}

} // namespace

std::optional<Value> Interpreter::findBuiltin(const QString &name)
{
    if (const auto known = m_builtins.constFind(name); known != m_builtins.cend())
        return *known;
    if (exceptionBases().contains(name))
        return Value(exceptionClass(name));
    Value made;
    if (const auto maker = otherBuiltins().constFind(name); maker != otherBuiltins().cend()) {
        made = (*maker)(*this);
    } else if (const auto row = functionsByName().constFind(name); row != functionsByName().cend()) {
        made = Value(make<Builtin>(row->name, row->code, row->kind));
    } else {
        return std::nullopt;
    }
    m_builtins.insert(name, made);
    return made;
}

Class *Interpreter::exceptionClass(const QString &name)
{
    if (const auto known = m_builtins.constFind(name); known != m_builtins.cend())
        return known->as<Class>();
    Q_ASSERT(exceptionBases().contains(name));
    const QString base = exceptionBases().value(name);
    Class *made = makeExceptionClass(name, base.isEmpty() ? nullptr : exceptionClass(base));
    if (base.isEmpty())
        addExceptionMethods(*this, *made);
    m_builtins.insert(name, Value(made));
    return made;
}

} // namespace Migrations::Python
