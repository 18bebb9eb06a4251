#include "migrations/dialects/postgresql/compiler.h"

namespace Migrations::Dialects::Postgresql {

Compiler::Compiler(const Vocabulary &words)
    : m_words(words)
    , m_constraints(m_words)
    , m_columns(m_words, m_constraints)
    , m_tables(m_words, m_columns, m_constraints)
    , m_indexes(m_words)
    , m_alter(m_words, m_columns, m_constraints)
    , m_enums(m_words)
{
}

void Compiler::createTypes(const Schema::Table &table, QStringList &statements)
{
    m_enums.create(table, statements);
}

void Compiler::createEnum(const Operations::CreateEnum &operation, QStringList &statements)
{
    m_enums.create(operation.type, statements);
}

void Compiler::dropEnum(const Operations::DropEnum &operation, QStringList &statements)
{
    m_enums.drop(operation.name, operation.schema, statements);
}

} // namespace Migrations::Dialects::Postgresql
