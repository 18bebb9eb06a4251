#pragma once

#include "migrations/base/error.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QToolButton;

namespace Workbench {

class Banner;
class RunTool;

/// The strip that is there while something runs, and afterwards says how it ended.
class RunPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunPanel)

public:
    explicit RunPanel(RunTool &tool, QWidget *parent = nullptr);

signals:
    void sourceRequested(const Migrations::SourceLocation &at);

private:
    [[nodiscard]] QWidget *createStrip();
    void update();
    void showProgress();
    void showReport();

    RunTool &m_tool;
    QFrame *m_strip = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_detail = nullptr;
    QLabel *m_elapsed = nullptr;
    QProgressBar *m_bar = nullptr;
    QToolButton *m_cancel = nullptr;
    QToolButton *m_close = nullptr;
    Banner *m_error = nullptr;
    bool m_errorShown = false;
};

} // namespace Workbench
