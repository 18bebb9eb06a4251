#include "migrations/python/callables.h"

#include "migrations/python/builtins.h"
#include "migrations/python/generators.h"
#include "migrations/python/interpreter.h"

#include <QScopedValueRollback>

namespace Migrations::Python {

Scope *Scope::module()
{
    Scope *scope = this;
    while (scope->kind != Kind::Module)
        scope = scope->parent;
    return scope;
}

QString Scope::moduleName()
{
    const Value name = module()->variables.value(QStringLiteral("__name__"));
    return name.isString() ? name.toString() : QString();
}

Scope *Scope::binding()
{
    Scope *scope = this;
    while (scope->kind == Kind::Comprehension)
        scope = scope->parent;
    return scope;
}

// Function

QString Function::repr(Interpreter &)
{
    return QStringLiteral("<function %1>").arg(body->qualifiedName);
}

std::optional<Value> Function::attribute(Interpreter &, const QString &name)
{
    if (const auto found = members.constFind(name); found != members.cend())
        return *found;
    if (name == u"__name__")
        return Value(body->name);
    if (name == u"__qualname__")
        return Value(body->qualifiedName);
    if (name == u"__module__")
        return Value(closure->moduleName());
    if (name != u"__doc__")
        return std::nullopt;
    const auto *first = body->body.empty() ? nullptr : std::get_if<ExpressionStatement>(&body->body.front().node);
    const auto *text = first ? std::get_if<StringLiteral>(&first->value->node) : nullptr;
    return text ? Value(text->value) : Value();
}

bool Function::setAttribute(Interpreter &interpreter, const QString &name, const Value &value)
{
    static const QSet<QString> fixed {QStringLiteral("__class__"), QStringLiteral("__closure__"),
        QStringLiteral("__code__"), QStringLiteral("__defaults__"), QStringLiteral("__dict__"),
        QStringLiteral("__globals__"), QStringLiteral("__kwdefaults__")};
    if (fixed.contains(name))
        interpreter.unsupported(QStringLiteral("%1 of a function that is set").arg(name));
    interpreter.spendBytes(qint64(sizeof(Value)) + name.size() * 2 + 64);
    members.insert(name, value);
    return true;
}

Value Function::call(Interpreter &interpreter, const Arguments &arguments)
{
    if (body->isAsync) // reading it must not fail, calling it does
        interpreter.unsupported(QStringLiteral("async function"));
    auto *scope = interpreter.make<Scope>(Scope::Kind::Function, closure);
    scope->locals = &body->locals;
    scope->function = this;
    bind(interpreter, arguments, *scope);
    if (body->isGenerator)
        return Value(interpreter.make<Generator>(interpreter, body, *scope));
    return interpreter.execute(*body, *scope);
}

void Function::bind(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const
{
    bindPositional(interpreter, arguments, scope);
    bindKeywords(interpreter, arguments, scope);
    const bool takesRest = std::ranges::contains(body->parameters, Parameter::Kind::Star, &Parameter::kind);
    const auto plain = std::ranges::count(body->parameters, Parameter::Kind::Plain, &Parameter::kind);
    if (!takesRest && arguments.positional.size() > plain)
        tooMany(interpreter, arguments, plain);
    bindDefaults(interpreter, scope);
}

void Function::bindPositional(Interpreter &interpreter, const Arguments &arguments, Scope &scope) const
{
    qsizetype next = 0;
    for (const Parameter &parameter : body->parameters) {
        if (parameter.kind == Parameter::Kind::Plain && next < arguments.positional.size())
            scope.variables.insert(parameter.name, arguments.positional[next++]);
        else if (parameter.kind == Parameter::Kind::Star)
            scope.variables.insert(parameter.name, Value(interpreter.make<Tuple>(arguments.positional.mid(next))));
    }
}

void Function::tooMany(Interpreter &interpreter, const Arguments &arguments, qsizetype taken) const
{
    const auto plural = [](qsizetype count) { return count == 1 ? QString() : QStringLiteral("s"); };
    const auto withDefault = std::ranges::count_if(body->parameters, [](const Parameter &parameter) {
        return parameter.kind == Parameter::Kind::Plain && parameter.defaultValue;
    });
    const auto byName = std::ranges::count_if(body->parameters, [&](const Parameter &parameter) {
        return parameter.kind == Parameter::Kind::KeywordOnly
            && std::ranges::contains(arguments.keywords, parameter.name, &std::pair<QString, Value>::first);
    });
    const qsizetype given = arguments.positional.size();
    const QString takes = withDefault > 0 ? QStringLiteral("from %1 to %2").arg(taken - withDefault).arg(taken)
                                          : QString::number(taken);
    const QString extra = byName == 0 ? QString()
                                      : QStringLiteral(" positional argument%1 (and %2 keyword-only argument%3)")
                                            .arg(plural(given))
                                            .arg(byName)
                                            .arg(plural(byName));
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("%1() takes %2 positional argument%3 but %4%5 %6 given")
            .arg(body->qualifiedName, takes, plural(withDefault > 0 ? 2 : taken))
            .arg(given)
            .arg(extra, given == 1 && byName == 0 ? QStringLiteral("was") : QStringLiteral("were")));
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
            const bool byName
                = parameter.kind == Parameter::Kind::Plain || parameter.kind == Parameter::Kind::KeywordOnly;
            return parameter.name == name && byName && !parameter.positionalOnly;
        });
        if (known && !scope.variables.contains(name))
            scope.variables.insert(name, value);
        else if (!known && rest)
            rest->set(interpreter, Value(name), value);
        else
            refuseByName(interpreter, name, scope);
    }
}

