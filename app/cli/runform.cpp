#include "app/cli/runform.h"

#include "app/cli/errorform.h"
#include "app/cli/rehearsalform.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;

namespace Cli {

namespace {

QString directionName(const Graph::Step &step)
{
    if (step.isStamp)
        return u"stamp"_s;
    return step.direction == Graph::Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s;
}

QJsonObject stepJson(const Graph::Step &step)
{
    return {{u"direction"_s, directionName(step)}, {u"revision"_s, step.revision},
        {u"from"_s, QJsonArray::fromStringList(step.from)}, {u"to"_s, QJsonArray::fromStringList(step.to)}};
}

QJsonObject statementJson(const Plan::Statement &statement)
{
    QJsonObject json {{u"sql"_s, statement.sql}, {u"operation"_s, statement.operation},
        {u"versionRow"_s, statement.isVersionRow}};
    if (!statement.at.file.isEmpty()) {
        json.insert(u"file"_s, statement.at.file);
        json.insert(u"line"_s, statement.at.line);
    }
    return json;
}

} // namespace

QString rowsText(const QStringList &rows)
{
    return rows.isEmpty() ? u"<base>"_s : rows.join(", "_L1);
}

QString stepText(const Plan::PlannedStep &planned)
{
    const QString text = Plan::runningText(planned.step);
    return planned.doc.isEmpty() ? text : text + u", " + planned.doc;
}

QJsonObject previewJson(const Plan::Preview &preview)
{
    QJsonArray steps;
    for (const Plan::PlannedStep &planned : preview.steps) {
        QJsonArray statements;
        for (const Plan::Statement &statement : planned.statements)
            statements << statementJson(statement);
        QJsonObject step = stepJson(planned.step);
        step.insert(u"message"_s, planned.doc);
        step.insert(u"statements"_s, statements);
        step.insert(u"output"_s, QJsonArray::fromStringList(planned.output));
        step.insert(u"questions"_s, QJsonArray::fromStringList(planned.questions));
        steps << step;
    }
    QJsonArray before;
    for (const Plan::Statement &statement : preview.before)
        before << statementJson(statement);
    QJsonObject json {{u"dialect"_s, preview.dialect}, {u"before"_s, before}, {u"steps"_s, steps}};
    if (preview.error)
        json.insert(u"error"_s, errorJson(*preview.error));
    QJsonArray warnings;
    for (const Error &warning : preview.warnings)
        warnings << errorJson(warning);
    if (!warnings.isEmpty())
        json.insert(u"warnings"_s, warnings);
    return json;
}

QJsonObject reportJson(const Runner::RunReport &report)
{
    QJsonArray steps;
    for (const Graph::Step &step : report.done)
        steps << stepJson(step);
    QJsonObject json {{u"rowsBefore"_s, QJsonArray::fromStringList(report.rowsBefore)},
        {u"rowsAfter"_s, QJsonArray::fromStringList(report.rowsAfter)}, {u"done"_s, steps},
        {u"microseconds"_s, qint64(report.elapsed.count())}};
    if (!report.backup.isEmpty())
        json.insert(u"backup"_s, report.backup);
    if (report.error)
        json.insert(u"error"_s, errorJson(*report.error));
    if (report.rehearsal)
        json.insert(u"rehearsal"_s, rehearsalJson(*report.rehearsal));
    QJsonArray possible;
    for (const QStringList &rows : report.possibleRows)
        possible << QJsonArray::fromStringList(rows);
    if (!possible.isEmpty())
        json.insert(u"possibleRows"_s, possible);
    QJsonArray warnings;
    for (const Error &warning : report.warnings)
        warnings << errorJson(warning);
    if (!warnings.isEmpty())
        json.insert(u"warnings"_s, warnings);
    return json;
}

} // namespace Cli
