#include "migrations/runner/schemarehearsal.h"

#include "migrations/database/connection.h"
#include "migrations/inspection/inspector.h"
#include "migrations/runner/tablerebuilder.h"

namespace Migrations::Runner {

using namespace Qt::StringLiterals;

SchemaRehearsal::SchemaRehearsal(Database::Connection &connection)
    : m_connection(connection)
{
}

SchemaRehearsal::~SchemaRehearsal() = default;

// What fails here is not needed (shadow tables, modules that nobody has), or fails in a run as well.
Result<void> SchemaRehearsal::open()
{
    if (m_copy)
        return {};
    const Result<Database::Rows> stored = m_connection.execute(
        u"SELECT sql FROM main.sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
        "ORDER BY type <> 'table', type <> 'view', rowid"_s);
    if (!stored)
        return failure(stored.error());
    Result<std::unique_ptr<Database::Connection>> copy
        = Database::DatabaseUrl::parse(u"sqlite://"_s).and_then([](const Database::DatabaseUrl &url) {
              return Database::Connection::open(url);
          });
    if (!copy)
        return failure(copy.error());
    m_copy = std::move(*copy);
    for (const QVariantList &row : stored->rows)
        static_cast<void>(m_copy->execute(row.constFirst().toString()));
    for (const QString &sql : std::exchange(m_noted, {}))
        static_cast<void>(m_copy->execute(sql));
    return {};
}

QStringList SchemaRehearsal::follow(const QString &sql)
{
    if (!m_copy) {
        m_noted << sql;
        return {};
    }
    QStringList before;
    if (const QString drop = m_carried.before(sql); !drop.isEmpty())
        before << drop;
    for (const QString &each : before + QStringList {sql})
        static_cast<void>(m_copy->execute(each));
    return before;
}

Result<QStringList> SchemaRehearsal::recreate(
    const Operations::TableRecreation::Steps &steps, Dialects::Compiler &compiler)
{
    if (const Result<void> opened = open(); !opened)
        return failure(opened.error());
    QStringList sent;
    FixedAnswers answers(FixedAnswers::Answer::Yes);
    TableRebuilder rebuilder(*m_copy, compiler, answers, m_carried, [&](const QString &sql) {
        sent << sql;
        return m_copy->execute(sql).transform([](const Database::Rows &) {});
    });
    return rebuilder.run(steps).transform([&] { return sent; });
}

Result<Schema::Database> SchemaRehearsal::schema()
{
    return open().and_then([this] { return Inspection::inspect(*m_copy); });
}

Result<void> SchemaRehearsal::finishStep()
{
    return m_copy ? m_carried.finishStep(*m_copy) : Result<void>();
}

} // namespace Migrations::Runner
