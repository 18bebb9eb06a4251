#pragma once

#include "migrations/dialects/alter.h"
#include "migrations/dialects/indexes.h"
#include "migrations/dialects/tables.h"

namespace Migrations::Dialects {

/// The part of a compiler that the dialects share: which statements an operation becomes and in
/// which order. The writers of the dialect are given by the subclass, which owns them.
class SqlCompiler : public Compiler
{
public:
    [[nodiscard]] Rendered compile(const Operations::Operation &operation) override;

protected:
    struct Writers {
        const Vocabulary &words;
        const Alter &alter;
        const Indexes &indexes;
        const Tables &tables;
    };

    [[nodiscard]] virtual Writers writers() const = 0;
    [[nodiscard]] virtual bool hasComments() const = 0;
    /// statements that must come before CREATE TABLE, such as CREATE TYPE
    virtual void createTypes(const Schema::Table &table, QStringList &statements) = 0;
    virtual void createEnum(const Operations::CreateEnum &operation, QStringList &statements) = 0;
    virtual void dropEnum(const Operations::DropEnum &operation, QStringList &statements) = 0;

private:
    friend struct OperationWriter;
    void createTable(const Operations::CreateTable &operation, QStringList &statements);
    void addColumn(const Operations::AddColumn &operation, QStringList &statements);
    void addConstraint(const Operations::AddConstraint &operation, QStringList &statements) const;
    [[nodiscard]] QString copyRows(const Operations::CopyRows &operation) const;
    void insertRows(const Operations::InsertRows &operation, QStringList &statements) const;
    [[nodiscard]] QString sequenceType(const Operations::CreateSequence &operation) const;
    [[nodiscard]] QString comment(const QString &object, const std::optional<QString> &text) const;
};

} // namespace Migrations::Dialects
