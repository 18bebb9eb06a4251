#pragma once

#include "app/cli/command.h"
#include "migrations/graph/step.h"

namespace Migrations {
class Migrator;
}

namespace Cli {

/// `upgrade` and `downgrade`: applies or rolls back revisions, or prints their SQL.
class RunCommand final : public Command
{
public:
    explicit RunCommand(Migrations::Graph::Direction direction) : m_direction(direction) {}

    [[nodiscard]] Description description() const override;
    [[nodiscard]] ExitCode execute(Context &context) const override;

private:
    [[nodiscard]] ExitCode printSql(Context &context, Migrations::Migrator &migrator, const QString &range) const;
    [[nodiscard]] ExitCode run(Context &context, Migrations::Migrator &migrator, const QString &target) const;

    Migrations::Graph::Direction m_direction;
};

} // namespace Cli
