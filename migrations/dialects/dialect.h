#pragma once

#include "migrations/operations/operation.h"

#include <memory>

namespace Migrations::Dialects {

/// What an operation became: its statements, and the refusal when the dialect could not go on.
/// Alembic emits what comes before a refusal (SQLite's ADD COLUMN before the foreign key that it
/// cannot add), so statements may be there beside an error.
struct Rendered {
    QStringList statements; ///< no terminator; tabs as SQLAlchemy writes them ("\n\t")
    std::optional<Error> refusal = {};
};

/// Which naming convention unnamed constraints get: SQLAlchemy's keys (ix, uq, ck, fk, pk) to
/// templates. Alembic's own default is ix only.
using NamingConvention = QMap<QString, QString>;

/// Writes operations as SQL in the words of SQLAlchemy's compilers, byte for byte.
///
/// One compiler lives for one run: like Alembic's `impl.memo` it remembers which enum types were
/// already created in the run. Not thread safe; make one per thread.
class Compiler
{
public:
    virtual ~Compiler() = default;
    [[nodiscard]] virtual Rendered compile(const Operations::Operation &operation) = 0;
};

/// A family of databases. Immutable; the two instances live as long as the program.
class Dialect
{
public:
    virtual ~Dialect() = default;

    /// SQLAlchemy's name: "postgresql" or "sqlite"
    [[nodiscard]] virtual QString name() const = 0;
    /// DDL is wrapped in BEGIN/COMMIT by Alembic (PostgreSQL only)
    [[nodiscard]] virtual bool hasTransactionalDdl() const = 0;
    /// quoted where SQLAlchemy quotes: reserved words, upper case, odd characters
    [[nodiscard]] virtual QString quoted(const QString &identifier) const = 0;
    /// a string literal
    [[nodiscard]] virtual QString literal(const QString &text) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Compiler> compiler(const NamingConvention &convention = {}) const = 0;
    /// nullptr for a name that is neither
    [[nodiscard]] static const Dialect *byName(const QString &name);
    [[nodiscard]] static const Dialect &postgresql();
    [[nodiscard]] static const Dialect &sqlite();
};

} // namespace Migrations::Dialects
