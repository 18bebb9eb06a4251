// What every class inherits: the methods of object and of BaseException.
#include "migrations/python/objectclass.h"

#include "migrations/python/builtins.h"

namespace Migrations::Python {

namespace {

// object.__init__(self)
Value initializeObject(Interpreter &interpreter, const Arguments &arguments)
{
    if (arguments.positional.size() != 1 || !arguments.keywords.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("object.__init__() takes exactly one argument (the instance to initialize)"));
    return {};
}

// BaseException.__init__(self, *args)
Value initializeException(Interpreter &interpreter, const Arguments &arguments)
{
    auto *exception = arguments.positional.value(0).as<Instance>();
    if (!exception || !exception->type->isException)
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("descriptor '__init__' requires a 'BaseException' object"));
    if (!arguments.keywords.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1() takes no keyword arguments").arg(exception->type->name));
    exception->arguments = arguments.positional.mid(1);
    return {};
}

// object.__new__(cls)
Value newObject(Interpreter &interpreter, const Arguments &arguments)
{
    auto *type = arguments.positional.value(0).as<Class>();
    if (!type)
        interpreter.raise(
            QStringLiteral("TypeError"), QStringLiteral("object.__new__(X): X is not a type object"));
    return Value(interpreter.make<Instance>(type));
}

Instance *instanceOf(Interpreter &interpreter, const QString &method, const QList<Value> &given)
{
    auto *instance = given.front().as<Instance>();
    if (!instance || !given[1].isString())
        interpreter.unsupported(QStringLiteral("object.%1 of such a value").arg(method));
    return instance;
}

Value setObjectAttribute(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("__setattr__"), arguments, 3, 3);
    Instance *instance = instanceOf(interpreter, QStringLiteral("__setattr__"), given);
    instance->assignAttribute(interpreter, given[1].toString(), given[2]);
    return {};
}

Value deleteObjectAttribute(Interpreter &interpreter, const Arguments &arguments)
{
    const QList<Value> given = positionalArguments(interpreter, QStringLiteral("__delattr__"), arguments, 2, 2);
    Instance *instance = instanceOf(interpreter, QStringLiteral("__delattr__"), given);
    const QString name = given[1].toString();
    instance->memberOrder.removeOne(name);
    if (!instance->members.remove(name))
        interpreter.raiseNamed(QStringLiteral("AttributeError"),
            QStringLiteral("'%1' object has no attribute '%2'").arg(instance->type->name, name), name);
    return {};
}

Value initializeSubclass(Interpreter &interpreter, const Arguments &arguments)
{
    const auto *type = arguments.positional.value(0).as<Class>();
    if (!arguments.keywords.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("%1.__init_subclass__() takes no keyword arguments").arg(type ? type->name : QString()));
    return {};
}

void add(Interpreter &interpreter, Class &type, const QString &name, Builtin::Code code)
{
    type.members.insert(name, Value(interpreter.make<Builtin>(name, std::move(code), Builtin::Kind::Method)));
}

} // namespace

Class *makeObjectClass(Interpreter &interpreter)
{
    auto *object = interpreter.make<Class>(QStringLiteral("object"), QList<Class *> {});
    add(interpreter, *object, QStringLiteral("__init__"), initializeObject);
    add(interpreter, *object, QStringLiteral("__setattr__"), setObjectAttribute);
    add(interpreter, *object, QStringLiteral("__delattr__"), deleteObjectAttribute);
    object->members.insert(
        QStringLiteral("__new__"), Value(interpreter.make<Builtin>(QStringLiteral("__new__"), newObject)));
    auto *subclass = interpreter.make<Builtin>(QStringLiteral("__init_subclass__"), initializeSubclass);
    object->members.insert(QStringLiteral("__init_subclass__"),
        Value(interpreter.make<Descriptor>(Descriptor::Kind::ClassMethod, Value(subclass))));
    return object;
}

void addExceptionMethods(Interpreter &interpreter, Class &baseException)
{
    add(interpreter, baseException, QStringLiteral("__init__"), initializeException);
}

} // namespace Migrations::Python
