#pragma once

#include "ui/questions/dialogs.h"

#include <QDialog>

class QLineEdit;

namespace Workbench {

/// Asks for one line of text. Deletes itself when it is closed.
class TextDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextDialog)

public:
    explicit TextDialog(const TextQuestion &question, QWidget *parent = nullptr);

    [[nodiscard]] QString value() const;

private:
    QLineEdit *m_edit = nullptr;
};

} // namespace Workbench
