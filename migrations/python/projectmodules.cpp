// Modules of the project beside the script: read like it, as far as that goes.
#include "migrations/python/evaluator.h"

#include <QRegularExpression>

namespace Migrations::Python {

namespace {

// where a statement begins: with its decorators
int firstLine(const Statement &statement)
{
    int line = statement.at.line;
    const auto look = [&line](const Expressions &decorators) {
        for (const ExpressionPtr &decorator : decorators)
            line = std::min(line, decorator->at.line);
    };
    if (const auto *function = std::get_if<FunctionStatement>(&statement.node))
        look(function->decorators);
    if (const auto *type = std::get_if<ClassStatement>(&statement.node))
        look(type->decorators);
    return line;
}

// the source lines of a statement of the top level
QString textOf(const Module &module, const Statement &statement)
{
    const int first = firstLine(statement);
    qsizetype last = -1;
    for (const Statement &other : module.body) {
        if (other.at.line > statement.at.line) {
            last = other.at.line - 1;
            break;
        }
    }
    const QStringList lines = module.source.split(u'\n');
    return lines.sliced(first - 1, (last < 0 ? lines.size() : last) - first + 1).join(u'\n');
}

// a value that code may change where it stands
bool isMutable(const Value &value)
{
    return value.isObject() && !value.as<Function>() && !value.as<Builtin>() && !value.as<ModuleObject>()
        && !value.as<LateImport>();
}

// def, class and a plain `name = value` bind a name and do nothing else
QString onlyName(const Statement &statement)
{
    if (const auto *function = std::get_if<FunctionStatement>(&statement.node))
        return function->decorators.empty() ? function->function->name : QString();
    if (const auto *type = std::get_if<ClassStatement>(&statement.node))
        return type->decorators.empty() ? type->name : QString();
    const auto *assignment = std::get_if<Assignment>(&statement.node);
    if (!assignment || assignment->targets.size() != 1)
        return {};
    const auto *name = std::get_if<NameExpression>(&assignment->targets.front()->node);
    return name ? name->name : QString();
}

} // namespace

// Nobody knows how far a statement came before it failed: whatever it names and could have changed is
// not known any more.
void Interpreter::loadStatement(const Module &module, const Statement &statement, Scope &scope, const QString &name)
{
    Error error;
    try {
        Evaluator(*this, scope).run(statement);
        return;
    } catch (const Raised &raised) {
        error = describe(raised).error();
    } catch (const Aborted &aborted) {
        if (aborted.error.code == ErrorCode::Budget || aborted.error.code == ErrorCode::Canceled)
            throw;
        error = aborted.error;
    }
    const QString reason = QStringLiteral("%1 (%2)").arg(error.message, error.at.toString());
    const auto forget = [&](const QString &variable) {
        scope.variables.insert(variable, Value(make<Opaque>(name + u'.' + variable, statement.at, reason)));
    };
    if (const QString only = onlyName(statement); !only.isEmpty())
        return forget(only);
    static const QRegularExpression identifier(QStringLiteral("(?<![.\\w])[A-Za-z_]\\w*"));
    QRegularExpressionMatchIterator names = identifier.globalMatch(textOf(module, statement));
    while (names.hasNext()) {
        const QString variable = names.next().captured();
        const auto known = scope.variables.constFind(variable);
        const bool isBuiltin = known == scope.variables.cend() && findBuiltin(variable);
        if (!isBuiltin && (known == scope.variables.cend() || isMutable(*known)))
            forget(variable);
    }
}

} // namespace Migrations::Python
