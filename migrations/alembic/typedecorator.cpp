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
    type->isGeneric = true; // TypeDecorator[dict]
    const bool isDecorator = name == u"TypeDecorator";
    const auto add = [&](const QString &method, Value (*code)(Interpreter &, const Arguments &)) {
        type->members.insert(method, Value(interpreter.make<Builtin>(method, code, Builtin::Kind::Method)));
    };
    add(QStringLiteral("__init__"), isDecorator ? initializeDecorator : doNothing);
    if (isDecorator)
        add(QStringLiteral("load_dialect_impl"), loadDialectImpl);
    return type;
}

const QString Made = QStringLiteral("_type");

// The class whose __init__ calls the type's own by super(): what that makes is the type.
Class *makeInitializer(Interpreter &interpreter, Object *base, const ClassBody &body)
{
    auto *object = interpreter.builtin(QStringLiteral("object")).as<Class>();
    auto *own = interpreter.make<Class>(body.name, QList<Class *> {object});
    const QString name = QStringLiteral("__init__");
    own->members.insert(name,
        Value(interpreter.make<Builtin>(
            name, [base](Interpreter &inner, const Arguments &arguments) {
                Arguments rest = arguments;
                auto *self = rest.positional.takeFirst().as<Instance>();
                self->setMember(inner, Made, base->call(inner, rest));
                return Value();
            },
            Builtin::Kind::Method)));
    auto *type = interpreter.make<Class>(body.name, QList<Class *> {own});
    type->members = body.members;
    if (auto *function = body.members.value(name).as<Function>())
        function->owner = type;
    return type;
}

/// class Name(sa.String)
class TypeSubclass final : public Object
{
public:
    /// `initializer`: with an __init__ of its own; null: the base's is it
    TypeSubclass(Session &session, QString name, Object *base, Class *initializer, bool changesValues)
        : m_session(session), m_name(std::move(name)), m_base(base), m_initializer(initializer),
          m_changesValues(changesValues) {}

    [[nodiscard]] QString typeName() const override { return QStringLiteral("type"); }
    [[nodiscard]] QString repr(Interpreter &) override { return QStringLiteral("<class '%1'>").arg(m_name); }
    [[nodiscard]] Value call(Interpreter &interpreter, const Arguments &arguments) override
    {
        Value made;
        if (m_initializer) {
            const Value self = m_initializer->call(interpreter, arguments);
            made = self.as<Instance>()->members.value(Made);
        } else {
            made = m_base->call(interpreter, arguments);
        }
        const auto *type = made.as<TypeObject>();
        if (!type)
            interpreter.unsupported(QStringLiteral("class %1 with this __init__").arg(m_name));
        if (!m_changesValues)
            return made;
        Schema::Type content = type->content;
        content.options.insert(QStringLiteral("bind_processor"), m_name);
        return Value(interpreter.make<TypeObject>(m_session, std::move(content)));
    }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        return m_base->attribute(interpreter, name);
    }
    [[nodiscard]] bool makesClasses() const override { return true; }
    [[nodiscard]] Value makeClass(Interpreter &interpreter, const ClassBody &body) override
    {
        return makeTypeSubclass(m_session, interpreter, this, body);
    }

private:
    Session &m_session;
    const QString m_name;
    Object *const m_base;
    Class *const m_initializer;
    const bool m_changesValues;
};

// what changes the values that are bound to a type
const QStringList &valueMethods()
{
    static const QStringList names {QStringLiteral("process_bind_param"), QStringLiteral("process_literal_param"),
        QStringLiteral("bind_expression"), QStringLiteral("bind_processor"), QStringLiteral("literal_processor")};
    return names;
}

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
    if (instance->type->lookup(QStringLiteral("comparator_factory")))
        type.options.insert(QStringLiteral("comparator_factory"), instance->type->name);
    for (const QString &method : valueMethods()) {
        if (instance->type->lookup(method))
            type.options.insert(QStringLiteral("bind_processor"), instance->type->name);
    }
    return type;
}

Value makeTypeSubclass(Session &session, Interpreter &interpreter, Object *base, const ClassBody &body)
{
    static const QStringList harmless {QStringLiteral("cache_ok"), QStringLiteral("__doc__"), QStringLiteral("__module__"),
        QStringLiteral("__qualname__"), QStringLiteral("__init__"), QStringLiteral("__repr__"),
        QStringLiteral("process_result_value"), QStringLiteral("result_processor"), QStringLiteral("python_type")};
    bool changesValues = false;
    for (const QString &member : body.order) {
        changesValues |= valueMethods().contains(member);
        if (!harmless.contains(member) && !valueMethods().contains(member))
            interpreter.unsupported(QStringLiteral("class %1 with %2").arg(body.name, member));
    }
    if (body.bases.size() != 1)
        interpreter.unsupported(QStringLiteral("class %1 with several bases").arg(body.name));
    const bool initializes = body.members.contains(QStringLiteral("__init__"));
    return Value(interpreter.make<TypeSubclass>(session, body.name, base,
        initializes ? makeInitializer(interpreter, base, body) : nullptr, changesValues));
}

} // namespace Migrations::Alembic
