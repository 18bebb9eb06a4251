// Built-in functions that reach out of the closed world, or that nobody needs in a migration: named
// when they are called, because a NameError would let an `except` of the script go on without them.
#include "migrations/python/builtins.h"

namespace Migrations::Python {

namespace {

template<const char16_t *What>
Value refuse(Interpreter &interpreter, const Arguments &)
{
    interpreter.unsupported(QString::fromUtf16(What));
}

constexpr char16_t opens[] = u"open(): a script reads no files";
constexpr char16_t evaluates[] = u"eval(): text that is evaluated";
constexpr char16_t executes[] = u"exec(): text that is executed";
constexpr char16_t compiles[] = u"compile(): text that is compiled";
constexpr char16_t imports[] = u"__import__(): a module that is named while the script runs";
constexpr char16_t breaks[] = u"breakpoint(): a debugger";
constexpr char16_t helps[] = u"help(): the pages of Python's documentation";
constexpr char16_t lists[] = u"dir(): the names of an object";
constexpr char16_t locals[] = u"locals(): the variables of a function as a dict";
constexpr char16_t makesComplex[] = u"complex(): a complex number";
constexpr char16_t makesArray[] = u"bytearray(): bytes that change";
constexpr char16_t viewsMemory[] = u"memoryview(): a view of memory";
constexpr char16_t iteratesAsync[] = u"aiter() and anext(): asynchronous iteration";
constexpr auto Type = Builtin::Kind::Type;

const BuiltinFunction functions[] = {
    {QStringLiteral("__import__"), refuse<imports>},
    {QStringLiteral("aiter"), refuse<iteratesAsync>},
    {QStringLiteral("anext"), refuse<iteratesAsync>},
    {QStringLiteral("breakpoint"), refuse<breaks>},
    {QStringLiteral("bytearray"), refuse<makesArray>, Type},
    {QStringLiteral("compile"), refuse<compiles>},
    {QStringLiteral("complex"), refuse<makesComplex>, Type},
    {QStringLiteral("dir"), refuse<lists>},
    {QStringLiteral("eval"), refuse<evaluates>},
    {QStringLiteral("exec"), refuse<executes>},
    {QStringLiteral("help"), refuse<helps>},
    {QStringLiteral("locals"), refuse<locals>},
    {QStringLiteral("memoryview"), refuse<viewsMemory>, Type},
    {QStringLiteral("open"), refuse<opens>},
};

} // namespace

std::span<const BuiltinFunction> refusedFunctions()
{
    return functions;
}

} // namespace Migrations::Python
