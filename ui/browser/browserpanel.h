#pragma once

#include "ui/widgets/panel.h"

#include <QSet>

class QLineEdit;
class QModelIndex;
class QTreeView;

namespace Workbench {

class BrowserTool;
class FactsView;

/// The schema as a tree with a filter above and the facts of the selected thing below.
class BrowserPanel final : public Panel
{
    Q_OBJECT

public:
    explicit BrowserPanel(BrowserTool &tool, QWidget *parent = nullptr);

private:
    void createTree();
    [[nodiscard]] QWidget *createBody();
    void update();
    void showFacts(const QModelIndex &index);
    void restoreExpanded(const QModelIndex &parent);

    BrowserTool &m_tool;
    QLineEdit *m_filter = nullptr;
    QTreeView *m_tree = nullptr;
    FactsView *m_facts = nullptr;
    QSet<QString> m_expanded; ///< paths of what the user opened
};

} // namespace Workbench
