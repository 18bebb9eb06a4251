#include "migrations/plan/preview.h"

#include "migrations/dialects/dialect.h"

namespace Migrations::Plan {

namespace {

QString block(const QString &text)
{
    return text + QStringLiteral("\n\n");
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
    const bool transactional = target && target->hasTransactionalDdl();
    QString script;
    if (transactional)
        script += block(QStringLiteral("BEGIN;"));
    for (const Statement &statement : before)
        script += block(statement.sql + u';');
    for (const PlannedStep &planned : steps) {
        bool announced = false;
        const auto announce = [&] {
            if (!std::exchange(announced, true))
                script += block(QStringLiteral("-- ") + runningText(planned.step));
        };
        for (const Statement &statement : planned.statements) {
            if (!statement.isVersionTable)
                announce();
            script += block(statement.sql + u';');
        }
        announce();
    }
    if (transactional)
        script += block(QStringLiteral("COMMIT;"));
    return script;
}

} // namespace Migrations::Plan
