#pragma once

#include <QIcon>

namespace Workbench {

/// What a drawing is coloured with.
enum class IconTone { Normal, Dim, OnAccent, Accent, Success, Warning, Error, Info, Pending };

/// One of our own drawings (resources/icons/<name>.svg) in the colours of the theme of the moment:
/// the icon follows a change of the palette, and is faint when its action is disabled.
[[nodiscard]] QIcon icon(const QString &name, IconTone tone = IconTone::Normal);

/// The program's own, in its own colours.
[[nodiscard]] QIcon programIcon();

} // namespace Workbench
