#pragma once

#include "migrations/operations/operation.h"

namespace Migrations::Alembic {

/// `@compiles(element, "dialect")` of sqlalchemy.ext.compiler in a revision file: SQL of the script's own
/// in place of SQLAlchemy's. It counts for every revision of the project, because Alembic imports all
/// files before it runs one.
struct CompilerHook {
    QString element; ///< the class as it is written: "sa.ForeignKeyConstraint"
    QStringList dialects; ///< empty: all
    SourceLocation at;

    friend bool operator==(const CompilerHook &, const CompilerHook &) = default;
};

/// Those of a file, from its text alone.
[[nodiscard]] QList<CompilerHook> compilerHooks(const QByteArray &source, const QString &path);

/// Whether the SQL of an operation may be another one for a hook; what an element is part of is known for
/// foreign keys, any other may be in everything but plain SQL.
[[nodiscard]] bool concerns(const CompilerHook &hook, const Operations::Operation &operation, const QString &dialect);

} // namespace Migrations::Alembic
