#pragma once

#include "migrations/base/error.h"
#include "migrations/scripts/revisiondraft.h"

namespace Migrations::Scripts {

/// Alembic's `file_template` when the configuration has none.
inline constexpr QStringView DefaultFileTemplate = u"%(rev)s_%(slug)s";

/// Twelve random hexadecimal digits, as Alembic makes ids.
[[nodiscard]] QString newRevisionId();

/// Alembic's words for an id with a character that the symbols of revisions use: `@`, `-`, `+`, and
/// since 1.19 `:`. Ours also refuses what no file name and no version table row can hold: an empty id,
/// a path separator, a line end. Errors: BadInput.
[[nodiscard]] Result<void> checkRevisionId(const QString &id);

/// The words of a message in lower case, joined by `_`: at most `maximum` characters, of which a word
/// that does not fit is left out and `_` stands for it (reference §2.1, truncate_slug_length).
[[nodiscard]] QString slugOf(const QString &message, int maximum);

/// The file name that `file_template` makes, with `.py` or another suffix. It may have folders in it
/// (Alembic 1.18). Errors: BadInput for a template that Python's `%` refuses, that names something
/// unknown, or that leads out of the folder.
[[nodiscard]] Result<QString> fileNameOf(
    const QString &fileTemplate, int maximumSlug, const RevisionDraft &draft, const QString &suffix);

} // namespace Migrations::Scripts
