#include "ui/shell/recentmenu.h"

#include "ui/shell/filetool.h"

#include <QDir>

namespace Workbench {

RecentMenu::RecentMenu(FileTool &files, QWidget *parent) : QMenu(tr("Open R&ecent"), parent), m_files(files)
{
    setObjectName(QStringLiteral("recentMenu"));
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::fill);
}

void RecentMenu::fill()
{
    clear();
    const QStringList paths = m_files.recent();
    for (const QString &path : paths) {
        QString text = QDir::toNativeSeparators(path);
        const QAction *action = addAction(text.replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, &m_files, [this, path] { m_files.open(path); });
    }
    if (paths.isEmpty()) {
        addAction(tr("No recent projects"))->setEnabled(false);
        return;
    }
    addSeparator();
    const QAction *clearList = addAction(tr("&Clear List"));
    connect(clearList, &QAction::triggered, &m_files, &FileTool::clearRecent);
}

} // namespace Workbench
