#include "ui/style/colors.h"

#include <QPalette>

namespace Workbench {

const Colors &lightColors()
{
    static const Colors colors {
        .window = QColor(0xf3f4f6),
        .panel = QColor(0xffffff),
        .raised = QColor(0xffffff),
        .code = QColor(0xfdfdfe),
        .border = QColor(0xdfe2e8),
        .hover = QColor(0xf0f2f5),
        .selection = QColor(0xd9ecea),
        .text = QColor(0x1b222d),
        .textDim = QColor(0x566070),
        .textFaint = QColor(0x767f8e),
        .accent = QColor(0x0f766e),
        .accentHover = QColor(0x0d655e),
        .onAccent = QColor(0xffffff),
        .applied = QColor(0x4f9d93),
        .current = QColor(0x0f766e),
        .pending = QColor(0x5b5fc7),
        .missing = QColor(0xc4323c),
        .success = QColor(0x1a7f4b),
        .warning = QColor(0x9a5b00),
        .error = QColor(0xb9242f),
        .errorSoft = QColor(0xfdecec),
        .warningSoft = QColor(0xfdf3e1),
        .info = QColor(0x2563a8),
        .syntax = {
            .text = QColor(0x1b222d),
            .keyword = QColor(0x7a2fa0),
            .string = QColor(0x1a6b3c),
            .number = QColor(0xa0480a),
            .comment = QColor(0x6b7482),
            .function = QColor(0x1f5fa8),
            .type = QColor(0x0f6a73),
            .lineNumber = QColor(0x8b94a3),
            .currentLine = QColor(0xeef5f4),
        },
    };
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors {
        .window = QColor(0x14171b),
        .panel = QColor(0x1b1f25),
        .raised = QColor(0x23282f),
        .code = QColor(0x181b20),
        .border = QColor(0x2e343d),
        .hover = QColor(0x232830),
        .selection = QColor(0x1f403d),
        .text = QColor(0xe3e7ed),
        .textDim = QColor(0xa2abb9),
        .textFaint = QColor(0x818b9b),
        .accent = QColor(0x2fb3a3),
        .accentHover = QColor(0x45c5b6),
        .onAccent = QColor(0x06201d),
        .applied = QColor(0x2f8f84),
        .current = QColor(0x37c2b2),
        .pending = QColor(0x9a9cf6),
        .missing = QColor(0xf0686f),
        .success = QColor(0x52c388),
        .warning = QColor(0xe2ac55),
        .error = QColor(0xf27b81),
        .errorSoft = QColor(0x3a2023),
        .warningSoft = QColor(0x352a17),
        .info = QColor(0x7db4ee),
        .syntax = {
            .text = QColor(0xdde2ea),
            .keyword = QColor(0xc99bf0),
            .string = QColor(0x8fcf9f),
            .number = QColor(0xe9a878),
            .comment = QColor(0x8590a0),
            .function = QColor(0x7db4ee),
            .type = QColor(0x6fc9c4),
            .lineNumber = QColor(0x69727f),
            .currentLine = QColor(0x20272c),
        },
    };
    return colors;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

const Colors &colorsFor(const QPalette &palette)
{
    return isDark(palette) ? darkColors() : lightColors();
}

} // namespace Workbench