void Function::refuseByName(Interpreter &interpreter, const QString &name, const Scope &scope) const
{
    const auto parameter = std::ranges::find(body->parameters, name, &Parameter::name);
    const QString message = parameter == body->parameters.end()
        ? QStringLiteral("%1() got an unexpected keyword argument '%2'")
        : parameter->positionalOnly && !scope.variables.contains(name)
        ? QStringLiteral("%1() got some positional-only arguments passed as keyword arguments: '%2'")
        : QStringLiteral("%1() got multiple values for argument '%2'");
    interpreter.raise(QStringLiteral("TypeError"), message.arg(body->qualifiedName, name));
}

namespace {

// 'a', 'b' and 'c' as Python lists them
QString listed(const QStringList &names)
{
    if (names.size() < 3)
        return names.join(QStringLiteral(" and "));
    return names.first(names.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(", and ") + names.back();
}

} // namespace

void Function::bindDefaults(Interpreter &interpreter, Scope &scope) const
{
    QStringList missing;
    QStringList missingByName;
    for (const Parameter &parameter : body->parameters) {
        if (scope.variables.contains(parameter.name))
            continue;
        if (const auto found = defaults.constFind(parameter.name); found != defaults.cend())
            scope.variables.insert(parameter.name, *found);
        else
            (parameter.kind == Parameter::Kind::KeywordOnly ? missingByName : missing)
                << QStringLiteral("'%1'").arg(parameter.name);
    }
    const QStringList &names = missing.isEmpty() ? missingByName : missing;
    if (names.isEmpty())
        return;
    interpreter.raise(QStringLiteral("TypeError"),
        QStringLiteral("%1() missing %2 required %3 argument%4: %5")
            .arg(body->qualifiedName)
            .arg(names.size())
            .arg(missing.isEmpty() ? QStringLiteral("keyword-only") : QStringLiteral("positional"),
                names.size() == 1 ? QString() : QStringLiteral("s"), listed(names)));
}

// Builtin, BoundMethod

QString Builtin::typeName() const
{
    switch (kind) {
    case Kind::Type: return QStringLiteral("type");
    case Kind::Method: return QStringLiteral("wrapper_descriptor");
    default: return QStringLiteral("builtin_function_or_method");
    }
}

// list[int] is list where a script runs
Value Builtin::item(Interpreter &interpreter, const Value &key)
{
    static const QSet<QString> generic {QStringLiteral("dict"), QStringLiteral("enumerate"),
        QStringLiteral("frozenset"), QStringLiteral("list"), QStringLiteral("set"), QStringLiteral("tuple"),
        QStringLiteral("type")};
    if (kind == Kind::Type && generic.contains(name))
        return Value(this);
    if (kind == Kind::Type)
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("type '%1' is not subscriptable").arg(name));
    return Object::item(interpreter, key);
}

QString Builtin::repr(Interpreter &)
{
    return kind == Kind::Type ? QStringLiteral("<class '%1'>").arg(name)
                              : QStringLiteral("<built-in function %1>").arg(name);
}

std::optional<Value> Builtin::attribute(Interpreter &interpreter, const QString &attributeName)
{
    if (attributeName == u"__name__" || attributeName == u"__qualname__")
        return Value(name);
    if (attributeName == u"__module__")
        return Value(QStringLiteral("builtins"));
    if (attributeName == u"__doc__" && kind != Kind::Type)
        return Value();
    return kind == Kind::Type ? typeAttribute(interpreter, name, attributeName) : std::nullopt;
}

