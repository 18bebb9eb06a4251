#include "migrations/standardlibrary/namedtuples.h"

#include "migrations/python/argumentreader.h"
#include "migrations/python/builtins.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

// 'a b', 'a, b', ['a', 'b'] or [('a', int), ('b', str)]
QStringList fieldNames(Interpreter &interpreter, const Value &given)
{
    QStringList names;
    if (given.isString())
        return QString(given.toString()).replace(u',', u' ').split(u' ', Qt::SkipEmptyParts);
    for (const Value &field : interpreter.toList(given)) {
        const auto *pair = field.as<Tuple>();
        names << interpreter.str(pair && !pair->items.isEmpty() ? pair->items.front() : field);
    }
    return names;
}

void checkNames(Interpreter &interpreter, const QString &typeName, const QStringList &fields)
{
    QStringList seen;
    for (const QString &name : QStringList {typeName} + fields) {
        const bool isIdentifier = !name.isEmpty() && !name.front().isDigit()
            && std::ranges::all_of(name, [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
        if (!isIdentifier)
            interpreter.raise(QStringLiteral("ValueError"),
                QStringLiteral("Type names and field names must be valid identifiers: %1")
                    .arg(interpreter.repr(Value(name))));
    }
    for (const QString &name : fields) {
        if (name.startsWith(u'_'))
            interpreter.raise(QStringLiteral("ValueError"),
                QStringLiteral("Field names cannot start with an underscore: '%1'").arg(name));
        if (seen.contains(name))
            interpreter.raise(
                QStringLiteral("ValueError"), QStringLiteral("Encountered duplicate field name: '%1'").arg(name));
        seen << name;
    }
}

Value asDict(Interpreter &interpreter, NamedTuple *self, const Arguments &)
{
    auto *dict = interpreter.make<Dict>();
    for (qsizetype i = 0; i < self->items.size(); ++i)
        dict->set(interpreter, Value(self->shape->fields[i]), self->items[i]);
    return Value(dict);
}

Value replaced(Interpreter &interpreter, NamedTuple *self, const Arguments &arguments)
{
    QList<Value> items = self->items;
    QStringList unknown;
    for (const auto &[name, value] : arguments.keywords) {
        const qsizetype index = self->shape->fields.indexOf(name);
        if (index < 0)
            unknown << interpreter.repr(Value(name));
        else
            items[index] = value;
    }
    if (!unknown.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("Got unexpected field names: [%1]").arg(unknown.join(QStringLiteral(", "))));
    return Value(interpreter.make<NamedTuple>(self->shape, items));
}

Value fieldTuple(Interpreter &interpreter, const QStringList &fields)
{
    QList<Value> names;
    for (const QString &field : fields)
        names << Value(field);
    return Value(interpreter.make<Tuple>(names));
}

} // namespace

std::optional<Value> NamedTupleType::attribute(Interpreter &interpreter, const QString &member)
{
    if (member == u"_fields" || member == u"__match_args__")
        return fieldTuple(interpreter, fields);
    if (member == u"__name__" || member == u"__qualname__")
        return Value(name);
    if (member == u"_field_defaults") {
        auto *dict = interpreter.make<Dict>();
        for (const QString &field : std::as_const(fields)) {
            if (defaults.contains(field))
                dict->set(interpreter, Value(field), defaults.value(field));
        }
        return Value(dict);
    }
    if (member == u"_make")
        return Value(interpreter.make<Builtin>(member, [this](Interpreter &inner, const Arguments &arguments) {
            return call(inner,
                {inner.toList(onlyArgument(inner, QStringLiteral("_make"), arguments)), {}, arguments.at});
        }));
    if (const auto found = members.constFind(member); found != members.cend())
        return boundMember(interpreter, *found, Value(), nullptr);
    return std::nullopt;
}

Value NamedTupleType::call(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, name + QStringLiteral(".__new__"), arguments);
    QList<Value> items;
    for (const QString &field : std::as_const(fields)) {
        const auto otherwise = defaults.constFind(field);
        items << (otherwise == defaults.cend() ? reader.required(field) : reader.optional(field, *otherwise));
    }
    reader.finish();
    return Value(interpreter.make<NamedTuple>(this, items));
}

