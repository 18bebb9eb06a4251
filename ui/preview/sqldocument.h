#pragma once

#include "migrations/plan/preview.h"

namespace Workbench {

/// A line of the SQL view and what it stands for.
struct SqlLine {
    enum class Kind { Revision, Statement, VersionRow, Output, Question, Blank };

    Kind kind = Kind::Blank;
    QString text; ///< SQL, or a SQL comment
    Migrations::SourceLocation at = {}; ///< on the first line of a statement
};

/// A preview as lines of SQL, grouped by revision; what is not SQL is a comment, so that whatever a
/// user copies from the view is a script.
[[nodiscard]] QList<SqlLine> sqlLines(const Migrations::Plan::Preview &preview);

} // namespace Workbench
