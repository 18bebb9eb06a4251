#pragma once

#include "ui/widgets/panel.h"

class QLineEdit;
class QListView;

namespace Workbench {

class TimelineDelegate;
class TimelineTool;

/// The timeline as a list with a graph, and a filter above it.
class TimelinePanel final : public Panel
{
    Q_OBJECT

public:
    explicit TimelinePanel(TimelineTool &tool, QWidget *parent = nullptr);

    /// puts the cursor into the filter
    void focusFilter();

private:
    [[nodiscard]] QWidget *createBody();
    void update();
    void showSelection();

    TimelineTool &m_tool;
    QLineEdit *m_filter = nullptr;
    QListView *m_view = nullptr;
    TimelineDelegate *m_delegate = nullptr;
};

} // namespace Workbench
