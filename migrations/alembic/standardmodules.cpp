// The standard modules that scripts take values from: datetime, typing, logging.
#include "migrations/alembic/modulecatalogue.h"
#include "migrations/alembic/schemaitems.h"
#include "migrations/alembic/temporal.h"

#include <QDateTime>

namespace Migrations::Alembic {

using namespace Python;

namespace {

Value now(Session &, Interpreter &interpreter, const Arguments &)
{
    QDateTime moment = QDateTime::currentDateTime();
    return Value(interpreter.make<TemporalObject>(QDateTime(moment.date(), moment.time())));
}

Value utcNow(Session &, Interpreter &interpreter, const Arguments &)
{
    const QDateTime moment = QDateTime::currentDateTimeUtc();
    return Value(interpreter.make<TemporalObject>(QDateTime(moment.date(), moment.time())));
}

Value today(Session &, Interpreter &interpreter, const Arguments &)
{
    return Value(interpreter.make<TemporalObject>(QDate::currentDate()));
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

void fillDatetime(Session &session, Interpreter &interpreter, ModuleObject &module)
{
    static const ModuleFunction datetimeFunctions[] = {{u"now", now}, {u"utcnow", utcNow}};
    static const ModuleFunction dateFunctions[] = {{u"today", today}};
    auto *datetime = interpreter.make<ModuleObject>(QStringLiteral("datetime.datetime"));
    addFunctions(session, interpreter, *datetime, datetimeFunctions);
    auto *date = interpreter.make<ModuleObject>(QStringLiteral("datetime.date"));
    addFunctions(session, interpreter, *date, dateFunctions);
    module.members.insert(QStringLiteral("datetime"), Value(datetime));
    module.members.insert(QStringLiteral("date"), Value(date));
}

void fillTyping(Session &, Interpreter &interpreter, ModuleObject &module)
{
    static const QStringList names {QStringLiteral("Any"), QStringLiteral("Callable"), QStringLiteral("Dict"),
        QStringLiteral("Iterable"), QStringLiteral("List"), QStringLiteral("Optional"), QStringLiteral("Sequence"),
        QStringLiteral("Set"), QStringLiteral("Tuple"), QStringLiteral("Union")};
    for (const QString &name : names)
        module.members.insert(name, Value(interpreter.make<TypingObject>()));
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
