#pragma once

#include "migrations/scripts/revisiondraft.h"

#include <QMap>

namespace Migrations::Scripts {

/// The text of a new `.py` revision: what a project's script.py.mako makes of it. The template is
/// read and evaluated in a closed world (TemplateWorld), so it can do no more than write text.
/// `options` are those of the configuration's section, for `config.get_main_option()`; `path` is for
/// messages.
///
/// Errors: those of TemplateProgram, and Script, Syntax, Unsupported or Budget for what an expression of
/// the template does; at the line of the template.
[[nodiscard]] Result<QString> revisionFromTemplate(
    const QString &text, const QString &path, const RevisionDraft &draft, const QMap<QString, QString> &options = {});

/// The text of a new `.sql` revision: its header and two empty sections.
[[nodiscard]] QString sqlRevision(const RevisionDraft &draft);

} // namespace Migrations::Scripts
