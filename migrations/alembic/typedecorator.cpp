#include "migrations/alembic/typedecorator.h"

#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/membertables.h"
#include "migrations/dialects/dialect.h"

#include <QCoreApplication>

namespace Migrations::Alembic {

using namespace Python;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const QString Impl = QStringLiteral("impl");

// sqlalchemy.types.to_instance(): a class is called, an instance is itself
Value instanceOf(Interpreter &interpreter, const Value &type, Arguments arguments)
{
    if (type.as<TypeObject>() || type.as<Instance>())
        return type;
    arguments.positional.removeFirst();
    return interpreter.callValue(type, arguments);
}

Value initializeDecorator(Interpreter &interpreter, const Arguments &arguments)
{
    auto *self = arguments.positional.value(0).as<Instance>();
    const std::optional<Value> impl = self ? self->type->lookup(Impl) : std::nullopt;
    if (!impl)
        interpreter.raise(QStringLiteral("AttributeError"),
            QStringLiteral("TypeDecorator implementations require a class-level variable 'impl' which refers to the "
                           "class of type being decorated"));
    const Value made = instanceOf(interpreter, *impl, arguments);
    interpreter.setAttribute(Value(self), Impl, made);
    interpreter.setAttribute(Value(self), QStringLiteral("impl_instance"), made);
    return {};
}

// load_dialect_impl(self, dialect), unless the class has its own
Value loadDialectImpl(Interpreter &interpreter, const Arguments &arguments)
{
    return interpreter.attribute(arguments.positional.value(0), Impl);
}

Value doNothing(Interpreter &, const Arguments &)
{
    return {};
}

Class *makeBase(Session &session, Interpreter &interpreter, const QString &name)
{
    Class *&type = session.typeBase(name);
    if (type)
        return type;
    auto *object = interpreter.builtin(QStringLiteral("object")).as<Class>();
    type = interpreter.make<Class>(name, QList<Class *> {object});
    const bool isDecorator = name == u"TypeDecorator";
    const auto add = [&](const QString &method, Value (*code)(Interpreter &, const Arguments &)) {
        type->members.insert(method, Value(interpreter.make<Builtin>(method, code, Builtin::Kind::Method)));
    };
    add(QStringLiteral("__init__"), isDecorator ? initializeDecorator : doNothing);
    if (isDecorator)
        add(QStringLiteral("load_dialect_impl"), loadDialectImpl);
    return type;
}

/// class Name(sa.String)
class TypeSubclass final : public Object
{
public:
    TypeSubclass(QString name, Object *base) : m_name(std::move(name)), m_base(base) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Interpreter &) override { return QStringLiteral("<class '%1'>").arg(m_name); }
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override
    {
        return m_base->call(interpreter, arguments);
    }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        return m_base->attribute(interpreter, name);
    }
    [[nodiscard]] bool makesClasses() const override { return true; }
    [[nodiscard]] Value makeClass(Interpreter &interpreter, const ClassBody &body) override
    {
        return makeTypeSubclass(interpreter, this, body);
    }

private:
    const QString m_name;
    Object *const m_base;
};

struct TypeBase {
    QStringView name;
};

} // namespace

void addTypeBases(Session &session, ModuleObject &module)
{
    static const TypeBase bases[] = {{u"TypeDecorator"}, {u"UserDefinedType"}, {u"TypeEngine"}};
    addRows<TypeBase>(session, module, bases, [](Session &own, Interpreter &interpreter, const TypeBase &base) {
        return Value(makeBase(own, interpreter, base.name.toString()));
    });
}

std::optional<Schema::Type> decoratedType(Session &session, Interpreter &interpreter, const Value &value)
{
    const auto *instance = value.as<Instance>();
    const auto isA = [&](const char16_t *base) {
        const Class *type = session.typeBase(QString::fromUtf16(base));
        return instance && type && instance->type->isSubclassOf(type);
    };
    if (instance && instance->type->lookup(QStringLiteral("__compiled__")))
        interpreter.unsupported(Tr::tr("%1, which has @compiles()").arg(instance->type->name));
    if (isA(u"UserDefinedType")) {
        const Value text
            = interpreter.callValue(interpreter.attribute(value, QStringLiteral("get_col_spec")), {});
        return Schema::Type::verbatim(toText(interpreter, QStringLiteral("get_col_spec"), text));
    }
    if (!isA(u"TypeDecorator"))
        return std::nullopt;
    const Value dialect(interpreter.make<DialectObject>(session.host().dialect().name()));
    const Value impl = interpreter.callValue(interpreter.attribute(value, QStringLiteral("load_dialect_impl")),
        {.positional = {dialect}, .keywords = {}, .at = interpreter.position()});
    Schema::Type type = toType(session, interpreter, impl);
    // which type gets a CREATE TYPE is decided by `impl`, what the column says by this
    const bool isNamed = !type.typeName.isEmpty() || type.item;
    if (isNamed && type != toType(session, interpreter, interpreter.attribute(value, Impl)))
        interpreter.unsupported(Tr::tr("%1, whose load_dialect_impl() gives another named type").arg(instance->type->name));
    for (const QString &method : {QStringLiteral("process_bind_param"), QStringLiteral("process_literal_param"),
             QStringLiteral("bind_expression"), QStringLiteral("bind_processor"), QStringLiteral("literal_processor")}) {
        if (instance->type->lookup(method))
            type.options.insert(QStringLiteral("bind_processor"), instance->type->name);
    }
    return type;
}

Value makeTypeSubclass(Interpreter &interpreter, Object *base, const ClassBody &body)
{
    static const QStringList harmless {QStringLiteral("cache_ok"), QStringLiteral("__doc__"), QStringLiteral("__module__"),
        QStringLiteral("__qualname__")};
    for (const QString &member : body.order) {
        if (!harmless.contains(member))
            interpreter.unsupported(QStringLiteral("class %1 with %2").arg(body.name, member));
    }
    if (body.bases.size() != 1)
        interpreter.unsupported(QStringLiteral("class %1 with several bases").arg(body.name));
    return Value(interpreter.make<TypeSubclass>(body.name, base));
}

} // namespace Migrations::Alembic
