#pragma once

#include "migrations/dialects/vocabulary.h"
#include "migrations/operations/operation.h"

namespace Migrations::Dialects {

/// Writes CREATE INDEX and DROP INDEX (reference §3.6).
class Indexes
{
public:
    explicit Indexes(const Vocabulary &words)
        : m_words(words)
    {
    }
    virtual ~Indexes() = default;
    Q_DISABLE_COPY_MOVE(Indexes)

    /// both throw a Refusal
    [[nodiscard]] virtual QString create(const Operations::CreateIndex &operation) const = 0;
    [[nodiscard]] virtual QString drop(const Operations::DropIndex &operation) const = 0;

protected:
    [[nodiscard]] QString name(const Operations::CreateIndex &operation) const;
    [[nodiscard]] QString name(const Operations::DropIndex &operation) const; ///< with its schema
    [[nodiscard]] QString beginning(const Operations::CreateIndex &operation) const; ///< "CREATE UNIQUE INDEX "
    [[nodiscard]] QString part(const Schema::IndexPart &part) const;
    [[nodiscard]] QString where(const Schema::DialectOptions &options, const QString &key) const;

    const Vocabulary &m_words;
};

} // namespace Migrations::Dialects
