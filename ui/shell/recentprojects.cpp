#include "ui/shell/recentprojects.h"

#include <QSettings>

namespace Workbench {

namespace {

constexpr qsizetype maximum = 9; // as many as Ctrl+1 to Ctrl+9 could reach

QString key()
{
    return QStringLiteral("recentProjects");
}

} // namespace

QStringList RecentProjects::paths() const
{
    return m_settings.value(key()).toStringList();
}

void RecentProjects::add(const QString &path)
{
    QStringList all = paths();
    all.removeAll(path);
    all.prepend(path);
    m_settings.setValue(key(), all.first(std::min(maximum, all.size())));
}

void RecentProjects::clear()
{
    m_settings.remove(key());
}

} // namespace Workbench
