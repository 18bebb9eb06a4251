#pragma once

#include <QString>

namespace Workbench {

struct Colors;

/// The application's style sheet in one set of colours. Widgets take part by their class or by the
/// dynamic property `role` ("primary", "quiet", "segment", "head", "chip"…).
[[nodiscard]] QString styleSheet(const Colors &colors);

} // namespace Workbench
