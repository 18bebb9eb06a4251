#include "migrations/runner/tablerebuilder.h"

#include "migrations/database/connection.h"
#include "migrations/runner/foreignkeyguard.h"

#include <QCoreApplication>

#include <algorithm>

namespace Migrations::Runner {

using namespace Qt::StringLiterals;
using Dialects::Sqlite::RebuildStatement;
using Dialects::Sqlite::StoredObject;
using Dialects::Sqlite::StoredObjects;
using Dialects::Sqlite::TableRebuild;
using Kind = RebuildStatement::Kind;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const Dialects::Dialect &dialect()
{
    return Dialects::Dialect::sqlite();
}

/// Everything from here to end(), or nothing when it goes before.
class Savepoint final
{
public:
    explicit Savepoint(Database::Connection &connection) : m_connection(connection) {}
    ~Savepoint()
    {
        if (!m_isOpen)
            return;
        static_cast<void>(m_connection.execute(u"ROLLBACK TO stillroom_rebuild"_s));
        static_cast<void>(m_connection.execute(u"RELEASE stillroom_rebuild"_s));
    }
    Q_DISABLE_COPY_MOVE(Savepoint)

    Result<void> begin()
    {
        return m_connection.execute(u"SAVEPOINT stillroom_rebuild"_s).transform([this](const auto &) { m_isOpen = true; });
    }
    Result<void> end()
    {
        return m_connection.execute(u"RELEASE stillroom_rebuild"_s).transform([this](const auto &) { m_isOpen = false; });
    }

private:
    Database::Connection &m_connection;
    bool m_isOpen = false;
};

/// PRAGMA legacy_alter_table as it was, however the rebuild ends: no rollback does it
class LegacyAlterTable final
{
public:
    explicit LegacyAlterTable(Database::Connection &connection) : m_connection(connection)
    {
        const Result<Database::Rows> rows = connection.execute(u"PRAGMA legacy_alter_table"_s);
        m_wasOn = rows && !rows->rows.isEmpty() && rows->rows.constFirst().constFirst().toInt() != 0;
        set(false);
    }
    ~LegacyAlterTable() { set(m_wasOn); }
    Q_DISABLE_COPY_MOVE(LegacyAlterTable)

private:
    void set(bool on)
    {
        static_cast<void>(m_connection.execute(u"PRAGMA legacy_alter_table = %1"_s.arg(on ? u"ON"_s : u"OFF"_s)));
    }

    Database::Connection &m_connection;
    bool m_wasOn = false;
};

} // namespace

Result<void> TableRebuilder::run(const Operations::TableRecreation::Steps &steps)
{
    m_table = steps.drop.table;
    m_newTable = steps.create.table.name;
    if (!steps.drop.schema.isEmpty() && steps.drop.schema != u"main")
        return failure(ErrorCode::Unsupported,
            u"batch_alter_table(schema=\"%1\") that makes a table of an attached database anew"_s.arg(steps.drop.schema));
    ForeignKeyGuard keys(m_connection); // in an autocommit block there is no transaction yet
    Savepoint savepoint(m_connection);
    const LegacyAlterTable legacy(m_connection);
    return (m_connection.inTransaction() ? Result<void>() : keys.turnOff())
        .and_then([&] { return checkForeignKeysAreOff(); })
        .and_then([&] { return savepoint.begin(); })
        .and_then([&] { return removeLeftover(); })
        .and_then([&] { return rebuild(steps); })
        .and_then([&] { return savepoint.end(); });
}

Result<void> TableRebuilder::rebuild(const Operations::TableRecreation::Steps &steps)
{
    Result<StoredObjects> objects = stored();
    if (!objects)
        return failure(objects.error());
    m_dependents = Dependents::working(m_connection, *objects);
    const Result<ForeignKeyViolations> violations = ForeignKeyViolations::read(m_connection, m_table);
    if (!violations)
        return failure(violations.error());
    TableRebuild plan(steps, *objects, dialect(), m_compiler);
    for (const Statement &rename : plan.renames()) {
        if (const Result<void> sent = send(rename); !sent)
            return sent;
    }
    objects = stored();
    if (!objects)
        return failure(objects.error());
    const Result<QList<Statement>> statements = plan.statements(*objects);
    if (!statements)
        return failure(statements.error());
    for (const Statement &statement : *statements) {
        if (const Result<void> sent = send(statement); !sent)
            return sent;
    }
    for (const QString &check : plan.leftOut()) {
        m_warnings << Error {.code = ErrorCode::Conflict,
            .message = Tr::tr("%1 of %2 went with its column.").arg(check, m_table),
            .nextStep = Tr::tr("Add one for the columns that are left, if it is wanted.")};
    }
    m_carried.uses(m_dependents, m_table);
    // the script may put right until its step ends what a new key finds
    return ForeignKeyViolations::read(m_connection, m_table).transform([&](const ForeignKeyViolations &now) {
        if (!now.noneSince(*violations))
            m_carried.lostParents(m_table, *violations);
    });
}

Result<void> TableRebuilder::checkForeignKeysAreOff()
{
    const Result<std::optional<bool>> on = ForeignKeyGuard::areOn(m_connection);
    if (!on)
        return failure(on.error());
    if (!on->value_or(false))
        return {};
    return failure({.code = ErrorCode::Refused,
        .message = Tr::tr("Foreign keys are on, and to make %1 anew would delete rows of the tables that refer to it.")
                       .arg(m_table),
        .detail = Tr::tr("Inside a transaction they cannot be turned off."),
        .nextStep = Tr::tr("Write op.batch_alter_table() in the revision itself, so that it is known before the "
                           "transaction begins, or run this on a connection with foreign keys off.")});
}

