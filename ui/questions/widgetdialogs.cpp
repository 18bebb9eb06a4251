#include "ui/questions/widgetdialogs.h"

#include "ui/questions/textdialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Migrations;

namespace Workbench {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Workbench::WidgetDialogs)
};

QMessageBox *messageBox(QWidget *window, QMessageBox::Icon icon, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::NoButton, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return box;
}

QDialog *openText(const TextQuestion &question, QWidget *window, QObject *context,
    std::function<void(std::optional<QString>)> answer)
{
    auto *dialog = new TextDialog(question, window);
    QObject::connect(dialog, &QDialog::finished, context, [dialog, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? std::optional(dialog->value()) : std::nullopt);
    });
    dialog->open();
    return dialog;
}

} // namespace

void WidgetDialogs::tell(const QString &title, const QString &text)
{
    QMessageBox *box = messageBox(m_window, QMessageBox::Information, title, title);
    box->setInformativeText(text);
    box->addButton(Tr::tr("Close"), QMessageBox::AcceptRole);
    box->open();
}

void WidgetDialogs::confirm(const Confirmation &confirmation, QObject *context, std::function<void(bool)> answer)
{
    QMessageBox *box = messageBox(m_window, confirmation.isDangerous ? QMessageBox::Warning : QMessageBox::Question,
        confirmation.title, confirmation.text);
    box->setInformativeText(confirmation.details);
    QPushButton *accept = box->addButton(confirmation.accept, QMessageBox::AcceptRole);
    QPushButton *reject = box->addButton(Tr::tr("Cancel"), QMessageBox::RejectRole);
    box->setEscapeButton(reject);
    if (confirmation.isDangerous)
        accept->setProperty("role", QStringLiteral("danger"));
    box->setDefaultButton(confirmation.isDangerous ? reject : accept);
    QObject::connect(box, &QMessageBox::finished, context,
        [box, accept, answer = std::move(answer)] { answer(box->clickedButton() == accept); });
    box->open();
}

void WidgetDialogs::askText(
    const TextQuestion &question, QObject *context, std::function<void(std::optional<QString>)> answer)
{
    openText(question, m_window, context, std::move(answer));
}

void WidgetDialogs::askForScript(
    const Question &question, QObject *context, std::function<void(std::optional<QString>)> answer)
{
    const QString title = Tr::tr("The revision asks");
    if (question.kind == Question::Kind::Text) {
        const TextQuestion text {
            .title = title, .text = question.text, .value = {}, .placeholder = {}, .accept = Tr::tr("Answer")};
        m_scriptQuestion = openText(text, m_window, context, std::move(answer));
        return;
    }
    QMessageBox *box = messageBox(m_window, QMessageBox::Question, title, question.text.trimmed());
    if (!question.askedAt.file.isEmpty())
        box->setInformativeText(question.askedAt.toString());
    QPushButton *yes = box->addButton(question.yes, QMessageBox::YesRole);
    QPushButton *no = box->addButton(question.no, QMessageBox::NoRole);
    QPushButton *stop = box->addButton(Tr::tr("Cancel the run"), QMessageBox::RejectRole);
    box->setEscapeButton(stop);
    box->setDefaultButton(no);
    QObject::connect(
        box, &QMessageBox::finished, context, [box, yes, no, question, answer = std::move(answer)] {
            if (box->clickedButton() == yes)
                answer(question.yes);
            else
                answer(box->clickedButton() == no ? std::optional(question.no) : std::nullopt);
        });
    m_scriptQuestion = box;
    box->open();
}

void WidgetDialogs::withdrawScriptQuestion()
{
    if (!m_scriptQuestion)
        return;
    m_scriptQuestion->disconnect();
    m_scriptQuestion->close();
}

void WidgetDialogs::chooseFile(const FileQuestion &question, QObject *context, std::function<void(QString)> answer)
{
    auto *dialog = new QFileDialog(m_window, question.title, question.folder, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QDialog::finished, context, [dialog, answer = std::move(answer)](int result) {
        answer(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace Workbench
