#include "migrations/plan/preview.h"

#include "migrations/dialects/dialect.h"

namespace Migrations::Plan {

namespace {

QString block(const QString &text)
{
    return text + QStringLiteral("\n\n");
}

QString stepScript(const PlannedStep &planned)
{
    QString script;
    bool isAnnounced = false;
    const auto announce = [&] {
        if (!std::exchange(isAnnounced, true))
            script += block(QStringLiteral("-- ") + runningText(planned.step));
    };
    for (const Statement &statement : planned.statements) {
        if (!statement.isVersionTable)
            announce();
        script += block(statement.sql + u';');
    }
    announce();
    return script;
}

} // namespace

QString statementText(const QString &compiled)
{
    QString text = compiled;
    return text.replace(u'\t', QStringLiteral("    ")).trimmed();
}

QString runningText(const Graph::Step &step)
{
    const QString verb = step.isStamp                           ? QStringLiteral("stamp_revision")
        : step.direction == Graph::Direction::Upgrade ? QStringLiteral("upgrade")
                                                      : QStringLiteral("downgrade");
    const QString comma = QStringLiteral(", ");
    return QStringLiteral("Running %1 %2 -> %3").arg(verb, step.from.join(comma), step.to.join(comma));
}

QString Preview::toSqlScript() const
{
    const Dialects::Dialect *target = Dialects::Dialect::byName(dialect);
    const bool isTransactional = target && target->hasTransactionalDdl();
    const QString begin = isTransactional ? block(QStringLiteral("BEGIN;")) : QString();
    const QString commit = isTransactional ? block(QStringLiteral("COMMIT;")) : QString();
    QString script;
    for (const Statement &statement : before)
        script += block(statement.sql + u';');
    for (const PlannedStep &planned : steps)
        script += isTransactionPerStep ? begin + stepScript(planned) + commit : stepScript(planned);
    return isTransactionPerStep ? script : begin + script + commit;
}

} // namespace Migrations::Plan
