#pragma once

#include "ui/widgets/panel.h"

class QModelIndex;
class QTreeView;

namespace Workbench {

class ProjectSettingsTool;

/// The settings as a table of three columns, by group. A double click opens the file that says the
/// value.
class ProjectSettingsPanel final : public Panel
{
    Q_OBJECT

public:
    explicit ProjectSettingsPanel(ProjectSettingsTool &tool, QWidget *parent = nullptr);

private:
    void createView();
    void update();
    void spanColumns(const QModelIndex &parent);

    ProjectSettingsTool &m_tool;
    QTreeView *m_view = nullptr;
};

} // namespace Workbench
