#pragma once

#include "migrations/dialects/statementwriter.h"

namespace Migrations::Dialects::Sqlite {

/// Statements on data in the words of SQLAlchemy's compiler for SQLite.
class StatementWriter final : public Dialects::StatementWriter
{
public:
    using Dialects::StatementWriter::StatementWriter;

private:
    [[nodiscard]] bool hasBooleans() const override { return false; }
    [[nodiscard]] bool tuplesAreValues() const override { return true; }
    [[nodiscard]] bool returnsKeys() const override { return false; }
    [[nodiscard]] bool castsParameters() const override { return false; }
    [[nodiscard]] Columns returningColumns() const override { return Columns::Bare; }
    [[nodiscard]] QString special(const Expression &operation) override;
    [[nodiscard]] QString specialFunction(const Expression &call) override;
    [[nodiscard]] QString emptySet(const Expression &operation) override;
    [[nodiscard]] QString extract(const Expression &expression) override;
    [[nodiscard]] QString array(const Expression &expression) override;
    [[nodiscard]] QString limits(const Schema::Query &query) override;
    [[nodiscard]] QString distinct(const Schema::Query &query) override;
    [[nodiscard]] QString lock(const Schema::RowLock &lock) override;
    [[nodiscard]] QString deleteUsing(const QString &tables) const override;
    [[nodiscard]] QString conflictTarget(const Schema::ConflictClause &clause) const override;
    [[nodiscard]] QString jsonIndex(const Expression &index) const override;
};

} // namespace Migrations::Dialects::Sqlite
