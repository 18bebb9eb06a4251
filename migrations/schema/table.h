#pragma once

#include "migrations/schema/expression.h"
#include "migrations/schema/type.h"

#include <variant>

namespace Migrations::Schema {

/// The name of a constraint or index. None: the database or a naming convention chooses.
/// `isFinal`: op.f("…"), a naming convention does not touch it.
struct Name {
    QString text;
    bool isFinal = false;

    [[nodiscard]] bool isNone() const { return text.isEmpty(); }
    friend bool operator==(const Name &, const Name &) = default;
};

/// When a constraint is checked. Unset: not written.
struct Deferrability {
    std::optional<bool> deferrable;
    QString initially; ///< "DEFERRED", "IMMEDIATE" or empty

    friend bool operator==(const Deferrability &, const Deferrability &) = default;
};

/// What only one dialect knows, by SQLAlchemy's keyword ("postgresql_using", "sqlite_where"). A
/// value is an expression; lists and dictionaries are of Kind::List and Kind::Dict. Which keywords
/// a dialect reads where (all others are for another dialect and mean nothing to it):
/// - table: postgresql_{inherits,partition_by,using,with,with_oids,on_commit,tablespace},
///   sqlite_{autoincrement,with_rowid,strict}
/// - index: postgresql_{using,ops,with,where,concurrently,include,tablespace,nulls_not_distinct}, sqlite_where
/// - constraint: postgresql_{include,nulls_not_distinct,not_valid}, sqlite_on_conflict
/// - column: sqlite_on_conflict_{not_null,primary_key,unique}
using DialectOptions = QMap<QString, Expression>;

struct PrimaryKey {
    Name name;
    QStringList columns;
    Deferrability deferrability = {};
    DialectOptions options = {};
    friend bool operator==(const PrimaryKey &, const PrimaryKey &) = default;
};

struct UniqueConstraint {
    Name name;
    QStringList columns;
    Deferrability deferrability = {};
    DialectOptions options = {};
    friend bool operator==(const UniqueConstraint &, const UniqueConstraint &) = default;
};

struct ForeignKey {
    Name name;
    QStringList columns;
    QString referredTable;
    QString referredSchema = {};
    QStringList referredColumns = {};
    QString onDelete = {};
    QString onUpdate = {};
    QString match = {};
    Deferrability deferrability = {};
    DialectOptions options = {};
    bool useAlter = false;
    friend bool operator==(const ForeignKey &, const ForeignKey &) = default;
};

struct CheckConstraint {
    Name name;
    Expression condition;
    Deferrability deferrability = {};
    DialectOptions options = {};
    friend bool operator==(const CheckConstraint &, const CheckConstraint &) = default;
};

/// One `expression WITH operator` of an exclusion constraint.
struct ExcludeElement {
    Expression expression; ///< Kind::Column for a plain column
    QString comparison; ///< "&&", "="…
    QString operatorClass = {};
    friend bool operator==(const ExcludeElement &, const ExcludeElement &) = default;
};

/// EXCLUDE (PostgreSQL only).
struct ExcludeConstraint {
    Name name;
    QList<ExcludeElement> elements;
    QString method = QStringLiteral("gist"); ///< USING
    std::optional<Expression> where = {};
    Deferrability deferrability = {};
    friend bool operator==(const ExcludeConstraint &, const ExcludeConstraint &) = default;
};

using Constraint = std::variant<PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExcludeConstraint>;

/// How a column takes part in its table's auto-increment (SQLAlchemy's `autoincrement`).
enum class Autoincrement { Auto, Yes, No, IgnoreForeignKey };

struct Identity {
    bool always = false;
    /// by SQLAlchemy's keyword: start, increment, minvalue, maxvalue, nominvalue, nomaxvalue, cycle, cache;
    /// a bool is "true" or "false". What was not given is not here.
    QMap<QString, QString> options = {};
    friend bool operator==(const Identity &, const Identity &) = default;
};

struct Computed {
    Expression expression;
    std::optional<bool> persisted = {};
    friend bool operator==(const Computed &, const Computed &) = default;
};

/// A column as a script declares it or as a database has it.
struct Column {
    QString name;
    Type type;
    std::optional<bool> nullable = {}; ///< unset: SQLAlchemy's rule (NOT NULL for keys and identity)
    bool primaryKey = false;
    bool unique = false;
    bool index = false;
    Autoincrement autoincrement = Autoincrement::Auto;
    bool hasClientDefault = false; ///< `default=` or a Sequence: no DDL, but it disables SERIAL
    /// the client's default and what it sets with each UPDATE: SQL, a Value that is a constant, or Null
    /// for a function of the script
    std::optional<Expression> clientDefault = {};
    std::optional<Expression> clientOnUpdate = {};
    bool hasFetchedDefault = false; ///< FetchedValue(): no DDL, but a server default all the same
    bool isSystem = false; ///< system=True: not part of CREATE TABLE
    std::optional<Expression> serverDefault = {};
    std::optional<Identity> identity = {};
    std::optional<Computed> computed = {};
    QString comment = {};
    QList<ForeignKey> foreignKeys = {}; ///< declared on the column
    QList<CheckConstraint> checks = {};
    bool forceQuote = false;
    DialectOptions options = {};

    /// a client's default that is the same for every row
    [[nodiscard]] bool hasConstantDefault() const;
    friend bool operator==(const Column &, const Column &) = default;
};

/// One entry of an index: a column or an expression, with its order.
struct IndexPart {
    Expression expression; ///< Kind::Column for a plain column
    QString order = {}; ///< "DESC", "ASC", "NULLS LAST"… as it is written, or empty
    QString key = {}; ///< the label of an expression, by which postgresql_ops finds it
    friend bool operator==(const IndexPart &, const IndexPart &) = default;
};

struct Index {
    Name name;
    QList<IndexPart> parts;
    bool unique = false;
    DialectOptions options = {};

    [[nodiscard]] QStringList columns() const; ///< the plain columns, expressions as their text
    friend bool operator==(const Index &, const Index &) = default;
};

/// A table. Declared by a script, what its columns imply (`primaryKey`, `unique`, `index`,
/// `foreignKeys`, the CHECK of a type) stands in the columns only, and `constraints` and `indexes`
/// hold what was given beside them, in source order. Inspected or built up by operations, it is
/// normalized: every constraint and index stands in the lists and the columns' flags are false,
/// except `primaryKey`.
struct Table {
    QString name;
    QString schema = {};
    QList<Column> columns = {};
    QList<Constraint> constraints = {};
    QList<Index> indexes = {};
    QString comment = {};
    QStringList prefixes = {};
    DialectOptions options = {};

    [[nodiscard]] const Column *column(const QString &columnName) const;
    friend bool operator==(const Table &, const Table &) = default;
};

/// An enum type of PostgreSQL with its labels in order.
struct EnumType {
    QString name;
    QString schema = {};
    QStringList labels = {};
    friend bool operator==(const EnumType &, const EnumType &) = default;
};

/// What a database contains, as far as it is known. Tables in name order when inspected, in order
/// of creation when built up by operations.
struct Database {
    QList<Table> tables;
    QList<EnumType> enums;

    [[nodiscard]] Table *table(const QString &name, const QString &schema = {});
    [[nodiscard]] const Table *table(const QString &name, const QString &schema = {}) const;
    friend bool operator==(const Database &, const Database &) = default;
};

} // namespace Migrations::Schema
