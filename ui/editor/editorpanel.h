#pragma once

#include "ui/widgets/panel.h"

namespace Workbench {

class CodeEditor;
class EditorTool;

/// The source of the revision that is selected.
class EditorPanel final : public Panel
{
    Q_OBJECT

public:
    explicit EditorPanel(EditorTool &tool, QWidget *parent = nullptr);

private:
    void update();

    EditorTool &m_tool;
    CodeEditor *m_editor = nullptr;
};

} // namespace Workbench
