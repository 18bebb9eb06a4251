#pragma once

#include <QByteArray>

#include <optional>

namespace Migrations::Scripts {

/// The bytes of a script as UTF-8 with `\n` between lines and without a byte order mark; shared with
/// what is given, where nothing had to change. nullopt: it is not UTF-8, or perhaps declared to be
/// something else, or has a null byte, so that Python::sourceText() has to decide.
[[nodiscard]] std::optional<QByteArray> plainText(const QByteArray &bytes);

} // namespace Migrations::Scripts
