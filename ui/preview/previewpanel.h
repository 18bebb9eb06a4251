#pragma once

#include "ui/widgets/panel.h"

namespace Workbench {

class Banner;
class PreviewTool;
class SqlView;

/// The SQL of the preview with a chooser for its direction.
class PreviewPanel final : public Panel
{
    Q_OBJECT

public:
    explicit PreviewPanel(PreviewTool &tool, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *createBody();
    void update();
    void showNothing();
    void showWarnings();

    PreviewTool &m_tool;
    QWidget *m_warnings = nullptr; ///< a banner for each
    QWidget *m_errorRow = nullptr; ///< m_error with room around it
    Banner *m_error = nullptr;
    SqlView *m_view = nullptr;
};

} // namespace Workbench
