#pragma once

#include <QColor>

class QPalette;

namespace Workbench {

/// The colours of code, for the editor and the SQL view.
struct CodeColors {
    QColor text;
    QColor keyword;
    QColor string;
    QColor number;
    QColor comment;
    QColor function;
    QColor type;
    QColor lineNumber;
    QColor currentLine;
};

/// Every colour of the window, by meaning. Two sets exist, light and dark.
struct Colors {
    // surfaces, from the back to the front
    QColor window;
    QColor panel;
    QColor raised;
    QColor code;
    QColor border;
    QColor hover;
    QColor selection;
    // text
    QColor text;
    QColor textDim;
    QColor textFaint;
    // what the eye should find first
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    // states of a revision
    QColor applied;
    QColor current;
    QColor pending;
    QColor missing;
    // outcomes, and their backgrounds
    QColor success;
    QColor warning;
    QColor error;
    QColor errorSoft;
    QColor warningSoft;
    QColor info;
    CodeColors syntax;
};

[[nodiscard]] const Colors &lightColors();
[[nodiscard]] const Colors &darkColors();
/// The set that belongs to a palette: a widget asks with its own palette when it paints, and so
/// follows a change of the theme without being told.
[[nodiscard]] const Colors &colorsFor(const QPalette &palette);
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace Workbench
