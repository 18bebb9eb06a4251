#pragma once

#include "migrations/operations/operation.h"
#include "migrations/schema/statement.h"

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

/// What the text is for. SQLAlchemy's PostgreSQL compiler doubles backslashes in literals as long as
/// no connection has told it otherwise (reference §3.0), which is wrong on any server of today: the
/// text that is printed keeps that, the text that is sent does not.
enum class Target { Offline, Live };

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

/// A family of databases. Immutable; the two instances live as long as the program. Thread safe.
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
    /// a string literal as SQLAlchemy writes it for that target
    [[nodiscard]] virtual QString literal(const QString &text, Target target) const = 0;
    /// a value of a row (see Operations::InsertRows) as a literal of the column's type; a type without
    /// name and text is one that was not said, which decides by the value
    [[nodiscard]] virtual Result<QString> literal(
        const QVariant &value, const Schema::Type &type, Target target = Target::Offline) const = 0;
    /// an expression with its literals
    [[nodiscard]] virtual Result<QString> expression(
        const Schema::Expression &expression, Target target = Target::Offline) const = 0;
    /// a statement on data with its literals
    [[nodiscard]] virtual Result<QString> statement(
        const Schema::Query &query, Target target = Target::Offline) const = 0;
    [[nodiscard]] virtual Result<QString> statement(
        const Schema::Change &change, Target target = Target::Offline) const = 0;
    /// a type as a column definition has it; refused with SQLAlchemy's text where the dialect has no such type
    [[nodiscard]] virtual Result<QString> typeText(const Schema::Type &type) const = 0;
    /// the CHECK that a column's type asks for on this dialect (Boolean, Enum); its name is as the type says
    [[nodiscard]] virtual std::optional<Schema::CheckConstraint> typeCheck(const Schema::Column &column) const = 0;
    /// whether Alembic copies a value without a CAST when its column gets another type
    [[nodiscard]] virtual bool isCopiedAsItIs(const Schema::Type &from, const Schema::Type &to) const = 0;
    /// A table as SQLAlchemy's reflection shows it to Alembic, which knows less than the database does.
    /// `table` is as inspected, or as operations of a script made it; names are final in what is given.
    /// Unsupported where the dialect has no such thing here, or where it cannot be known.
    [[nodiscard]] virtual Result<Schema::Table> reflected(const Schema::Table &table) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Compiler> compiler(
        const NamingConvention &convention = {}, Target target = Target::Offline) const = 0;
    /// nullptr for a name that is neither
    [[nodiscard]] static const Dialect *byName(const QString &name);
    [[nodiscard]] static const Dialect &postgresql();
    [[nodiscard]] static const Dialect &sqlite();
};

} // namespace Migrations::Dialects
