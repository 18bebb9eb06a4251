#include "migrations/journal/journalreader.h"

#include "migrations/database/connection.h"
#include "migrations/journal/journalfile.h"
#include "migrations/journal/moment.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace Migrations::Journal {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

/// The values of a row, one after the other.
class Cells final
{
public:
    explicit Cells(const QVariantList &row) : m_row(row) {}

    QVariant next() { return m_row.value(m_at++); }
    QString text() { return next().toString(); }
    qint64 number() { return next().toLongLong(); }
    QDateTime moment() { return momentOf(text()); }
    std::optional<qint64> optional()
    {
        const QVariant value = next();
        return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
    }
    QStringList texts()
    {
        QStringList result;
        for (const QJsonValue &value : QJsonDocument::fromJson(text().toUtf8()).array())
            result << value.toString();
        return result;
    }

private:
    const QVariantList &m_row;
    qsizetype m_at = 0;
};

RunState stateOf(const Actor &actor, const std::optional<qint64> &succeeded)
{
    if (succeeded)
        return *succeeded == 1 ? RunState::Done : RunState::Failed;
    return actor.isAlive() ? RunState::Running : RunState::Unfinished;
}

const QString &runColumns()
{
    static const QString names
        = u"number, action, target, project, database, user, host, program, process, process_begun, begun, ended, "
           "microseconds, succeeded, rows_before, rows_after, planned_steps, done_steps, left_out, backup, error"_s;
    return names;
}

RunEntry runOf(const QVariantList &row)
{
    Cells cells(row);
    RunEntry run;
    run.number = cells.number();
    run.action = cells.text();
    run.target = cells.text();
    run.project = cells.text();
    run.database = cells.text();
    run.actor.user = cells.text();
    run.actor.host = cells.text();
    run.actor.program = cells.text();
    run.actor.process = cells.number();
    run.actor.processBegun = cells.number();
    run.begun = cells.moment();
    run.ended = cells.moment();
    run.microseconds = cells.optional();
    run.state = stateOf(run.actor, cells.optional());
    run.rowsBefore = cells.texts();
    run.rowsAfter = cells.texts();
    run.plannedSteps = int(cells.number());
    run.doneSteps = int(cells.number());
    run.leftOut = cells.number();
    run.backup = cells.text();
    run.error = cells.text();
    return run;
}

StepEntry stepOf(const QVariantList &row)
{
    Cells cells(row);
    StepEntry step;
    step.number = int(cells.number());
    step.direction = cells.text();
    step.revision = cells.text();
    step.text = cells.text();
    step.checksum = cells.text();
    step.begun = cells.moment();
    step.microseconds = cells.optional();
    step.state = StepState(cells.number());
    step.error = cells.text();
    return step;
}

StatementEntry statementOf(Cells &cells)
{
    StatementEntry statement;
    statement.sql = cells.text();
    statement.file = cells.text();
    statement.line = int(cells.number());
    statement.begun = cells.moment();
    statement.microseconds = cells.optional();
    statement.rows = cells.number();
    statement.error = cells.text();
    return statement;
}

Result<RunEntry> withSteps(Database::Connection &connection, RunEntry run)
{
    const Result<Database::Rows> steps = connection.executePositional(
        u"SELECT number, direction, revision, text, checksum, begun, microseconds, state, error FROM step "
         "WHERE run = ? ORDER BY number"_s,
        {run.number});
    if (!steps)
        return failure(steps.error());
    for (const QVariantList &row : steps->rows)
        run.steps << stepOf(row);
    const Result<Database::Rows> statements = connection.executePositional(
        u"SELECT step, sql, file, line, begun, microseconds, rows, error FROM statement WHERE run = ? ORDER BY number"_s,
        {run.number});
    if (!statements)
        return failure(statements.error());
    for (const QVariantList &row : statements->rows) {
        Cells cells(row);
        const qint64 step = cells.number();
        if (step >= 0 && step < run.steps.size())
            run.steps[step].statements << statementOf(cells);
    }
    return run;
}

} // namespace

Result<QList<RunEntry>> JournalReader::runs(const QString &path, const RunFilter &filter)
{
    if (!QFileInfo::exists(path))
        return QList<RunEntry>();
    QString sql = u"SELECT %1 FROM run WHERE (? = '' OR project = ?)"_s.arg(runColumns());
    if (filter.onlyFailed)
        sql += u" AND succeeded IS NOT 1"_s;
    sql += u" ORDER BY number DESC"_s;
    // those that are under way are told apart only here
    if (!filter.onlyFailed)
        sql += u" LIMIT %1"_s.arg(filter.limit);
    const QString project = filter.project.isNull() ? u""_s : filter.project;
    const auto connection = JournalFile::open(path);
    if (!connection)
        return failure(connection.error());
    return (*connection)->executePositional(sql, {project, project}).transform([&](const Database::Rows &rows) {
        QList<RunEntry> runs;
        for (const QVariantList &row : rows.rows) {
            const RunEntry run = runOf(row);
            if ((!filter.onlyFailed || run.state != RunState::Running) && runs.size() < filter.limit)
                runs << run;
        }
        return runs;
    });
}

Result<RunEntry> JournalReader::run(const QString &path, qint64 number)
{
    const auto notThere = [number] {
        return failure(ErrorCode::NotFound, Tr::tr("The journal has no run %1.").arg(number),
            Tr::tr("\"stillroom-cli log --all\" lists what it has; old runs are removed."));
    };
    if (!QFileInfo::exists(path))
        return notThere();
    const auto connection = JournalFile::open(path);
    if (!connection)
        return failure(connection.error());
    const Result<Database::Rows> rows
        = (*connection)->executePositional(u"SELECT %1 FROM run WHERE number = ?"_s.arg(runColumns()), {number});
    if (!rows)
        return failure(rows.error());
    return rows->rows.isEmpty() ? notThere() : withSteps(**connection, runOf(rows->rows.constFirst()));
}

} // namespace Migrations::Journal
