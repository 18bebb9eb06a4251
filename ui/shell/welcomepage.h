#pragma once

#include <QWidget>

class QListWidget;

namespace Workbench {

class FileTool;

/// The page without a project: open one.
class WelcomePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePage)

public:
    explicit WelcomePage(FileTool &files, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *createCard();
    void showRecent();

    FileTool &m_files;
    QWidget *m_recentTitle = nullptr;
    QListWidget *m_recent = nullptr;
};

} // namespace Workbench
