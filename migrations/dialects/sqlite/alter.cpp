#include "migrations/dialects/sqlite/alter.h"

#include "migrations/dialects/refusal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Migrations::Dialects::Sqlite {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

Refusal noAlterOfConstraints()
{
    return Refusal::compile(u"No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode "
                            "feature which allows for SQLite migrations using a copy-and-move strategy."_s,
        Tr::tr("Put the change into op.batch_alter_table(), which rebuilds the table."), u"NotImplementedError"_s);
}

} // namespace

void Alter::alterColumn(const Operations::AlterColumn &operation, QStringList &statements) const
{
    if (operation.nullable)
        statements << nullability(operation);
    if (operation.serverDefault || operation.identity || operation.involvesComputed) {
        refuseComputed(operation);
        if (touchesIdentity(operation)) {
            throw Refusal::compile(u"Adding, removing or modifying an \"identity\" construct, e.g. GENERATED AS "
                                   "IDENTITY, to or from an existing column is not supported in this dialect."_s);
        }
        statements << plainDefault(operation);
    }
    if (operation.type)
        statements << type(operation);
    if (operation.comment) {
        throw Refusal::unknownElement(u"Compiler <sqlalchemy.dialects.sqlite.base.SQLiteDDLCompiler> can't render "
                                      "element of type <class 'alembic.ddl.base.ColumnComment'>: <class "
                                      "'alembic.ddl.base.ColumnComment'> construct has no default compilation "
                                      "handler."_s);
    }
    if (!operation.newName.isEmpty()) {
        statements << table(operation.table, operation.schema) + u"RENAME COLUMN "_s
                + m_words.identifiers.quoted(operation.column) + u" TO "_s
                + m_words.identifiers.quoted(operation.newName);
    }
}

QString Alter::addConstraint(const Schema::Constraint &, const TableFacts &) const
{
    throw noAlterOfConstraints();
}

QString Alter::dropConstraint(const Operations::DropConstraint &operation) const
{
    // Alembic makes the constraint first, and its naming convention may have something to say
    static_cast<void>(m_words.naming.dropped(operation.name, operation.kind, operation.table, operation.schema));
    throw noAlterOfConstraints();
}

QStringList Alter::impliedConstraint(const Schema::Constraint &constraint, const TableFacts &) const
{
    if (std::holds_alternative<Schema::CheckConstraint>(constraint))
        return {};
    throw noAlterOfConstraints();
}

} // namespace Migrations::Dialects::Sqlite
