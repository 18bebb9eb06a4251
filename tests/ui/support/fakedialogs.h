#pragma once

#include "ui/questions/dialogs.h"

#include <QPointer>
#include <QStringList>

/// Dialogs that never open: they remember what was asked and give the answers that a test laid out.
class FakeDialogs final : public Workbench::Dialogs
{
public:
    // answers
    bool confirmation = true;
    std::optional<QString> text;
    std::optional<QString> scriptAnswer = QStringLiteral("yes");
    bool scriptIsAnswered = true; ///< false: the question stays open
    QString file;

    // what was asked
    QStringList told;
    QList<Workbench::Confirmation> confirmations;
    QList<Workbench::TextQuestion> textQuestions;
    QStringList scriptQuestions;
    int withdrawn = 0;

    void tell(const QString &title, const QString &words) override { told << QString(title + u'\n' + words); }

    void confirm(const Workbench::Confirmation &question, QObject *context, std::function<void(bool)> answer) override
    {
        confirmations << question;
        later(context, [answer = std::move(answer), value = confirmation] { answer(value); });
    }

    void askText(const Workbench::TextQuestion &question, QObject *context,
        std::function<void(std::optional<QString>)> answer) override
    {
        textQuestions << question;
        later(context, [answer = std::move(answer), value = text] { answer(value); });
    }

    void askForScript(const Migrations::Question &question, QObject *context,
        std::function<void(std::optional<QString>)> answer) override
    {
        scriptQuestions << question.text;
        if (scriptIsAnswered)
            later(context, [answer = std::move(answer), value = scriptAnswer] { answer(value); });
    }

    void chooseFile(const Workbench::FileQuestion &, QObject *context, std::function<void(QString)> answer) override
    {
        later(context, [answer = std::move(answer), value = file] { answer(value); });
    }

    void withdrawScriptQuestion() override { ++withdrawn; }

private:
    template<class Function>
    static void later(QObject *context, Function function)
    {
        QMetaObject::invokeMethod(context, std::move(function), Qt::QueuedConnection);
    }
};
