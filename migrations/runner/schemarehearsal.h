#pragma once

#include "migrations/plan/rehearsal.h"
#include "migrations/runner/carriedobjects.h"

#include <memory>

namespace Migrations::Runner {

/// A copy of a SQLite database's schema in memory, without rows, on which tables are made anew by the
/// very TableRebuilder of a run. Made when somebody asks for the first time; until then the
/// statements are only noted. The connection, which it reads from, outlives it; same thread.
class SchemaRehearsal final : public Plan::Rehearsal
{
public:
    explicit SchemaRehearsal(Database::Connection &connection);
    ~SchemaRehearsal() override;

    void beginStep() override { m_carried.beginStep(); }
    [[nodiscard]] QStringList follow(const QString &sql) override;
    [[nodiscard]] Result<QStringList> recreate(
        const Operations::TableRecreation::Steps &steps, Dialects::Compiler &compiler) override;
    [[nodiscard]] Result<Schema::Database> schema() override;
    [[nodiscard]] Result<void> finishStep() override;

private:
    [[nodiscard]] Result<void> open();

    Database::Connection &m_connection;
    std::unique_ptr<Database::Connection> m_copy;
    QStringList m_noted; ///< before there was a copy
    CarriedObjects m_carried;
};

} // namespace Migrations::Runner
