#pragma once

#include "migrations/base/error.h"
#include "migrations/python/syntaxtree.h"

#include <unordered_map>

namespace Migrations::Python {

/// Reads Python text into a syntax tree with tree-sitter's grammar. Nothing is evaluated. `file` is
/// for messages. Errors: Syntax, with line, column and excerpt, for text that is not Python.
/// Constructs that are Python but that Stillroom does not read are UnsupportedSyntax nodes.
[[nodiscard]] Result<std::shared_ptr<const Module>> parse(const QByteArray &utf8, const QString &file);

/// What the top level of a script says about itself, read without building its tree.
struct ModuleHeader {
    QString docstring;
    /// plain and annotated assignments of the names asked for, the last one of each
    std::unordered_map<QString, ExpressionPtr> assignments;
};

/// Reads the docstring and the top-level assignments of `names`; functions are not looked into,
/// and a syntax error inside one is not an error here.
[[nodiscard]] Result<ModuleHeader> parseHeader(
    const QByteArray &utf8, const QString &file, const QSet<QString> &names);

} // namespace Migrations::Python
