#pragma once

#include "migrations/base/error.h"
#include "ui/style/icons.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Workbench {

/// A failure, or a warning, beside what it concerns: what happened, what to do next, and the rest on request.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(QWidget *parent = nullptr);

    void showError(const Migrations::Error &error);
    /// something to know before going on
    void showWarning(const Migrations::Error &warning);
    /// a button of the banner; not owned
    void addAction(QAction *action);
    /// whether the user may put it away
    void setClosable(bool closable);

signals:
    /// the user wants to see the line of the script
    void sourceRequested(const Migrations::SourceLocation &at);

private:
    void createLayout();
    void showText(const Migrations::Error &error);
    void setTone(const QString &tone, IconTone iconTone);
    void showDetails(bool visible);

    Migrations::Error m_error;
    QLabel *m_icon = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_nextStep = nullptr;
    QLabel *m_details = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_source = nullptr;
    QPushButton *m_copy = nullptr;
    QToolButton *m_close = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace Workbench
