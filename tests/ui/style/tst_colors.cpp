#include "ui/style/colors.h"

#include "tests/support/testcase.h"
#include "ui/style/stylesheet.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

using namespace Workbench;

class TestColors : public TestCase
{
    Q_OBJECT

private slots:
    void textCanBeReadOnWhatItStandsOn_data();
    void textCanBeReadOnWhatItStandsOn();
    void aPaletteFindsItsColors();
    void theStyleSheetHasNoNameLeftIn();
};

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

// WCAG 2.1, 1.4.3
double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

void addPairs(const char *theme, const Colors &colors)
{
    struct Pair {
        const char *name;
        QColor ink;
        QColor paper;
    };
    const CodeColors &code = colors.syntax;
    const QList<Pair> pairs {
        {"text on panel", colors.text, colors.panel},
        {"text on selection", colors.text, colors.selection},
        {"dim text on panel", colors.textDim, colors.panel},
        {"dim text on window", colors.textDim, colors.window},
        {"dim text on selection", colors.textDim, colors.selection},
        {"accent on panel", colors.accent, colors.panel},
        {"button", colors.onAccent, colors.accent},
        {"warning", colors.warning, colors.panel},
        {"error", colors.error, colors.panel},
        {"error on its ground", colors.text, colors.errorSoft},
        {"success", colors.success, colors.panel},
        {"missing revision", colors.missing, colors.panel},
        {"keyword", code.keyword, colors.code},
        {"string", code.string, colors.code},
        {"number", code.number, colors.code},
        {"comment", code.comment, colors.code},
        {"function", code.function, colors.code},
        {"type", code.type, colors.code},
    };
    for (const Pair &pair : pairs)
        QTest::addRow("%s, %s", theme, pair.name) << pair.ink << pair.paper << 4.5;
    QTest::addRow("%s, faint text", theme) << colors.textFaint << colors.panel << 3.9;
    QTest::addRow("%s, faint text on selection", theme) << colors.textFaint << colors.selection << 3.0;
    QTest::addRow("%s, applied dot", theme) << colors.applied << colors.panel << 3.0;
    QTest::addRow("%s, pending dot", theme) << colors.pending << colors.panel << 3.0;
}

} // namespace

void TestColors::textCanBeReadOnWhatItStandsOn_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("paper");
    QTest::addColumn<double>("least");
    addPairs("light", lightColors());
    addPairs("dark", darkColors());
}

void TestColors::textCanBeReadOnWhatItStandsOn()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, paper);
    QFETCH(double, least);
    const double found = contrast(ink, paper);
    QVERIFY2(found >= least, qPrintable(QStringLiteral("contrast is %1").arg(found)));
}

void TestColors::aPaletteFindsItsColors()
{
    const QPalette light = Theme::palette(false);
    const QPalette dark = Theme::palette(true);
    QVERIFY(!isDark(light));
    QVERIFY(isDark(dark));
    QCOMPARE(&colorsFor(light), &lightColors());
    QCOMPARE(&colorsFor(dark), &darkColors());
}

void TestColors::theStyleSheetHasNoNameLeftIn()
{
    for (const Colors *colors : {&lightColors(), &darkColors()}) {
        const QString sheet = styleSheet(*colors);
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(colors->accent.name(QColor::HexRgb)));
    }
}

QTEST_GUILESS_MAIN(TestColors)
#include "tst_colors.moc"
