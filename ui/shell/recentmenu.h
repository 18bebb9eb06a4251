#pragma once

#include <QMenu>

namespace Workbench {

class FileTool;

/// The projects that were opened before, read when the menu opens.
class RecentMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentMenu)

public:
    explicit RecentMenu(FileTool &files, QWidget *parent = nullptr);

private:
    void fill();

    FileTool &m_files;
};

} // namespace Workbench
