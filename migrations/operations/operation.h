#pragma once

#include "migrations/base/error.h"
#include "migrations/schema/table.h"

#include <QVariant>

namespace Migrations::Operations {

// What a step does, as data: one small struct for each directive of alembic.op. `table` and
// `schema` name the table; an empty schema is the default one. Members are what SQLAlchemy's
// objects hold, before any dialect has looked at them.

struct CreateTable {
    Schema::Table table; ///< as declared: what columns imply is left to the compiler
    bool ifNotExists = false;
    friend bool operator==(const CreateTable &, const CreateTable &) = default;
};

struct DropTable {
    QString table;
    QString schema = {};
    bool ifExists = false;
    friend bool operator==(const DropTable &, const DropTable &) = default;
};

struct RenameTable {
    QString table;
    QString newName;
    QString schema = {};
    friend bool operator==(const RenameTable &, const RenameTable &) = default;
};

struct CommentTable {
    QString table;
    QString schema = {};
    std::optional<QString> comment; ///< unset: drop it
    friend bool operator==(const CommentTable &, const CommentTable &) = default;
};

struct AddColumn {
    QString table;
    Schema::Column column;
    QString schema = {};
    bool ifNotExists = false;
    bool inlineReferences = false; ///< REFERENCES in the column instead of a statement of its own
    bool inlinePrimaryKey = false;
    friend bool operator==(const AddColumn &, const AddColumn &) = default;
};

struct DropColumn {
    QString table;
    QString column;
    QString schema = {};
    bool ifExists = false;
    std::optional<Schema::Type> existingType = {}; ///< told to a table that is made anew
    friend bool operator==(const DropColumn &, const DropColumn &) = default;
};

/// ALTER COLUMN; an unset member is not changed. The outer optional of `serverDefault` and
/// `comment` says whether it changes, the inner one is empty for "drop it". `existing…` is what the
/// script says is there, in the same way: `server_default=None, existing_server_default=Identity()`
/// is serverDefault = {std::nullopt} with existingIdentity.
struct AlterColumn {
    QString table;
    QString column;
    QString schema = {};
    std::optional<bool> nullable = {};
    std::optional<Schema::Type> type = {};
    std::optional<std::optional<Schema::Expression>> serverDefault = {};
    std::optional<Schema::Identity> identity = {};
    std::optional<std::optional<QString>> comment = {};
    std::optional<bool> autoincrement = {}; ///< told to a table that is made anew; no dialect alters it
    QString newName = {};
    QString postgresqlUsing = {};
    std::optional<Schema::Type> existingType = {};
    std::optional<bool> existingNullable = {};
    std::optional<std::optional<Schema::Expression>> existingServerDefault = {};
    std::optional<Schema::Identity> existingIdentity = {};
    bool involvesComputed = false; ///< the new or the existing default is a Computed(), which no dialect can alter
    friend bool operator==(const AlterColumn &, const AlterColumn &) = default;
};

struct CreateIndex {
    QString table;
    Schema::Index index;
    QString schema = {};
    bool ifNotExists = false;
    friend bool operator==(const CreateIndex &, const CreateIndex &) = default;
};

struct DropIndex {
    Schema::Name name;
    QString table = {}; ///< may be empty, as in Alembic
    QString schema = {};
    bool ifExists = false;
    Schema::DialectOptions options = {};
    friend bool operator==(const DropIndex &, const DropIndex &) = default;
};

struct AddConstraint {
    QString table;
    Schema::Constraint constraint;
    QString schema = {};
    friend bool operator==(const AddConstraint &, const AddConstraint &) = default;
};

struct DropConstraint {
    Schema::Name name;
    QString table;
    QString schema = {};
    QString kind = {}; ///< "foreignkey", "primary", "unique", "check" or empty: not said
    bool ifExists = false;
    friend bool operator==(const DropConstraint &, const DropConstraint &) = default;
};

/// op.execute(): one block of SQL text, already through text()'s parameter rules.
struct ExecuteSql {
    QString sql;
    friend bool operator==(const ExecuteSql &, const ExecuteSql &) = default;
};

/// bulk_insert(): rows for a table whose columns say how a value is written. A row holds only the
/// columns that it names. A value is a null QVariant (NULL), bool, qlonglong, double, QString,
/// QByteArray, QDate, QTime, QDateTime, QUuid, a QVariantList or QVariantMap (JSON), or a
/// Schema::Expression: Kind::Number for a Decimal and integers beyond 64 bits, Kind::String for a
/// moment with microseconds ("2020-01-02 03:04:05.123456"), any other for SQL.
struct InsertRows {
    Schema::Table table;
    QList<QMap<QString, QVariant>> rows;
    friend bool operator==(const InsertRows &, const InsertRows &) = default;
};

/// A column of CopyRows: what goes into it.
struct CopiedColumn {
    QString name; ///< in the target
    Schema::Expression value; ///< of the source
    QString label = {}; ///< the source's column, which names a value that is not one; empty: a constant
    friend bool operator==(const CopiedColumn &, const CopiedColumn &) = default;
};

/// INSERT INTO target (…) SELECT … FROM source: the rows of a table that is made anew.
struct CopyRows {
    QString target;
    QString source;
    QString schema = {};
    QList<CopiedColumn> columns = {};
    friend bool operator==(const CopyRows &, const CopyRows &) = default;
};

/// Enum(…).create(bind) and .drop(bind)
struct CreateEnum {
    Schema::EnumType type;
    bool checkFirst = true;
    friend bool operator==(const CreateEnum &, const CreateEnum &) = default;
};

struct DropEnum {
    QString name;
    QString schema = {};
    bool checkFirst = true;
    friend bool operator==(const DropEnum &, const DropEnum &) = default;
};

/// op.execute(sa.schema.CreateSequence(…)) and DropSequence
struct CreateSequence {
    QString name;
    QString schema = {};
    bool ifNotExists = false;
    QMap<QString, QString> options = {}; ///< as Schema::Identity::options
    std::optional<Schema::Type> type = {}; ///< AS (PostgreSQL only)
    friend bool operator==(const CreateSequence &, const CreateSequence &) = default;
};

struct DropSequence {
    QString name;
    QString schema = {};
    bool ifExists = false;
    friend bool operator==(const DropSequence &, const DropSequence &) = default;
};

/// op.execute(sa.schema.CreateSchema(…)) and DropSchema
struct CreateSchema {
    QString name;
    bool ifNotExists = false;
    friend bool operator==(const CreateSchema &, const CreateSchema &) = default;
};

struct DropSchema {
    QString name;
    bool cascade = false;
    bool ifExists = false;
    friend bool operator==(const DropSchema &, const DropSchema &) = default;
};

using Operation = std::variant<CreateTable, DropTable, RenameTable, CommentTable, AddColumn, DropColumn, AlterColumn,
    CreateIndex, DropIndex, AddConstraint, DropConstraint, ExecuteSql, InsertRows, CreateEnum, DropEnum, CreateSequence,
    DropSequence, CreateSchema, DropSchema, CopyRows>;

/// One line for people: "create table account", "drop index ix_a on account".
[[nodiscard]] QString describe(const Operation &operation);

/// Changes `database` as the operation would. SQL text (ExecuteSql) and rows change nothing that is
/// known here. Fails with the reason a database would give (a table that already exists, a column
/// that does not).
[[nodiscard]] Result<void> apply(Schema::Database &database, const Operation &operation);

} // namespace Migrations::Operations
