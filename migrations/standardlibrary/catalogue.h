#pragma once

#include "migrations/python/argumentreader.h"
#include "migrations/python/interpreter.h"
#include "migrations/python/nativetype.h"

#include <span>

/// Python's standard library, as far as migration scripts make values with it. A module is one row:
/// of natives() when it is made in C++, or a file of modules/ that the interpreter executes. There
/// is nothing in it that reads a file, the environment, the network or another process; what a
/// module has in Python and not here is refused by its name when it is used.
namespace Migrations::StandardLibrary {

/// nullptr: there is no such module here. The caller keeps what it imported.
[[nodiscard]] Python::ModuleObject *importModule(Python::Interpreter &interpreter, const QString &name);
/// the names of all modules
[[nodiscard]] QStringList moduleNames();

/// A function of a module or of a class, under its Python name.
struct ModuleFunction {
    QStringView name;
    Python::Value (*code)(Python::Interpreter &, const Python::Arguments &);
};

struct NativeModule {
    QStringView name;
    void (*fill)(Python::Interpreter &, Python::ModuleObject &);
};

void addFunctions(Python::Interpreter &interpreter, QHash<QString, Python::Value> &members,
    std::span<const ModuleFunction> functions);

/// A class of ours in a module; isinstance() and type() know its values by it.
Python::NativeType *addType(Python::Interpreter &interpreter, Python::ModuleObject &module, const QString &name,
    Python::NativeType::Construct construct, Python::NativeType::Holds holds);

/// whether it is an object of that class
template<class T>
[[nodiscard]] bool holds(const Python::Value &value)
{
    return value.as<T>() != nullptr;
}

void fillAbstractTypes(Python::Interpreter &interpreter, Python::ModuleObject &module); ///< collections.abc
void fillBase64(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillBinascii(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillCollections(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillDatetime(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillDecimal(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillEnum(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillHashlib(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillImportlib(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillJson(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillJsonDecoder(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillLogging(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillMath(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillOs(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillRandom(Python::Interpreter &interpreter, Python::ModuleObject &module); ///< _random, of random and secrets
void fillRe(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillRefusal(Python::Interpreter &interpreter, Python::ModuleObject &module); ///< _refusal, of modules/
void fillSys(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillTime(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillTyping(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillUnicodedata(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillUuid(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillWarnings(Python::Interpreter &interpreter, Python::ModuleObject &module);
void fillClassDetails(Python::Interpreter &interpreter, Python::ModuleObject &module); ///< _classes, of dataclasses

} // namespace Migrations::StandardLibrary
