#include "ui/run/dataloss.h"

#include <QRegularExpression>

using namespace Migrations;

namespace Workbench {

namespace {

const QRegularExpression &losing()
{
    static const QRegularExpression expression(
        QStringLiteral(R"(^\s*(?:(DROP\s+(?:TABLE|SCHEMA|MATERIALIZED\s+VIEW)\s+(?:IF\s+EXISTS\s+)?("[^"]+"|[\w.]+)))"
                       R"(|(ALTER\s+TABLE\s+\S+\s+DROP\s+(?:COLUMN\s+)?(?!CONSTRAINT\b)(?:IF\s+EXISTS\s+)?("[^"]+"|\w+)))"
                       R"(|(TRUNCATE\b[^;]*)|(DELETE\s+FROM\s+\S+[^;]*)))"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

// "ALTER TABLE _alembic_tmp_users RENAME TO users": the dropped table lives on in its copy
bool isReplaced(const Plan::PlannedStep &step, const QString &table)
{
    const QRegularExpression rename(QStringLiteral(R"(^\s*ALTER\s+TABLE\s+"?_alembic_tmp_\S+\s+RENAME\s+TO\s+%1\s*$)")
                                        .arg(QRegularExpression::escape(table)),
        QRegularExpression::CaseInsensitiveOption);
    for (const Plan::Statement &statement : step.statements) {
        if (rename.match(statement.sql).hasMatch())
            return true;
    }
    return false;
}

} // namespace

QStringList dataLosses(const Plan::Preview &preview)
{
    QStringList losses;
    for (const Plan::PlannedStep &step : preview.steps) {
        for (const Plan::Statement &statement : step.statements) {
            const QRegularExpressionMatch match = losing().match(statement.sql);
            if (statement.isVersionRow || !match.hasMatch() || isReplaced(step, match.captured(2)))
                continue;
            losses << match.captured(0).simplified();
        }
    }
    return losses;
}

} // namespace Workbench
