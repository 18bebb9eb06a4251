#include "app/cli/rehearsalform.h"

#include "app/cli/runlog.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Migrations;
using Runner::Rehearsal;

namespace Cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

QString factsText(const Rehearsal::Statement &statement)
{
    if (!statement.skipped.isEmpty())
        return Tr::tr("not sent: %1").arg(statement.skipped);
    QStringList facts {durationText(statement.elapsed)};
    if (statement.rows >= 0)
        facts << Tr::tr("rows: %1").arg(statement.rows);
    if (statement.measured) {
        if (const QString measured = statement.measured->toString(); !measured.isEmpty())
            facts << measured;
    }
    return facts.join(u"; "_s);
}

QString changeText(const Diff::SchemaChange &change)
{
    const QString what = change.isAdded() ? Tr::tr("new: %1") : change.isRemoved() ? Tr::tr("gone: %1") : Tr::tr("changed: %1");
    QString text = what.arg(change.name) + u'\n';
    for (const QString &line : change.lines())
        text += u"  "_s + line + u'\n';
    return text;
}

QString kindName(Diff::SchemaChange::Kind kind)
{
    using enum Diff::SchemaChange::Kind;
    return kind == Table ? u"table"_s : kind == Index ? u"index"_s : u"enum type"_s;
}

QJsonObject measuredJson(const Runner::StatementMeasured &measured)
{
    QJsonArray locks;
    for (const Runner::RelationLock &lock : measured.locks)
        locks << QJsonObject {{u"relation"_s, lock.relation}, {u"mode"_s, lock.mode}};
    return {{u"locks"_s, locks}, {u"rewritten"_s, QJsonArray::fromStringList(measured.rewritten)},
        {u"rowsRead"_s, measured.rowsRead}, {u"walBytes"_s, measured.walBytes}};
}

QJsonObject statementJson(const Rehearsal::Statement &statement)
{
    QJsonObject json {{u"revision"_s, statement.revision}, {u"sql"_s, statement.sql}};
    if (!statement.at.file.isEmpty()) {
        json.insert(u"file"_s, statement.at.file);
        json.insert(u"line"_s, statement.at.line);
    }
    if (!statement.skipped.isEmpty()) {
        json.insert(u"skipped"_s, statement.skipped);
        return json;
    }
    json.insert(u"microseconds"_s, qint64(statement.elapsed.count()));
    json.insert(u"rows"_s, statement.rows);
    if (statement.measured)
        json.insert(u"measured"_s, measuredJson(*statement.measured));
    return json;
}

} // namespace

QString rehearsalText(const Rehearsal &rehearsal)
{
    QString text;
    QString revision;
    for (const Rehearsal::Statement &statement : rehearsal.statements) {
        if (std::exchange(revision, statement.revision) != statement.revision)
            text += Tr::tr("Revision %1").arg(statement.revision) + u'\n';
        for (const QString &line : statement.sql.trimmed().split(u'\n'))
            text += u"    "_s + line + u'\n';
        text += u"    -- "_s + factsText(statement) + u'\n';
    }
    if (rehearsal.changes.isEmpty())
        return text + Tr::tr("The schema would be the same.") + u'\n';
    text += Tr::tr("What the schema would have:") + u'\n';
    for (const Diff::SchemaChange &change : rehearsal.changes)
        text += changeText(change);
    return text;
}

QJsonObject rehearsalJson(const Rehearsal &rehearsal)
{
    QJsonArray statements;
    for (const Rehearsal::Statement &statement : rehearsal.statements)
        statements << statementJson(statement);
    QJsonArray changes;
    for (const Diff::SchemaChange &change : rehearsal.changes)
        changes << QJsonObject {{u"kind"_s, kindName(change.kind)}, {u"name"_s, change.name},
            {u"before"_s, change.before}, {u"after"_s, change.after}};
    return {{u"statements"_s, statements}, {u"schemaChanges"_s, changes}};
}

} // namespace Cli
