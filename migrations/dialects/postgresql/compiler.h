#pragma once

#include "migrations/dialects/postgresql/alter.h"
#include "migrations/dialects/postgresql/columns.h"
#include "migrations/dialects/postgresql/constraints.h"
#include "migrations/dialects/postgresql/enums.h"
#include "migrations/dialects/postgresql/indexes.h"
#include "migrations/dialects/postgresql/tables.h"
#include "migrations/dialects/sqlcompiler.h"

namespace Migrations::Dialects::Postgresql {

class Compiler final : public SqlCompiler
{
public:
    explicit Compiler(const Vocabulary &words);

protected:
    [[nodiscard]] Writers writers() const override { return {m_words, m_alter, m_indexes, m_tables}; }
    [[nodiscard]] bool hasComments() const override { return true; }
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
    Enums m_enums;
};

} // namespace Migrations::Dialects::Postgresql
