// Standard modules of which scripts use little: typing, logging, textwrap.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"

namespace Migrations::Alembic {

using namespace Python;

namespace {

// textwrap.dedent(): the blanks that all lines begin with go, and those of lines that have nothing else
Value dedent(Session &, Interpreter &interpreter, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("dedent"), arguments);
    QStringList lines
        = toText(interpreter, QStringLiteral("text"), reader.required(QStringLiteral("text"))).split(u'\n');
    reader.finish();
    std::optional<QString> margin;
    for (QString &line : lines) {
        const auto isBlank = [](QChar c) { return c == u' ' || c == u'\t'; };
        const qsizetype blanks = std::ranges::find_if_not(line, isBlank) - line.begin();
        if (blanks == line.size()) {
            line.clear();
            continue;
        }
        const QString own = line.first(blanks);
        if (!margin)
            margin = own;
        const auto differs = std::ranges::mismatch(*margin, own).in1;
        margin->truncate(differs - margin->begin());
    }
    for (QString &line : lines)
        line.remove(0, line.isEmpty() || !margin ? 0 : margin->size());
    return lines.join(u'\n');
}

/// Anything of typing: Union[str, None] and the like, which mean nothing when a script runs.
class TypingObject final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("typing"); }
    [[nodiscard]] Value item(Interpreter &, const Value &) override { return Value(this); }
    [[nodiscard]] std::optional<Value> binary(Interpreter &, BinaryOperator op, const Value &, bool) override
    {
        return op == BinaryOperator::BitOr ? std::optional(Value(this)) : std::nullopt;
    }
};

/// logging.getLogger(…): what is logged goes where print() goes
Value log(Session &session, Interpreter &interpreter, const Arguments &arguments)
{
    QString text = arguments.positional.isEmpty() ? QString() : interpreter.str(arguments.positional.front());
    if (arguments.positional.size() > 1) {
        const Value values(interpreter.make<Tuple>(arguments.positional.mid(1)));
        text = interpreter.str(interpreter.binary(BinaryOperator::Modulo, Value(text), values));
    }
    session.host().print(text, interpreter.location());
    return {};
}

Value ignored(Session &, Interpreter &, const Arguments &)
{
    return {};
}

const ModuleFunction loggerMethods[] = {
    {u"critical", log},
    {u"debug", log},
    {u"error", log},
    {u"exception", log},
    {u"info", log},
    {u"setLevel", ignored},
    {u"warn", log},
    {u"warning", log},
};

Value getLogger(Session &session, Interpreter &interpreter, const Arguments &)
{
    auto *logger = interpreter.make<ModuleObject>(QStringLiteral("logger"));
    addFunctions(session, interpreter, *logger, loggerMethods);
    return Value(logger);
}

} // namespace

void fillTyping(Session &, Interpreter &interpreter, ModuleObject &module)
{
    static const QStringList names {QStringLiteral("Any"), QStringLiteral("Callable"), QStringLiteral("Dict"),
        QStringLiteral("Iterable"), QStringLiteral("List"), QStringLiteral("Optional"), QStringLiteral("Sequence"),
        QStringLiteral("Set"), QStringLiteral("Tuple"), QStringLiteral("Union")};
    for (const QString &name : names)
        module.members.insert(name, Value(interpreter.make<TypingObject>()));
}

void fillTextwrap(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"dedent", dedent}};
    addFunctions(session, interpreter, module, functions);
}

void fillLogging(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction functions[] = {{u"getLogger", getLogger}, {u"basicConfig", ignored}};
    addFunctions(session, interpreter, module, functions);
    addFunctions(session, interpreter, module, loggerMethods);
    static const std::pair<QStringView, int> levels[] = {
        {u"DEBUG", 10}, {u"INFO", 20}, {u"WARNING", 30}, {u"ERROR", 40}, {u"CRITICAL", 50}};
    for (const auto &[name, level] : levels)
        module.members.insert(name.toString(), Value(level));
}

} // namespace Migrations::Alembic