std::optional<Value> Builtin::binary(Interpreter &interpreter, BinaryOperator op, const Value &other, bool reflected)
{
    const bool isType = other.isNone() || (other.isObject() && other.object()->isType());
    if (op != BinaryOperator::BitOr || kind != Kind::Type || !isType)
        return std::nullopt;
    return Value(interpreter.make<TypeUnion>(
        reflected ? QList<Value> {other, Value(this)} : QList<Value> {Value(this), other}));
}

std::optional<Value> BoundMethod::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"__self__")
        return self;
    return function->attribute(interpreter, name);
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
    if (const std::optional<Value> found = find(interpreter, member))
        return found;
    if (ModuleObject *submodule = scope ? interpreter.world().import(interpreter, name + u'.' + member) : nullptr)
        return Value(submodule);
    return Value(interpreter.make<Opaque>(name + u'.' + member, Position()));
}

std::optional<Value> ModuleObject::find(Interpreter &interpreter, const QString &member)
{
    if (const auto found = members.constFind(member); found != members.cend())
        return *found;
    for (auto table = tables.crbegin(); table != tables.crend(); ++table) {
        if (const std::optional<Value> made = (*table)->make(interpreter, member)) {
            members.insert(member, *made);
            return made;
        }
    }
    if (const auto found = scope ? scope->variables.constFind(member) : members.cend();
        scope && found != scope->variables.cend()) {
        auto *late = found->as<LateImport>();
        return late ? late->resolve(interpreter) : *found;
    }
    return made(interpreter, member);
}

// PEP 562. What it cannot make is not known, and harmless until it is used.
std::optional<Value> ModuleObject::made(Interpreter &interpreter, const QString &member) const
{
    const Value maker = scope ? scope->variables.value(QStringLiteral("__getattr__")) : Value();
    if (!maker.as<Function>() || member.startsWith(QStringLiteral("__")))
        return std::nullopt;
    const Position at = interpreter.position();
    const auto unknown = [&](const QString &reason) {
        interpreter.setPosition(at);
        return Value(interpreter.make<Opaque>(name + u'.' + member, at, reason));
    };
    try {
        const Value value = interpreter.callValue(maker, {.positional = {Value(member)}, .keywords = {}, .at = at});
        interpreter.setPosition(at);
        return value;
    } catch (const Raised &raised) {
        if (raised.exception->type->isSubclassOf(interpreter.exceptionClass(QStringLiteral("AttributeError"))))
            return std::nullopt;
        return unknown(raised.exception->type->name + QStringLiteral(": ") + interpreter.str(Value(raised.exception)));
    } catch (const Aborted &aborted) {
        if (aborted.error.code == ErrorCode::Budget || aborted.error.code == ErrorCode::Canceled)
            throw;
        return unknown(QStringLiteral("%1 (%2)").arg(aborted.error.message, aborted.error.at.toString()));
    }
}

QStringList ModuleObject::publicNames(Interpreter &interpreter)
{
    QStringList names;
    if (const std::optional<Value> all = find(interpreter, QStringLiteral("__all__"))) {
        for (const Value &name : interpreter.toList(*all))
            names << interpreter.str(name);
        return names;
    }
    if (scope)
        names = scope->variables.keys();
    names.removeIf([](const QString &name) { return name.startsWith(u'_'); });
    names += members.keys();
    for (const auto &table : tables)
        names += table->names();
    names.removeDuplicates();
    return names;
}

// LateImport

Value LateImport::resolve(Interpreter &interpreter)
{
    const QString dotted = m_member.isEmpty() ? m_module : m_module + u'.' + m_member;
    if (m_isResolving) { // `from . import part` in the package itself
        ModuleObject *submodule = m_member.isEmpty() ? nullptr : interpreter.world().import(interpreter, dotted);
        return Value(submodule ? static_cast<Object *>(submodule) : interpreter.make<Opaque>(dotted, m_at));
    }
    interpreter.checkStack();
    const QScopedValueRollback<bool> resolving(m_isResolving, true);
    ModuleObject *module = interpreter.world().import(interpreter, m_module);
    if (module && m_member.isEmpty())
        return Value(module);
    if (module) {
        if (const std::optional<Value> member = module->find(interpreter, m_member))
            return *member;
        if (ModuleObject *submodule = interpreter.world().import(interpreter, dotted))
            return Value(submodule);
    }
    return Value(interpreter.make<Opaque>(dotted, m_at));
}

} // namespace Migrations::Python
