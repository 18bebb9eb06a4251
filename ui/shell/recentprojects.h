#pragma once

#include <QStringList>

class QSettings;

namespace Workbench {

/// The projects that were opened before, the last one first, in the user's settings.
class RecentProjects final
{
public:
    /// `settings` is not owned and must live longer
    explicit RecentProjects(QSettings &settings) : m_settings(settings) {}

    [[nodiscard]] QStringList paths() const;
    void add(const QString &path);
    void clear();

private:
    QSettings &m_settings;
};

} // namespace Workbench
