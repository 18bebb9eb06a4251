#include "ui/editor/editorpanel.h"

#include "ui/editor/codeeditor.h"
#include "ui/editor/editortool.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/panelheader.h"

#include <QFileInfo>

namespace Workbench {

EditorPanel::EditorPanel(EditorTool &tool, QWidget *parent)
    : Panel(tr("Revision"), QStringLiteral("editorPanel"), parent), m_tool(tool), m_editor(new CodeEditor(this))
{
    setBody(m_editor);
    header()->addAction(m_tool.copyPathAction());
    header()->addAction(m_tool.openExternallyAction());
    connect(&m_tool, &EditorTool::changed, this, &EditorPanel::update);
    connect(&m_tool, &EditorTool::lineRequested, m_editor, &CodeEditor::showLine);
    update();
}

void EditorPanel::update()
{
    if (m_tool.hasRevision()) {
        header()->setTitle(QFileInfo(m_tool.revision().path).fileName());
        header()->setNote(QFileInfo(m_tool.displayPath()).path());
        if (const std::optional<Migrations::Error> &problem = m_tool.problem()) {
            showEmptyState().show(QStringLiteral("source"), problem->message, problem->nextStep);
            return;
        }
        m_editor->setCode(m_tool.source(), m_tool.revision().language);
        showBody();
        return;
    }
    header()->setTitle(title());
    header()->setNote({});
    if (m_tool.hasProject()) {
        showEmptyState().show(
            QStringLiteral("source"), tr("No revision selected"), tr("Select a revision of the timeline to read it."));
    } else {
        showEmptyState().show(QStringLiteral("source"), tr("No project open"), {});
    }
}

} // namespace Workbench
