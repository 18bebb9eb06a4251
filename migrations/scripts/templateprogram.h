#pragma once

#include "migrations/base/error.h"

#include <QList>

namespace Migrations::Scripts {

/// A Mako template as the Python program that writes it, which is how Mako itself works. Of the
/// language it reads what revision templates are made of: text, `${…}` with the filters n, str, trim
/// and names such as comma, `%` control lines, `##` and `<%doc>` comments, `<% %>` and `<%! %>` blocks,
/// `<%text>`, and line ends taken away by a backslash. Source of the rules: Mako's documentation, "Syntax".
struct TemplateProgram {
    QString python; ///< the names of `module` are bound; __write__() takes the text
    QList<int> lines; ///< for each line of `python` the template's line

    /// Errors: Unsupported for a tag (`<%def>`, `<%include>`…) or filter that it does not know, Syntax
    /// for an expression, block or control line without its end; at the line of the template. `path`
    /// is for messages.
    [[nodiscard]] static Result<TemplateProgram> compile(
        const QString &text, const QString &path, const QString &module);
};

} // namespace Migrations::Scripts
