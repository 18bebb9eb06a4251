#pragma once

#include "migrations/base/error.h"

#include <QByteArray>
#include <QStringList>

namespace Migrations::Scripts {

/// A value of a revision file's header that names other revisions.
enum class HeaderField {
    Down, ///< down_revision; `-- revises:`
    DependsOn, ///< depends_on; `-- depends_on:`
    BranchLabels, ///< branch_labels; `-- branch_labels:`
};

/// The file with one value of its header replaced, and every other byte as it was: encoding, byte
/// order mark, line ends, comments, quotes and the shape of the value stay. In a `.py` file it is the
/// literal of the last assignment that counts; one id in place of another is written between the same
/// quotes. `path` decides the language and is for messages.
///
/// What the docstring says ("Revises: …") is text and stays.
///
/// Errors: those of reading the header; Unsupported when a `.py` file does not assign the field, its
/// value is no literal, or the values cannot be written in the file's encoding.
[[nodiscard]] Result<QByteArray> withHeader(
    const QByteArray &bytes, const QString &path, HeaderField field, const QStringList &values);

} // namespace Migrations::Scripts
