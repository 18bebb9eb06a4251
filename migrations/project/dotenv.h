#pragma once

#include "migrations/base/error.h"

#include <QList>

#include <functional>
#include <optional>

namespace Migrations {

/// The variables of a .env file by the grammar of python-dotenv: `export`, keys and values in quotes,
/// escapes, comments, values over several lines, `${NAME}` and `${NAME:-default}`. A value.
///
/// `lookup` is asked for the variables of the process, which come before those of the file, as
/// load_dotenv() has it. What is not understood is skipped, as there, and is a problem with its line.
/// Source of the rules: documentation and behaviour of python-dotenv 1.2, of which the older ones take
/// a comment that stands in place of a value for the value.
struct DotEnv {
    struct Entry {
        QString name;
        std::optional<QString> value; ///< none: a name without "=", which says nothing
        SourceLocation at;
    };
    using Lookup = std::function<std::optional<QString>(const QString &name)>;

    QList<Entry> entries; ///< in the order of the file; of the same name the last one counts
    QList<Error> problems;

    [[nodiscard]] const Entry *entry(const QString &name) const;

    /// `path` is only for messages
    [[nodiscard]] static DotEnv parse(const QString &text, const QString &path, const Lookup &lookup);
};

} // namespace Migrations
