#pragma once

#include <QLineEdit>

namespace Workbench {

/// An input that narrows the list below it. Escape empties it.
[[nodiscard]] QLineEdit *newFilterEdit(const QString &placeholder, const QString &objectName, QWidget *parent);

} // namespace Workbench
