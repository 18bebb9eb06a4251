#include "migrations/python/interpreter.h"

#include <QCoreApplication>

namespace Migrations::Python {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

} // namespace

void Opaque::refuse(Interpreter &interpreter) const
{
    if (importedAt.line == 0) // of a module that is known in part
        interpreter.unsupported(name);
    if (!reason.isEmpty())
        interpreter.abort({
            .code = ErrorCode::Unsupported,
            .message = Tr::tr("The script uses %1, which cannot be read: %2").arg(name, reason),
            .nextStep = Tr::tr("If it is a type, name it under [types] in stillroom.toml. Else apply this revision with "
                               "Alembic; both keep the same version table."),
        });
    interpreter.abort({
        .code = ErrorCode::Unsupported,
        .message = Tr::tr("The script uses %1, which comes from outside what Stillroom reads (imported in line %2).")
                       .arg(name)
                       .arg(importedAt.line),
        .nextStep = Tr::tr("Nothing of this revision was kept. If it is a type, name it under [types] in "
                           "stillroom.toml. Else apply this revision with Alembic; both keep the same version table."),
    });
}

bool Opaque::isTrue(Interpreter &interpreter)
{
    refuse(interpreter);
}

QString Opaque::repr(Interpreter &interpreter)
{
    refuse(interpreter);
}

bool Opaque::equals(Interpreter &interpreter, const Value &)
{
    refuse(interpreter);
}

std::optional<QString> Opaque::hashKey(Interpreter &interpreter)
{
    refuse(interpreter);
}

std::optional<Value> Opaque::attribute(Interpreter &interpreter, const QString &member)
{
    const QString path = name + u'.' + member;
    interpreter.spendBytes(path.size() * 2);
    return Value(interpreter.make<Opaque>(path, importedAt, reason));
}

bool Opaque::setAttribute(Interpreter &interpreter, const QString &, const Value &)
{
    refuse(interpreter);
}

Value Opaque::call(Interpreter &interpreter, const Arguments &)
{
    refuse(interpreter);
}

std::optional<qint64> Opaque::length(Interpreter &interpreter)
{
    refuse(interpreter);
}

Value Opaque::item(Interpreter &interpreter, const Value &)
{
    refuse(interpreter);
}

bool Opaque::contains(Interpreter &interpreter, const Value &)
{
    refuse(interpreter);
}

Iterator *Opaque::iterate(Interpreter &interpreter)
{
    refuse(interpreter);
}

std::optional<Value> Opaque::binary(Interpreter &interpreter, BinaryOperator, const Value &, bool)
{
    refuse(interpreter);
}

std::optional<Value> Opaque::compare(Interpreter &interpreter, Comparison op, const Value &other)
{
    if (op == Comparison::Is || op == Comparison::IsNot)
        return Value((other.object() == this) == (op == Comparison::Is));
    refuse(interpreter);
}

} // namespace Migrations::Python
