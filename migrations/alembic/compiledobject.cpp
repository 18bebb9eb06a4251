// .compile() and str() of what SQLAlchemy composes: SQL as text in a script's own hands.
#include "migrations/alembic/changeobject.h"
#include "migrations/alembic/connectionobjects.h"
#include "migrations/alembic/queryobject.h"
#include "migrations/alembic/sqloperators.h"
#include "migrations/dialects/dialect.h"

namespace Migrations::Alembic {

using namespace Python;
using Schema::Expression;
using Kind = Expression::Kind;

namespace {

/// What .compile() gives: scripts make text of it.
class CompiledObject final : public Object
{
public:
    explicit CompiledObject(QString text) : m_text(std::move(text)) {}
    [[nodiscard]] QString typeName() const override { return QStringLiteral("SQLCompiler"); }
    [[nodiscard]] QString str(Interpreter &) override { return m_text; }
    [[nodiscard]] std::optional<Value> attribute(Interpreter &interpreter, const QString &name) override
    {
        if (name == u"string")
            return Value(m_text);
        interpreter.unsupported(QStringLiteral("Compiled.%1").arg(name));
    }

private:
    const QString m_text;
};

using Write = std::function<Result<QString>(const Dialects::Dialect &, Dialects::Target)>;

Write writerOf(const Value &value)
{
    if (const auto *type = value.as<TypeObject>())
        return [type = type->content](const auto &dialect, auto) { return dialect.typeText(type); };
    if (const auto *query = value.as<QueryObject>())
        return [query = query->content](const auto &dialect, auto target) { return dialect.statement(query, target); };
    if (const auto *change = value.as<ChangeObject>())
        return [change = change->content](const auto &dialect, auto target) { return dialect.statement(change, target); };
    return [expression = *sqlOperand(value)](
               const auto &dialect, auto target) { return dialect.expression(expression, target); };
}

// whether nothing in it would be a parameter
bool isConstant(const Value &value)
{
    static const QSet<Kind> plain {Kind::True, Kind::False, Kind::Null, Kind::Text, Kind::Column};
    if (value.as<TypeObject>())
        return true;
    const std::optional<Expression> expression
        = value.as<QueryObject>() || value.as<ChangeObject>() ? std::nullopt : sqlOperand(value);
    return expression
        && (plain.contains(expression->kind)
            || (expression->kind == Kind::Function && expression->arguments.isEmpty()));
}

const Dialects::Dialect &takeDialect(Interpreter &interpreter, ArgumentReader &reader)
{
    for (const QString &name : {QStringLiteral("bind"), QStringLiteral("dialect")}) {
        const Value given = reader.optional(name, Value());
        const Value dialect = given.as<ConnectionObject>() ? interpreter.attribute(given, QStringLiteral("dialect")) : given;
        if (const auto *object = dialect.as<DialectObject>())
            return *Dialects::Dialect::byName(object->name);
        if (!given.isNone())
            interpreter.unsupported(QStringLiteral("compile(%1=%2)").arg(name, Interpreter::typeName(given)));
    }
    interpreter.unsupported(QStringLiteral(".compile() without a dialect"));
}

Value compiled(Interpreter &interpreter, const Value &self, const Arguments &arguments)
{
    ArgumentReader reader(interpreter, QStringLiteral("compile"), arguments);
    const Dialects::Dialect &dialect = takeDialect(interpreter, reader);
    const Value keywords = reader.keyword(QStringLiteral("compile_kwargs")).value_or(Value());
    reader.finish();
    const Value option(QStringLiteral("literal_binds"));
    const bool isLiteral = keywords.as<Dict>() && interpreter.contains(keywords, option)
        && interpreter.isTrue(interpreter.item(keywords, option));
    if (!isLiteral && !isConstant(self))
        interpreter.unsupported(QStringLiteral(".compile() without literal_binds of what has parameters"));
    const Write write = writerOf(self);
    const Result<QString> offline = write(dialect, Dialects::Target::Offline);
    const Result<QString> live = write(dialect, Dialects::Target::Live);
    if (!offline)
        raiseSqlError(interpreter, offline.error().exception, offline.error().message);
    if (live.value_or(QString()) != *offline)
        interpreter.unsupported(QStringLiteral(".compile() of a text with backslashes"));
    return Value(interpreter.make<CompiledObject>(*offline));
}

} // namespace

Value compileMethod(Interpreter &interpreter, const Value &self)
{
    return Value(interpreter.make<Builtin>(
        QStringLiteral("compile"), [self](Interpreter &inner, const Arguments &arguments) {
            return compiled(inner, self, arguments);
        }));
}

QString defaultText(Interpreter &interpreter, const Value &self)
{
    // SQLAlchemy's default dialect is neither of ours; it writes what they write alike
    const Write write = writerOf(self);
    const Result<QString> postgresql = write(Dialects::Dialect::postgresql(), Dialects::Target::Offline);
    const Result<QString> sqlite = write(Dialects::Dialect::sqlite(), Dialects::Target::Offline);
    if (!isConstant(self) || !postgresql || postgresql.value_or(QString()) != sqlite.value_or(QString()))
        interpreter.unsupported(QStringLiteral("str() of %1").arg(Interpreter::typeName(self)));
    return *postgresql;
}

} // namespace Migrations::Alembic
