#include "ui/widgets/filteredit.h"

#include "ui/style/icons.h"

#include <QAction>
#include <QShortcut>

namespace Workbench {

QLineEdit *newFilterEdit(const QString &placeholder, const QString &objectName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(objectName);
    edit->setProperty("role", QStringLiteral("filter"));
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(placeholder);
    edit->setClearButtonEnabled(true);
    QAction *glass = edit->addAction(icon(QStringLiteral("filter"), IconTone::Dim), QLineEdit::LeadingPosition);
    glass->setText(placeholder);
    auto *escape = new QShortcut(Qt::Key_Escape, edit, edit, &QLineEdit::clear, Qt::WidgetShortcut);
    escape->setObjectName(objectName + QStringLiteral("Clear"));
    return edit;
}

} // namespace Workbench
