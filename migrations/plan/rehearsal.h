#pragma once

#include "migrations/dialects/dialect.h"
#include "migrations/operations/tablerecreation.h"

namespace Migrations::Plan {

/// Somewhere the statements of a preview are tried on a copy of the database's schema, so that it can
/// say what a run would send where that depends on what is stored: a table of SQLite that is made
/// anew. Told of every statement in the order of the plan. One plan, one object.
class Rehearsal
{
public:
    virtual ~Rehearsal() = default;

    virtual void beginStep() = 0;
    /// The plan has this statement; what a run would send before it on its own account.
    [[nodiscard]] virtual QStringList follow(const QString &sql) = 0;
    /// What a run would send to make the table anew; its errors are the run's.
    [[nodiscard]] virtual Result<QStringList> recreate(
        const Operations::TableRecreation::Steps &steps, Dialects::Compiler &compiler) = 0;
    /// the schema as the statements up to here have left it, text that nobody else understands included
    [[nodiscard]] virtual Result<Schema::Database> schema() = 0;
    /// what a run would say before its COMMIT
    [[nodiscard]] virtual Result<void> finishStep() = 0;
};

} // namespace Migrations::Plan
