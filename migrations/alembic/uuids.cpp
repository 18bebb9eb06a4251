#include "migrations/alembic/uuids.h"

#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

QUuid read(Interpreter &interpreter, const QString &text)
{
    QString digits = text;
    digits.remove(QStringLiteral("urn:")).remove(QStringLiteral("uuid:")).remove(u'{').remove(u'}').remove(u'-');
    const QByteArray bytes = QByteArray::fromHex(digits.toLatin1());
    if (digits.size() != 32 || bytes.size() != 16)
        interpreter.raise(QStringLiteral("ValueError"), QStringLiteral("badly formed hexadecimal UUID string"));
    return QUuid::fromRfc4122(bytes);
}

Value fromText(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("UUID"), arguments);
    const QString text = toText(interpreter, QStringLiteral("hex"), reader.required(QStringLiteral("hex")));
    reader.finish();
    return Value(interpreter.make<UuidObject>(read(interpreter, text)));
}

Value random(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("uuid4"), arguments);
    reader.finish();
    return Value(interpreter.make<UuidObject>(QUuid::createUuid()));
}

// the same for the same name
Value named(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("uuid5"), arguments);
    const Value space = reader.required(QStringLiteral("namespace"));
    const QString name = toText(interpreter, QStringLiteral("name"), reader.required(QStringLiteral("name")));
    reader.finish();
    const auto *uuid = space.as<UuidObject>();
    if (!uuid)
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("uuid5() takes a UUID and a name"));
    return Value(interpreter.make<UuidObject>(QUuid::createUuidV5(uuid->value, name.toUtf8())));
}

} // namespace

QString UuidObject::repr(Interpreter &interpreter)
{
    return QStringLiteral("UUID('%1')").arg(str(interpreter));
}

bool UuidObject::equals(Interpreter &, const Value &other)
{
    const auto *uuid = other.as<UuidObject>();
    return uuid && uuid->value == value;
}

std::optional<QString> UuidObject::hashKey(Interpreter &interpreter)
{
    return u'u' + str(interpreter);
}

std::optional<Value> UuidObject::attribute(Interpreter &interpreter, const QString &name)
{
    if (name == u"hex")
        return Value(value.toString(QUuid::Id128));
    interpreter.unsupported(QStringLiteral("UUID.%1").arg(name));
}

void fillUuid(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"UUID", fromText}, {u"uuid4", random}, {u"uuid5", named}};
    addFunctions(session, interpreter, module, functions);
    static const std::pair<QStringView, QStringView> spaces[] = {
        {u"NAMESPACE_DNS", u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"},
        {u"NAMESPACE_URL", u"6ba7b811-9dad-11d1-80b4-00c04fd430c8"}};
    for (const auto &[name, uuid] : spaces)
        module.members.insert(name.toString(), Value(interpreter.make<UuidObject>(QUuid::fromString(uuid))));
}

} // namespace Migrations::Alembic
