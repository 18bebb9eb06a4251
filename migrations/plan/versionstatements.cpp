#include "migrations/plan/versionstatements.h"

#include <QCoreApplication>

namespace Migrations::Plan {

namespace {

using Kind = Graph::RowChange::Kind;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

QString textOf(const Graph::RowChange &change, const Dialects::VersionTableSql &sql)
{
    switch (change.kind) {
    case Kind::Insert:
        return sql.insert(change.to);
    case Kind::Update:
        return sql.update(change.from, change.to);
    case Kind::Delete:
        return sql.remove(change.from);
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

Statement versionTableStatement(const Dialects::VersionTableSql &sql)
{
    return {.sql = statementText(sql.create()), .operation = Tr::tr("version table"), .isVersionTable = true};
}

QList<Statement> versionRowStatements(const Graph::Step &step, const Dialects::VersionTableSql &sql)
{
    QList<Statement> statements;
    for (const Graph::RowChange &change : step.rowChanges)
        statements << Statement {.sql = statementText(textOf(change, sql)),
            .operation = Tr::tr("version row"),
            .isVersionRow = true};
    return statements;
}

qsizetype rowsAfter(qsizetype rows, const Graph::Step &step)
{
    for (const Graph::RowChange &change : step.rowChanges) {
        if (change.kind == Kind::Insert)
            ++rows;
        else if (change.kind == Kind::Delete)
            --rows;
    }
    return rows;
}

} // namespace Migrations::Plan
