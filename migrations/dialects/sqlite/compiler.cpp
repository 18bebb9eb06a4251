#include "migrations/dialects/sqlite/compiler.h"

namespace Migrations::Dialects::Sqlite {

Compiler::Compiler(const Vocabulary &words)
    : m_words(words)
    , m_constraints(m_words)
    , m_columns(m_words, m_constraints)
    , m_tables(m_words, m_columns, m_constraints)
    , m_indexes(m_words)
    , m_alter(m_words, m_columns, m_constraints)
{
}

void Compiler::createTypes(const Schema::Table &, QStringList &)
{
    // an enum is a VARCHAR here
}

void Compiler::createEnum(const Operations::CreateEnum &, QStringList &)
{
    // SQLAlchemy prints nothing for it
}

void Compiler::dropEnum(const Operations::DropEnum &, QStringList &)
{
    // SQLAlchemy prints nothing for it
}

} // namespace Migrations::Dialects::Sqlite
