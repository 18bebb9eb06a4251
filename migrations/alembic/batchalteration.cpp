#include "migrations/alembic/batchalteration.h"

#include "migrations/alembic/batchchanges.h"
#include "migrations/dialects/naming.h"
#include "migrations/schema/constraints.h"

#include <QCoreApplication>

namespace Migrations::Alembic {

using namespace Operations;
using namespace Python;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// Alembic's refusal of `--sql` where it would have to look at the table
Error needsConnection(const BatchRequest &request, const QString &dialect, const QString &reason)
{
    return {.code = ErrorCode::NeedsConnection,
        .message = QStringLiteral("This operation cannot proceed in --sql mode; batch mode with dialect %1 requires a "
                                  "live database connection with which to reflect the table \"%2\". To generate a "
                                  "batch SQL migration script using table \"move and copy\", a complete Table object "
                                  "should be passed to the \"copy_from\" argument of the batch_alter_table() method "
                                  "so that table reflection can be skipped.")
                       .arg(dialect, request.table),
        .detail = reason,
        .nextStep = Tr::tr("Connect to the database, then preview or apply from there."),
        .exception = QStringLiteral("CommandError")};
}

// an Alembic that was stopped between DROP and RENAME has left all rows in the new table
Error noSuchTable(const BatchRequest &request, const Schema::Database &database)
{
    const QString temporary = TableRecreation::temporaryName(request.table);
    Error error {.code = ErrorCode::Script,
        .message = request.table,
        .exception = QStringLiteral("NoSuchTableError")};
    if (!database.table(temporary, request.schema))
        return error;
    error.detail = Tr::tr("There is a table %1: an earlier run of Alembic was stopped after it had dropped %2 and "
                          "before it gave the new table its name. The rows are in there.")
                       .arg(temporary, request.table);
    error.nextStep = Tr::tr("Look at it, then give it its name: ALTER TABLE %1 RENAME TO %2").arg(temporary, request.table);
    return error;
}

} // namespace

bool BatchAlteration::needsRecreation(const Operation &operation) const
{
    if (std::holds_alternative<CreateIndex>(operation) || std::holds_alternative<DropIndex>(operation))
        return false;
    const auto *add = std::get_if<AddColumn>(&operation);
    if (!add)
        return true;
    const Schema::Column &column = add->column;
    const bool isExpression
        = column.serverDefault && column.serverDefault->kind != Schema::Expression::Kind::String;
    const bool isStored = column.computed && column.computed->persisted.value_or(false);
    return isExpression || isStored || !Schema::impliedConstraints(column).isEmpty()
        || m_session.host().dialect().typeCheck(column);
}

bool BatchAlteration::isRecreated() const
{
    if (m_request.recreate != BatchRequest::Recreate::Auto)
        return m_request.recreate == BatchRequest::Recreate::Always;
    return m_session.host().dialect().name() == u"sqlite"
        && std::ranges::any_of(
            m_directives, [&](const Directive &each) { return needsRecreation(each.operation); });
}

void BatchAlteration::add(Interpreter &interpreter, const Directive &directive)
{
    if ((!directive.before.isEmpty() || !directive.after.isEmpty()) && !isRecreated()) {
        m_session.raise(interpreter, QStringLiteral("CommandError"),
            QStringLiteral("Can't specify insert_before or insert_after when using ALTER; please specify "
                           "recreate='always'"));
    }
    m_directives << directive;
}

void BatchAlteration::flush(Interpreter &interpreter)
{
    if (isRecreated())
        return recreate(interpreter);
    for (const Directive &directive : std::as_const(m_directives)) {
        interpreter.setPosition(directive.at);
        m_session.perform(interpreter, directive.operation);
    }
}

