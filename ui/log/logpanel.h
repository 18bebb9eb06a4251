#pragma once

#include "ui/widgets/panel.h"

class QTreeView;

namespace Workbench {

class LogTool;

/// The log as a list that follows its end until the user scrolls away from it.
class LogPanel final : public Panel
{
    Q_OBJECT

public:
    explicit LogPanel(LogTool &tool, QWidget *parent = nullptr);

private:
    void createView();
    void update();
    [[nodiscard]] bool isAtEnd() const;

    LogTool &m_tool;
    QTreeView *m_view = nullptr;
    bool m_follows = true;
};

} // namespace Workbench
