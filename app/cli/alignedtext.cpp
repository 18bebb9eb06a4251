#include "app/cli/alignedtext.h"

#include <algorithm>
#include <array>

namespace Cli {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// East_Asian_Width W and F of Unicode, in blocks
constexpr std::array WideRanges {Range {0x1100, 0x115f}, Range {0x2e80, 0x303e}, Range {0x3041, 0x33ff},
    Range {0x3400, 0x4dbf}, Range {0x4e00, 0x9fff}, Range {0xa000, 0xa4cf}, Range {0xa960, 0xa97f},
    Range {0xac00, 0xd7a3}, Range {0xf900, 0xfaff}, Range {0xfe30, 0xfe6f}, Range {0xff00, 0xff60},
    Range {0xffe0, 0xffe6}, Range {0x1f300, 0x1f64f}, Range {0x1f680, 0x1f6ff}, Range {0x1f900, 0x1faff},
    Range {0x20000, 0x3fffd}};

int cells(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
        return 0;
    return std::ranges::any_of(
               WideRanges, [=](const Range &range) { return character >= range.first && character <= range.last; })
        ? 2
        : 1;
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4())
        width += cells(character);
    return width;
}

QStringList alignedLines(const QList<QStringList> &rows)
{
    QList<int> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], displayWidth(row[column]));
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        int start = 0;
        for (qsizetype column = 0; column < row.size(); ++column) {
            line += QString(std::max(0, start - displayWidth(line)), u' ') + row[column];
            start += widths[column] + 2;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        lines << line;
    }
    return lines;
}

} // namespace Cli
