#pragma once

#include "migrations/base/error.h"

#include <QHash>
#include <QStringList>

#include <functional>

namespace Migrations::Scripts {

enum class Language { Python, Sql };

/// A revision file's header. The rest of the file is not kept: a project of thousands of revisions
/// needs the bodies of few of them, which readSource() and readText() read when they are needed.
struct Revision {
    QString id;
    QStringList down; ///< down_revision; empty: a base
    QStringList dependsOn;
    QStringList branchLabels;
    QString doc; ///< the docstring up to its first blank line
    QString longDoc; ///< the whole docstring
    QString createDate; ///< as it is written after "Create Date:", or empty
    QString path;
    Language language = Language::Python;
    bool isEvaluated = false; ///< a name of its header is no literal
    bool namesCompiler = false; ///< of SQLAlchemy: it may change the SQL of every revision
};

/// What the top level of a script gives to a name of the header, where that is no literal. Called from
/// several threads.
using EvaluateHeader = std::function<Result<QStringList>(const QByteArray &source, const QString &path, const QString &name)>;

/// What a folder of revisions holds: what could be read, and what could not with the reason.
struct ScriptDirectory {
    QList<Revision> revisions; ///< in Alembic's file order; grows by add()
    QList<Error> problems;
    QHash<QString, qsizetype> numbers; ///< of the revisions by id; of duplicates the last, as in Alembic

    void add(Revision revision);
    /// lives as long as the directory is not added to
    [[nodiscard]] const Revision *revision(const QString &id) const;
};

/// Reads the header of every revision file of the folders, in order, on several threads where there
/// are many; the result does not depend on how many. A file or folder that cannot be read is a problem
/// in the result, in the same order; only a folder that is not there is an error (NotFound). Blocks
/// until everything is read. See readRevision() for what is checked.
[[nodiscard]] Result<ScriptDirectory> readScriptDirectory(
    const QStringList &versionLocations, const EvaluateHeader &evaluate = {});

} // namespace Migrations::Scripts
