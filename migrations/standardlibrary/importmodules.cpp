// importlib, and how the modules of modules/ refuse what they do not do.
#include "migrations/standardlibrary/catalogue.h"

namespace Migrations::StandardLibrary {

using namespace Python;

namespace {

// import_module("package.module"): the modules that an import statement finds, and no others
Value importNamed(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("import_module"), arguments);
    const QString name = reader.text(QStringLiteral("name"), reader.required(QStringLiteral("name")));
    if (reader.optional(QStringLiteral("package")) || name.startsWith(u'.'))
        interpreter.unsupported(QStringLiteral("importlib.import_module() of a relative name"));
    reader.finish();
    if (ModuleObject *module = interpreter.world().import(interpreter, name))
        return Value(module);
    return Value(interpreter.make<Opaque>(name, interpreter.position()));
}

Value refuse(Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("refuse"), arguments);
    const QString what = reader.text(QStringLiteral("what"), reader.required(QStringLiteral("what")));
    reader.finish();
    interpreter.unsupported(what);
}

} // namespace

void fillImportlib(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"import_module", importNamed}};
    addFunctions(interpreter, module.members, functions);
}

void fillRefusal(Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"refuse", refuse}};
    addFunctions(interpreter, module.members, functions);
}

} // namespace Migrations::StandardLibrary
