// sqlalchemy.orm and what belongs to it, as far as a script defines models and does not use them.
#include "migrations/alembic/modulecatalogue.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

// What the call gives is not known: a base class, a session, a relationship. A class that is derived
// from it is not known either; using one names it, with the line of the call.
void addUnknown(Interpreter &interpreter, ModuleObject &module, const QStringList &names)
{
    for (const QString &name : names) {
        const QString dotted = module.name + u'.' + name;
        module.members.insert(name,
            Value(interpreter.make<Builtin>(name, [dotted](Interpreter &inner, const Arguments &arguments) {
                const bool isPlain = arguments.positional.isEmpty() && arguments.keywords.isEmpty();
                return Value(inner.make<Opaque>(
                    dotted + (isPlain ? QStringLiteral("()") : QStringLiteral("(…)")), arguments.at));
            })));
    }
}

} // namespace

void fillOrm(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    addUnknown(interpreter, module,
        {QStringLiteral("backref"), QStringLiteral("declarative_base"), QStringLiteral("deferred"),
            QStringLiteral("mapped_column"), QStringLiteral("relation"), QStringLiteral("relationship"),
            QStringLiteral("scoped_session"), QStringLiteral("synonym")});
    addFunctions(session, interpreter, module, sessionConstructors());
}

void fillDeclarative(Session &, Interpreter &interpreter, ModuleObject &module)
{
    addUnknown(interpreter, module, {QStringLiteral("automap_base"), QStringLiteral("declarative_base")});
}

} // namespace Migrations::Alembic
