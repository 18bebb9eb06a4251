#pragma once

#include "migrations/base/error.h"
#include "migrations/python/syntaxtree.h"

#include <unordered_map>

namespace Migrations::Python {

/// The text of a script's bytes: UTF-8, or what its first two lines declare ("coding: latin-1"),
/// without a byte order mark and with `\n` between lines, as Python reads it. Errors: Syntax, with
/// the line, for bytes that do not fit and for an encoding that is not known.
[[nodiscard]] Result<QString> sourceText(const QByteArray &bytes, const QString &file);

/// Reads Python text into a syntax tree with tree-sitter's grammar. Nothing is evaluated. `file` is
/// for messages. Errors: Syntax, with line, column and excerpt, for text that is not Python.
/// Constructs that are Python but that Stillroom does not read are UnsupportedSyntax nodes.
[[nodiscard]] Result<std::shared_ptr<const Module>> parse(const QByteArray &bytes, const QString &file);

/// The same for a module of ours: no node of its tree has a position.
[[nodiscard]] Result<std::shared_ptr<const Module>> parseLibrary(const QByteArray &bytes, const QString &file);

/// What the top level of a script says about itself, read without building its tree.
struct ModuleHeader {
    QString docstring;
    /// plain and annotated assignments of the names asked for, the last one of each
    std::unordered_map<QString, ExpressionPtr> assignments;
};

/// Reads the docstring and the top-level assignments of `names`; functions are not looked into,
/// and a syntax error inside one is not an error here.
[[nodiscard]] Result<ModuleHeader> parseHeader(
    const QByteArray &bytes, const QString &file, const QSet<QString> &names);

} // namespace Migrations::Python
