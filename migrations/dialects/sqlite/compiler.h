#pragma once

#include "migrations/dialects/sqlcompiler.h"
#include "migrations/dialects/sqlite/alter.h"
#include "migrations/dialects/sqlite/columns.h"
#include "migrations/dialects/sqlite/constraints.h"
#include "migrations/dialects/sqlite/indexes.h"
#include "migrations/dialects/sqlite/tables.h"

namespace Migrations::Dialects::Sqlite {

class Compiler final : public SqlCompiler
{
public:
    explicit Compiler(const Vocabulary &words);

protected:
    [[nodiscard]] Writers writers() const override { return {m_words, m_alter, m_indexes, m_tables}; }
    [[nodiscard]] bool hasComments() const override { return false; }
    void createTypes(const Schema::Table &table, QStringList &statements) override;
    void createEnum(const Operations::CreateEnum &operation, QStringList &statements) override;
    void dropEnum(const Operations::DropEnum &operation, QStringList &statements) override;

private:
    const Vocabulary m_words;
    const Constraints m_constraints;
    const Columns m_columns;
    const Tables m_tables;
    const Indexes m_indexes;
    const Alter m_alter;
};

} // namespace Migrations::Dialects::Sqlite
