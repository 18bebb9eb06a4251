#pragma once

#include "migrations/scripts/createdate.h"

#include <QStringList>

namespace Migrations::Scripts {

/// What a new revision file will say, before there is a text.
struct RevisionDraft {
    QString id;
    QStringList down; ///< empty: a base
    QStringList dependsOn = {}; ///< ids or branch labels
    QStringList branchLabels = {};
    QString message = {}; ///< null: none was given
    CreateDate createDate = {};
};

} // namespace Migrations::Scripts
