#pragma once

#include "migrations/base/error.h"

#include <QList>

namespace Migrations {

/// A value of a TOML file and where it is written; a whole file is a table. Plain, so that nothing
/// else knows the library that parses. Source of the rules: TOML 1.0.
struct TomlValue {
    enum class Kind { Text, Integer, Boolean, List, Table, Other };

    Kind kind = Kind::Table;
    QString text = {}; ///< of a text, number or truth value ("true", "false")
    SourceLocation at = {}; ///< of the key, where there is one
    QList<TomlValue> items = {}; ///< of a list
    QList<std::pair<QString, TomlValue>> members = {}; ///< of a table, by name

    /// the member of a table; null: there is none, or this is no table
    [[nodiscard]] const TomlValue *member(const QString &name) const;

    /// Errors: NotFound, Io, and those of parse().
    [[nodiscard]] static Result<TomlValue> read(const QString &path);
    /// `path` is only for messages. Errors: Syntax, with line and column.
    [[nodiscard]] static Result<TomlValue> parse(const QByteArray &bytes, const QString &path);
};

} // namespace Migrations