std::optional<bool> NamedTupleType::hasInstance(Interpreter &, const Value &value)
{
    const auto *tuple = value.as<NamedTuple>();
    return tuple && tuple->shape == this;
}

QString NamedTuple::repr(Interpreter &interpreter)
{
    const ReprGuard guard(interpreter, this);
    QStringList texts;
    for (qsizetype i = 0; i < items.size() && !guard.isInside(); ++i)
        texts << shape->fields[i] + u'=' + interpreter.repr(items[i]);
    return QStringLiteral("%1(%2)").arg(shape->name, texts.join(QStringLiteral(", ")));
}

std::optional<Value> NamedTuple::attribute(Interpreter &interpreter, const QString &name)
{
    static const QHash<QString, Value (*)(Interpreter &, NamedTuple *, const Arguments &)> methods {
        {QStringLiteral("_asdict"), asDict}, {QStringLiteral("_replace"), replaced}};
    if (const qsizetype index = shape->fields.indexOf(name); index >= 0)
        return items[index];
    if (const std::optional<Value> method = methodFrom(interpreter, methods, this, name))
        return method;
    if (const auto found = shape->members.constFind(name); found != shape->members.cend())
        return boundMember(interpreter, *found, Value(this), nullptr);
    if (name == u"_fields" || name == u"_field_defaults")
        return shape->attribute(interpreter, name);
    return name == u"__class__" ? std::optional(Value(shape)) : Tuple::attribute(interpreter, name);
}

Value NamedTupleBase::makeClass(Interpreter &interpreter, const ClassBody &body)
{
    auto *type = interpreter.make<NamedTupleType>(QStringLiteral("revision"), body.name);
    for (const auto &[name, annotation] : body.annotated) {
        type->fields << name;
        if (body.members.contains(name))
            type->defaults.insert(name, body.members.value(name));
        else if (!type->defaults.isEmpty())
            interpreter.raise(QStringLiteral("TypeError"),
                QStringLiteral("Non-default namedtuple field %1 cannot follow default field%2 %3")
                    .arg(name, type->defaults.size() == 1 ? QString() : QStringLiteral("s"),
                        QStringList(type->defaults.keys()).join(QStringLiteral(", "))));
    }
    for (const QString &name : body.order) {
        if (!type->fields.contains(name))
            type->members.insert(name, body.members.value(name));
    }
    checkNames(interpreter, body.name, type->fields);
    return Value(type);
}

Value NamedTupleBase::call(Interpreter &interpreter, const Arguments &arguments)
{
    return namedTuple(interpreter, arguments);
}

Value namedTuple(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("namedtuple"), arguments);
    const QString name = reader.text(QStringLiteral("typename"), reader.required(QStringLiteral("typename")));
    const QStringList fields = fieldNames(interpreter, reader.required(QStringLiteral("field_names")));
    const Value defaults = reader.keyword(QStringLiteral("defaults")).value_or(Value());
    const Value module = reader.keyword(QStringLiteral("module")).value_or(Value());
    reader.finish();
    checkNames(interpreter, name, fields);
    auto *type = interpreter.make<NamedTupleType>(
        module.isString() ? module.toString() : QStringLiteral("revision"), name);
    type->fields = fields;
    const QList<Value> last = defaults.isNone() ? QList<Value>() : interpreter.toList(defaults);
    if (last.size() > fields.size())
        interpreter.raise(QStringLiteral("TypeError"), QStringLiteral("Got more default values than field names"));
    for (qsizetype i = 0; i < last.size(); ++i)
        type->defaults.insert(fields[fields.size() - last.size() + i], last[i]);
    return Value(type);
}

} // namespace Migrations::StandardLibrary
