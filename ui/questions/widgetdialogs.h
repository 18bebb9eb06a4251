#pragma once

#include "ui/questions/dialogs.h"

#include <QPointer>
#include <QWidget>

namespace Workbench {

/// The questions as dialogs on a window. They are opened, never run: the window below stays alive.
class WidgetDialogs final : public Dialogs
{
public:
    /// The window that the dialogs belong to; not owned.
    void setWindow(QWidget *window) { m_window = window; }

    void tell(const QString &title, const QString &text) override;
    void confirm(const Confirmation &confirmation, QObject *context, std::function<void(bool)> answer) override;
    void askText(
        const TextQuestion &question, QObject *context, std::function<void(std::optional<QString>)> answer) override;
    void askForScript(const Migrations::Question &question, QObject *context,
        std::function<void(std::optional<QString>)> answer) override;
    void chooseFile(const FileQuestion &question, QObject *context, std::function<void(QString)> answer) override;
    void withdrawScriptQuestion() override;

private:
    QPointer<QWidget> m_window;
    QPointer<QWidget> m_scriptQuestion;
};

} // namespace Workbench