Result<QString> TableRebuilder::leftoverQuestion()
{
    const QString count = u"SELECT count(*) FROM %1"_s;
    const QString oldName = dialect().quoted(m_table);
    const QString newName = dialect().quoted(m_newTable);
    const Result<qint64> left = number(count.arg(newName));
    const Result<qint64> there = number(count.arg(oldName));
    const Result<Database::Rows> common = m_connection.execute(
        u"SELECT a.name FROM pragma_table_info(:new) a JOIN pragma_table_info(:old) b ON a.name = b.name"_s,
        {{u"new"_s, m_newTable}, {u"old"_s, m_table}});
    if (!left || !there || !common)
        return failure(!left ? left.error() : !there ? there.error() : common.error());
    QStringList columns;
    for (const QVariantList &column : common->rows)
        columns << dialect().quoted(column.constFirst().toString());
    QString compared;
    if (!columns.isEmpty()) {
        const QString list = columns.join(u", "_s);
        const Result<qint64> only = number(
            u"SELECT count(*) FROM (SELECT %1 FROM %2 EXCEPT SELECT %1 FROM %3)"_s.arg(list, newName, oldName));
        if (!only)
            return failure(only.error());
        compared = *only == 0 ? Tr::tr("%1 has all of these rows.").arg(m_table)
                              : Tr::tr("%n of these row(s) are not in %1.", nullptr, int(*only)).arg(m_table);
    }
    return Tr::tr("The table %1 is left over: an earlier run of Alembic failed while it made %3 anew. Rows in it: %2, "
                  "in %3 itself: %4. %5 Remove %1? (yes/no): ")
        .arg(m_newTable, QString::number(*left), m_table, QString::number(*there), compared);
}

Result<void> TableRebuilder::removeLeftover()
{
    const Result<Database::Rows> found = m_connection.execute(
        u"SELECT type FROM main.sqlite_master WHERE name = :name COLLATE NOCASE"_s, {{u"name"_s, m_newTable}});
    if (!found)
        return failure(found.error());
    if (found->rows.isEmpty() || found->rows.constFirst().constFirst() != u"table"_s)
        return {}; // what else has the name, CREATE TABLE says
    const Result<QString> text = leftoverQuestion();
    if (!text)
        return failure(text.error());
    const Result<QString> answer = m_questions.ask(
        {.kind = Question::Kind::Confirmation, .text = *text, .yes = u"yes"_s, .no = u"no"_s});
    if (!answer)
        return failure(answer.error());
    if (*answer == u"yes")
        return m_send(u"DROP TABLE "_s + dialect().quoted(m_newTable));
    return failure({.code = ErrorCode::Refused,
        .message = Tr::tr("The table %1 is in the way: an earlier run of Alembic has left it.").arg(m_newTable),
        .nextStep = Tr::tr("Save its rows if they are needed, then drop it: DROP TABLE %1").arg(m_newTable)});
}

Result<void> TableRebuilder::send(const Statement &statement)
{
    if (statement.kind == Kind::Trigger)
        return createTrigger(statement);
    const Result<qint64> before = statement.kind == Kind::Copy
        ? number(u"SELECT count(*) FROM "_s + dialect().quoted(m_table)) : Result<qint64>(0);
    if (!before)
        return failure(before.error());
    if (const Result<void> sent = m_send(statement.sql); !sent)
        return sent;
    if (statement.kind == Kind::Index && !statement.name.isEmpty())
        m_carried.carry(u"index"_s, statement.name);
    if (statement.kind != Kind::Copy)
        return {};
    return number(u"SELECT count(*) FROM "_s + dialect().quoted(m_newTable)).and_then([&](qint64 after) {
        if (after == *before)
            return Result<void>();
        return Result<void>(failure(ErrorCode::Conflict,
            Tr::tr("Rows of %1: %2, of its copy: %3.")
                .arg(m_table, QString::number(*before), QString::number(after)),
            Tr::tr("A conflict clause of the new table leaves rows out or replaces them: correct these rows first.")));
    });
}

// SQLite takes a trigger whose columns are gone; it is the next INSERT that fails
Result<void> TableRebuilder::createTrigger(const Statement &statement)
{
    if (const Result<void> sent = m_send(statement.sql); !sent)
        return sent;
    const StoredObject trigger {
        .type = u"trigger"_s, .name = statement.name, .table = m_table, .sql = statement.sql};
    const std::optional<Dependents::Broken> broken = m_dependents.broken(m_connection, trigger);
    if (!broken) {
        m_carried.carry(u"trigger"_s, statement.name);
        return {};
    }
    m_carried.missing(statement.name,
        {.code = ErrorCode::Conflict,
            .message = Tr::tr("The trigger %1 of %2 cannot be kept: %3").arg(statement.name, m_table, broken->reason),
            .statement = statement.sql,
            .nextStep = Tr::tr("Drop it in the script before, with op.execute(\"DROP TRIGGER %1\"), and make it "
                               "again as it shall be.")
                            .arg(statement.name)});
    return m_send(u"DROP TRIGGER "_s + dialect().quoted(statement.name));
}

Result<StoredObjects> TableRebuilder::stored()
{
    return m_connection.execute(u"SELECT type, name, tbl_name, sql FROM main.sqlite_master ORDER BY rowid"_s)
        .transform([](const Database::Rows &rows) {
            QList<StoredObject> objects;
            for (const QVariantList &row : rows.rows)
                objects << StoredObject {row[0].toString(), row[1].toString(), row[2].toString(), row[3].toString()};
            return StoredObjects(objects);
        });
}

Result<qint64> TableRebuilder::number(const QString &query)
{
    return m_connection.execute(query).transform(
        [](const Database::Rows &rows) { return rows.rows.value(0).value(0).toLongLong(); });
}

} // namespace Migrations::Runner
