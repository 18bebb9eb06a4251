#include "ui/style/fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace Workbench {

namespace {

// Families in the order of preference; the first that is installed is taken.
const QStringList &proportionalFamilies()
{
    static const QStringList families {QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Cantarell"),
        QStringLiteral("Source Sans 3"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")};
    return families;
}

const QStringList &fixedFamilies()
{
    static const QStringList families {QStringLiteral("JetBrains Mono"), QStringLiteral("Cascadia Code"),
        QStringLiteral("Source Code Pro"), QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"),
        QStringLiteral("Liberation Mono")};
    return families;
}

QStringList installed(const QStringList &wanted)
{
    QStringList found;
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family))
            found << family;
    }
    return found;
}

bool hasDesktop()
{
    const QString platform = QGuiApplication::platformName();
    return platform != u"offscreen" && platform != u"minimal" && platform != u"vnc";
}

constexpr int pixelSize = 13;

} // namespace

QFont applicationFont()
{
    if (hasDesktop())
        return QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QFont font(installed(proportionalFamilies()));
    font.setPixelSize(pixelSize);
    return font;
}

QFont monospaceFont()
{
    QStringList families = installed(fixedFamilies());
    if (hasDesktop())
        families.prepend(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    families += installed({QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Noto Sans CJK SC")});
    QFont font(families);
    font.setStyleHint(QFont::Monospace, QFont::PreferMatch);
    font.setFixedPitch(true);
    const QFont general = QGuiApplication::font();
    if (general.pixelSize() > 0)
        font.setPixelSize(general.pixelSize() - 1);
    else
        font.setPointSizeF(general.pointSizeF() - 0.5);
    return font;
}

QFont smaller(QFont font)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() - 1);
    else
        font.setPointSizeF(font.pointSizeF() - 0.75);
    return font;
}

QFont stronger(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont heading(QFont font)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() + 6);
    else
        font.setPointSizeF(font.pointSizeF() + 4.5);
    return stronger(font);
}

} // namespace Workbench
