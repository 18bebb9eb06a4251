#pragma once

#include <QFont>

namespace Workbench {

/// The font of the window: the desktop's own where there is one, otherwise (no desktop, as in a
/// picture made without a display) the best of what is installed.
[[nodiscard]] QFont applicationFont();

/// Code, SQL and revision ids: the desktop's fixed font, or a better one of the same size.
[[nodiscard]] QFont monospaceFont();

/// One step smaller, for what is said beside something.
[[nodiscard]] QFont smaller(QFont font);
/// One step heavier.
[[nodiscard]] QFont stronger(QFont font);
/// A heading of an empty page.
[[nodiscard]] QFont heading(QFont font);

} // namespace Workbench