Schema::Table BatchAlteration::lookedUp(Interpreter &interpreter)
{
    Host &host = m_session.host();
    const Result<Schema::Database> database
        = interpreter.outside([&] { return host.schema(interpreter.location()); });
    const Schema::Table *found = database ? database->table(m_request.table, m_request.schema) : nullptr;
    if (host.isOffline() && !found) {
        m_session.raise(interpreter,
            needsConnection(m_request, host.dialect().name(), database ? QString() : database.error().message));
    }
    if (!database)
        m_session.raise(interpreter, database.error());
    if (!found)
        m_session.raise(interpreter, noSuchTable(m_request, *database));
    Result<Schema::Table> reflected = host.dialect().reflected(*found);
    if (!reflected && host.isOffline())
        m_session.raise(interpreter, needsConnection(m_request, host.dialect().name(), reflected.error().message));
    if (!reflected)
        interpreter.unsupported(reflected.error().message);
    return *reflected;
}

void BatchAlteration::override(Schema::Table &table) const
{
    for (const Schema::Column &column : m_request.overrides.columns) {
        const auto found = std::ranges::find(table.columns, column.name, &Schema::Column::name);
        if (found != table.columns.end())
            *found = column;
        else
            table.columns << column;
    }
    table.constraints << m_request.overrides.constraints;
    table.indexes << m_request.overrides.indexes;
}

void BatchAlteration::nameConstraints(Interpreter &interpreter, Schema::Table &table)
{
    for (Schema::Constraint &constraint : table.constraints) {
        const Schema::Name name = m_session.unwrap(interpreter,
            Dialects::conventionName(*m_request.convention, constraint, table.name, table.schema));
        std::visit([&](auto &each) { each.name = name; }, constraint);
    }
}

Schema::Table BatchAlteration::existing(Interpreter &interpreter)
{
    if (m_request.copyFrom)
        return *m_request.copyFrom;
    Schema::Table table = lookedUp(interpreter);
    override(table);
    if (m_request.convention)
        nameConstraints(interpreter, table);
    return table;
}

void BatchAlteration::recreate(Interpreter &interpreter)
{
    const Position end = interpreter.position();
    const Dialects::Dialect &dialect = m_session.host().dialect();
    TableRecreation table(existing(interpreter), m_request.extras,
        [&dialect](const Schema::Type &from, const Schema::Type &to) { return dialect.isCopiedAsItIs(from, to); });
    const Dialects::NamingConvention convention = m_session.host().settings().convention;
    BatchChanges changes(table, dialect, convention);
    for (const Directive &directive : std::as_const(m_directives)) {
        interpreter.setPosition(directive.at);
        m_session.require(interpreter, changes.apply(directive));
    }
    interpreter.setPosition(end);
    if (!m_request.argumentsClass.isEmpty())
        interpreter.raise(QStringLiteral("TypeError"),
            QStringLiteral("'%1' object is not iterable").arg(m_request.argumentsClass));
    TableRecreation::Steps steps = m_session.unwrap(interpreter, table.steps());
    steps.isDescribed = m_request.copyFrom.has_value();
    for (TableRecreation::NewColumn &column : steps.columns)
        column.hasNewType = column.hasNewType || m_request.overrides.column(column.source);
    if (!m_session.recreate(interpreter, steps))
        send(interpreter, steps);
}

void BatchAlteration::send(Interpreter &interpreter, const TableRecreation::Steps &steps)
{
    if (m_session.host().dialect().name() == u"postgresql") {
        for (const QString &name : steps.sharedNames)
            m_session.perform(interpreter,
                DropConstraint {.name = {.text = name, .isFinal = true},
                    .table = m_request.table,
                    .schema = m_request.schema});
    }
    m_session.perform(interpreter, steps.create);
    try {
        m_session.perform(interpreter, steps.copy);
        m_session.perform(interpreter, steps.drop);
    } catch (const Raised &) {
        const Schema::Table &created = steps.create.table;
        m_session.perform(interpreter, DropTable {.table = created.name, .schema = created.schema});
        throw;
    }
    m_session.perform(interpreter, steps.rename);
    for (const CreateIndex &index : m_session.unwrap(interpreter, steps.indexes))
        m_session.perform(interpreter, index);
}

} // namespace Migrations::Alembic
