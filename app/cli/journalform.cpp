#include "app/cli/journalform.h"

#include "app/cli/alignedtext.h"
#include "app/cli/runform.h"
#include "app/cli/runlog.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations::Journal;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// part of the interface of --json
QString stateName(RunState state)
{
    switch (state) {
    case RunState::Running: return u"running"_s;
    case RunState::Done: return u"done"_s;
    case RunState::Failed: return u"failed"_s;
    case RunState::Unfinished: return u"unfinished"_s;
    }
    return {};
}

QString stateName(StepState state)
{
    switch (state) {
    case StepState::Begun: return u"begun"_s;
    case StepState::Done: return u"done"_s;
    case StepState::Failed: return u"failed"_s;
    }
    return {};
}

QString stateText(RunState state)
{
    switch (state) {
    case RunState::Running: return Tr::tr("running");
    case RunState::Done: return Tr::tr("done");
    case RunState::Failed: return Tr::tr("failed");
    case RunState::Unfinished: return Tr::tr("unfinished");
    }
    return {};
}

QString stateText(StepState state)
{
    switch (state) {
    case StepState::Begun: return Tr::tr("not ended");
    case StepState::Done: return Tr::tr("done");
    case StepState::Failed: return Tr::tr("failed");
    }
    return {};
}

QString timeText(const std::optional<qint64> &microseconds)
{
    return microseconds ? durationText(std::chrono::microseconds(*microseconds)) : u"-"_s;
}

QString momentText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s) : u"-"_s;
}

QString indented(const QString &text, int depth)
{
    const QString indent(depth, u' ');
    return indent + text.trimmed().replace(u'\n', u'\n' + indent) + u'\n';
}

QString statementText(const StatementEntry &statement)
{
    QString text;
    if (!statement.file.isEmpty())
        text += u"    -- %1:%2\n"_s.arg(statement.file).arg(statement.line);
    text += indented(statement.sql, 4);
    QString end = statement.microseconds ? timeText(statement.microseconds) : Tr::tr("nobody saw its end");
    if (statement.rows >= 0)
        end = Tr::tr("%1; rows: %2").arg(end, QString::number(statement.rows));
    if (!statement.error.isEmpty())
        end += Tr::tr("; failed: %1").arg(statement.error);
    return text + u"    -- "_s + end + u'\n';
}

QString stepText(const StepEntry &step)
{
    QString text = u'\n' + step.text + u'\n';
    text += indented(u"%1, %2, %3"_s.arg(stateText(step.state), momentText(step.begun), timeText(step.microseconds)), 2);
    if (!step.checksum.isEmpty())
        text += indented(step.checksum, 2);
    for (const StatementEntry &statement : step.statements)
        text += statementText(statement);
    if (!step.error.isEmpty())
        text += indented(step.error, 2);
    return text;
}

void insertTime(QJsonObject &json, const std::optional<qint64> &microseconds)
{
    if (microseconds)
        json.insert(u"microseconds"_s, *microseconds);
}

void insertText(QJsonObject &json, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, text);
}

QString isoText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonObject statementJson(const StatementEntry &statement)
{
    QJsonObject json {{u"sql"_s, statement.sql}, {u"begun"_s, isoText(statement.begun)}};
    insertTime(json, statement.microseconds);
    if (statement.rows >= 0)
        json.insert(u"rows"_s, statement.rows);
    insertText(json, u"file"_s, statement.file);
    if (statement.line > 0)
        json.insert(u"line"_s, statement.line);
    insertText(json, u"error"_s, statement.error);
    return json;
}

QJsonObject stepJson(const StepEntry &step)
{
    QJsonArray statements;
    for (const StatementEntry &statement : step.statements)
        statements << statementJson(statement);
    QJsonObject json {{u"direction"_s, step.direction}, {u"revision"_s, step.revision}, {u"text"_s, step.text},
        {u"state"_s, stateName(step.state)}, {u"begun"_s, isoText(step.begun)}, {u"statements"_s, statements}};
    insertText(json, u"checksum"_s, step.checksum);
    insertTime(json, step.microseconds);
    insertText(json, u"error"_s, step.error);
    return json;
}

} // namespace

QString runsText(const QList<RunEntry> &runs)
{
    QList<QStringList> rows;
    for (const RunEntry &run : runs)
        rows << QStringList {QString::number(run.number), momentText(run.begun), run.action, stateText(run.state),
            u"%1 -> %2"_s.arg(rowsText(run.rowsBefore), run.ended.isValid() ? rowsText(run.rowsAfter) : u"?"_s),
            Tr::tr("steps: %1").arg(run.doneSteps), timeText(run.microseconds), run.actor.user + u'@' + run.actor.host,
            run.database};
    const QStringList lines = alignedLines(rows);
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

QString runText(const RunEntry &run)
{
    const std::pair<QString, QString> facts[] {
        {Tr::tr("run"), u"%1, %2"_s.arg(QString::number(run.number), stateText(run.state))},
        {Tr::tr("what"), QStringList {run.action, run.target}.join(u' ').trimmed()}, {Tr::tr("project"), run.project},
        {Tr::tr("database"), run.database},
        {Tr::tr("by"), u"%1@%2, %3"_s.arg(run.actor.user, run.actor.host, run.actor.program)},
        {Tr::tr("begun"), momentText(run.begun)}, {Tr::tr("ended"), momentText(run.ended)},
        {Tr::tr("took"), timeText(run.microseconds)}, {Tr::tr("rows before"), rowsText(run.rowsBefore)},
        {Tr::tr("rows after"), run.ended.isValid() ? rowsText(run.rowsAfter) : u"?"_s},
        {Tr::tr("steps"), Tr::tr("%1 of %2 committed").arg(run.doneSteps).arg(run.plannedSteps)},
        {Tr::tr("backup"), run.backup}};
    QList<QStringList> rows;
    for (const auto &[name, text] : facts) {
        if (!text.isEmpty())
            rows << QStringList {name, text};
    }
    QString text = alignedLines(rows).join(u'\n') + u'\n';
    for (const StepEntry &step : run.steps)
        text += stepText(step);
    if (run.leftOut > 0)
        text += u'\n' + Tr::tr("Statements that were too many to keep: %1").arg(run.leftOut) + u'\n';
    return run.error.isEmpty() ? text : text + u'\n' + indented(run.error, 0);
}

QJsonObject runJson(const RunEntry &run, bool withSteps)
{
    QJsonObject json {{u"run"_s, run.number}, {u"action"_s, run.action}, {u"target"_s, run.target},
        {u"project"_s, run.project}, {u"database"_s, run.database}, {u"user"_s, run.actor.user},
        {u"host"_s, run.actor.host}, {u"program"_s, run.actor.program}, {u"state"_s, stateName(run.state)},
        {u"begun"_s, isoText(run.begun)}, {u"rowsBefore"_s, QJsonArray::fromStringList(run.rowsBefore)},
        {u"rowsAfter"_s, QJsonArray::fromStringList(run.rowsAfter)}, {u"planned"_s, run.plannedSteps},
        {u"done"_s, run.doneSteps}};
    insertText(json, u"ended"_s, isoText(run.ended));
    insertTime(json, run.microseconds);
    insertText(json, u"backup"_s, run.backup);
    insertText(json, u"error"_s, run.error);
    if (run.leftOut > 0)
        json.insert(u"leftOut"_s, run.leftOut);
    if (!withSteps)
        return json;
    QJsonArray steps;
    for (const StepEntry &step : run.steps)
        steps << stepJson(step);
    json.insert(u"steps"_s, steps);
    return json;
}

} // namespace Cli
