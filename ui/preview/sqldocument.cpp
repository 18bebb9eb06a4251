#include "ui/preview/sqldocument.h"

using namespace Migrations;

namespace Workbench {

namespace {

void addComments(QList<SqlLine> &lines, SqlLine::Kind kind, const QString &text)
{
    for (const QString &line : text.trimmed().split(u'\n'))
        lines << SqlLine {.kind = kind, .text = QString(QStringLiteral("-- ") + line)};
}

void addStatement(QList<SqlLine> &lines, const Plan::Statement &statement)
{
    const auto kind = statement.isVersionRow ? SqlLine::Kind::VersionRow : SqlLine::Kind::Statement;
    const qsizetype first = lines.size();
    QString sql = statement.sql;
    while (sql.endsWith(u'\n') || sql.endsWith(u' '))
        sql.chop(1);
    if (!sql.endsWith(u';'))
        sql += u';';
    sql.replace(u'\t', QStringLiteral("    "));
    for (const QString &line : sql.split(u'\n'))
        lines << SqlLine {.kind = kind, .text = line};
    lines[first].at = statement.at;
}

} // namespace

QList<SqlLine> sqlLines(const Plan::Preview &preview)
{
    QList<SqlLine> lines;
    for (const Plan::PlannedStep &step : preview.steps) {
        const QString doc = step.doc.simplified();
        lines << SqlLine {.kind = SqlLine::Kind::Revision,
            .text = QString(QStringLiteral("-- ") + step.step.revision + (doc.isEmpty() ? QString() : QString(QStringLiteral("  ") + doc)))};
        lines << SqlLine {};
        for (const QString &question : step.questions)
            addComments(lines, SqlLine::Kind::Question, question);
        for (const Plan::Statement &statement : step.statements) {
            addStatement(lines, statement);
            lines << SqlLine {};
        }
        for (const QString &output : step.output)
            addComments(lines, SqlLine::Kind::Output, output);
        if (!step.output.isEmpty())
            lines << SqlLine {};
    }
    if (!lines.isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace Workbench
