#include "migrations/python/callables.h"

#include "migrations/python/interpreter.h"

namespace Migrations::Python {

Scope *Scope::module()
{
    Scope *scope = this;
    while (scope->kind != Kind::Module)
        scope = scope->parent;
    return scope;
}

// Function

QString Function::repr(Interpreter &)
{
    return QStringLiteral("<function %1>").arg(body->name);
}

std::optional<Value> Function::attribute(Interpreter &, const QString &name)
{
    if (name == u"__name__")
        return Value(body->name);
    return std::nullopt;
}

Value Function::call(Interpreter &interpreter, const Arguments &arguments)
{
    auto *scope = interpreter.make<Scope>(Scope::Kind::Function, closure);
    scope->locals = &body->locals;
    bind(interpreter, arguments, *scope);
    return interpreter.execute(*body, *scope);
}

void Function::bind(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const
{
    bindPositional(interpreter, arguments, scope);
    bindKeywords(interpreter, arguments, scope);
    bindDefaults(interpreter, scope);
}

void Function::bindPositional(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const
{
    qsizetype next = 0;
    bool takesRest = false;
    for (const Parameter &parameter : body->parameters) {
        if (parameter.kind == Parameter::Kind::Plain && next < arguments.positional.size()) {
            scope.variables.insert(parameter.name, arguments.positional[next++]);
        } else if (parameter.kind == Parameter::Kind::Star) {
            takesRest = true;
            scope.variables.insert(parameter.name, Value(interpreter.make<Tuple>(arguments.positional.mid(next))));
        }
    }
    if (!takesRest && next < arguments.positional.size()) {
        const auto plain = std::ranges::count(body->parameters, Parameter::Kind::Plain, &Parameter::kind);
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1() takes %2 positional argument%3 but %4 %5 given")
                .arg(body->name)
                .arg(plain)
                .arg(plain == 1 ? QString() : QStringLiteral("s"))
                .arg(arguments.positional.size())
                .arg(arguments.positional.size() == 1 ? QStringLiteral("was") : QStringLiteral("were")));
    }
}

void Function::bindKeywords(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const
{
    Dict *rest = nullptr;
    for (const Parameter &parameter : body->parameters) {
        if (parameter.kind == Parameter::Kind::DoubleStar) {
            rest = interpreter.make<Dict>();
            scope.variables.insert(parameter.name, Value(rest));
        }
    }
    for (const auto &[name, value] : arguments.keywords) {
        const bool known = std::ranges::any_of(body->parameters, [&](const Parameter &parameter) {
            return parameter.name == name
                && (parameter.kind == Parameter::Kind::Plain || parameter.kind == Parameter::Kind::KeywordOnly);
        });
        if (!known && rest) {
            rest->set(interpreter, Value(name), value);
        } else if (!known) {
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("%1() got an unexpected keyword argument '%2'").arg(body->name, name));
        } else if (scope.variables.contains(name)) {
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("%1() got multiple values for argument '%2'").arg(body->name, name));
        } else {
            scope.variables.insert(name, value);
        }
    }
}

void Function::bindDefaults(Interpreter &interpreter, Scope &scope) const
{
    QStringList missing;
    for (const Parameter &parameter : body->parameters) {
        if (scope.variables.contains(parameter.name))
            continue;
        if (const auto found = defaults.constFind(parameter.name); found != defaults.cend())
            scope.variables.insert(parameter.name, *found);
        else
            missing << QStringLiteral("'%1'").arg(parameter.name);
    }
    if (missing.isEmpty())
        return;
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("%1() missing %2 required positional argument%3: %4")
            .arg(body->name)
            .arg(missing.size())
            .arg(missing.size() == 1 ? QString() : QStringLiteral("s"), missing.join(QStringLiteral(" and "))));
}

// Builtin, BoundMethod

QString Builtin::repr(Interpreter &)
{
    return QStringLiteral("<built-in function %1>").arg(name);
}

Value BoundMethod::call(Interpreter &interpreter, const Arguments &arguments)
{
    Arguments withSelf = arguments;
    withSelf.positional.prepend(self);
    return function->call(interpreter, withSelf);
}

// ModuleObject

QString ModuleObject::repr(Interpreter &)
{
    return QStringLiteral("<module '%1'>").arg(name);
}

std::optional<Value> ModuleObject::attribute(Interpreter &interpreter, const QString &member)
{
    // We know a part of each module only: what is missing is refused when it is used, instead of
    // being an AttributeError that an `except` of the script could hide.
    if (const auto found = members.constFind(member); found != members.cend())
        return *found;
    return Value(interpreter.make<Opaque>(name + u'.' + member, Position()));
}

} // namespace Migrations::Python
