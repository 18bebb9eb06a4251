#pragma once

#include "ui/style/theme.h"

#include <QSize>
#include <QStringList>

#include <expected>

namespace Workbench {

/// What was asked for on the command line.
struct Options {
    QString path; ///< of the project; may be empty
    QString url;
    ThemeChoice theme = ThemeChoice::System;
    QString language; ///< empty: the system's
    QString screenshot; ///< a file to put a picture of the window into, instead of showing it
    QString select; ///< a revision
    QSize size;
};

/// Why there are no options: a text for the user, and whether it was asked for (--help, --version)
/// or is an error.
struct OptionsMessage {
    QString text;
    bool isError = true;
};

/// `arguments`: with the program's name in front
[[nodiscard]] std::expected<Options, OptionsMessage> parseOptions(const QStringList &arguments);
/// The value of --lang alone, which is needed before anything is said to the user.
[[nodiscard]] QString languageOf(const QStringList &arguments);

} // namespace Workbench
