#pragma once

#include "migrations/base/error.h"
#include "migrations/base/questions.h"

#include <QObject>

#include <functional>
#include <optional>

namespace Workbench {

struct Confirmation {
    QString title;
    QString text;
    QString details; ///< shown below in a list, one thing a line
    QString accept; ///< the text of the button that goes on
    bool isDangerous = false; ///< Enter does not go on
};

struct TextQuestion {
    QString title;
    QString text;
    QString value; ///< to begin with
    QString placeholder;
    QString accept;
};

struct FileQuestion {
    QString title;
    QString folder;
    QString filter;
};

/// Everything that the window asks in a dialog. Asynchronous: the answer comes later, in the
/// window's thread, and not at all when `context` is gone by then.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    virtual void tell(const QString &title, const QString &text) = 0;
    virtual void confirm(const Confirmation &confirmation, QObject *context, std::function<void(bool)> answer) = 0;
    /// no value: the user gave up
    virtual void askText(
        const TextQuestion &question, QObject *context, std::function<void(std::optional<QString>)> answer)
        = 0;
    /// A question of a script. No value: the user gave up.
    virtual void askForScript(
        const Migrations::Question &question, QObject *context, std::function<void(std::optional<QString>)> answer)
        = 0;
    /// an existing file; empty: the user gave up
    virtual void chooseFile(const FileQuestion &question, QObject *context, std::function<void(QString)> answer) = 0;
    /// Closes what askForScript() opened, without an answer.
    virtual void withdrawScriptQuestion() = 0;
};

} // namespace Workbench
