#include "ui/questions/textdialog.h"

#include "ui/style/metrics.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Workbench {

TextDialog::TextDialog(const TextQuestion &question, QWidget *parent) : QDialog(parent), m_edit(new QLineEdit(this))
{
    setObjectName(QStringLiteral("textDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.title);
    setMinimumWidth(480);

    auto *text = new QLabel(question.text, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("textDialogEdit"));
    m_edit->setAccessibleName(question.title);
    m_edit->setText(question.value);
    m_edit->setPlaceholderText(question.placeholder);
    m_edit->selectAll();

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *accept = buttons->addButton(question.accept, QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::wide, Metrics::wide, Metrics::wide, Metrics::wide);
    layout->setSpacing(Metrics::margin);
    layout->addWidget(text);
    layout->addWidget(m_edit);
    layout->addWidget(buttons);
}

QString TextDialog::value() const
{
    return m_edit->text();
}

} // namespace Workbench
