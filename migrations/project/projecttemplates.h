#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Migrations {

/// A kind of project that `init` can make; the files lie in resources/templates/NAME.
struct ProjectTemplate {
    QString name; ///< "generic", "async", "multidb": Alembic's names
    QString synopsis; ///< the first line of its README; Alembic's words, not translated

    /// the content of alembic.ini, env.py, script.py.mako or README
    [[nodiscard]] QByteArray file(const QString &fileName) const;
};

[[nodiscard]] QList<ProjectTemplate> projectTemplates();

/// The script.py.mako of the generic template, for a project that has none.
[[nodiscard]] QString genericRevisionTemplate();

} // namespace Migrations
