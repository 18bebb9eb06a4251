#include "ui/style/theme.h"

#include "ui/style/colors.h"
#include "ui/style/fonts.h"
#include "ui/style/stylesheet.h"

#include <QApplication>
#include <QStyle>
#include <QStyleHints>

namespace Workbench {

Theme::Theme(ThemeChoice choice, QObject *parent) : QObject(parent), m_choice(choice)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setFont(applicationFont());
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { apply(); });
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

bool Theme::isDark() const
{
    if (m_choice == ThemeChoice::System)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return m_choice == ThemeChoice::Dark;
}

void Theme::apply()
{
    const bool dark = isDark();
    QApplication::setPalette(palette(dark));
    qApp->setStyleSheet(styleSheet(dark ? darkColors() : lightColors()));
}

QPalette Theme::palette(bool dark)
{
    const Colors &colors = dark ? darkColors() : lightColors();
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &normal, const QColor &disabled) {
        palette.setColor(QPalette::Active, role, normal);
        palette.setColor(QPalette::Inactive, role, normal);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, colors.window, colors.window);
    set(QPalette::WindowText, colors.text, colors.textFaint);
    set(QPalette::Base, colors.panel, colors.panel);
    set(QPalette::AlternateBase, colors.hover, colors.hover);
    set(QPalette::Text, colors.text, colors.textFaint);
    set(QPalette::PlaceholderText, colors.textFaint, colors.textFaint);
    set(QPalette::Button, colors.raised, colors.window);
    set(QPalette::ButtonText, colors.text, colors.textFaint);
    set(QPalette::BrightText, colors.error, colors.textFaint);
    set(QPalette::ToolTipBase, colors.raised, colors.raised);
    set(QPalette::ToolTipText, colors.text, colors.text);
    set(QPalette::Highlight, colors.selection, colors.hover);
    set(QPalette::HighlightedText, colors.text, colors.textFaint);
    set(QPalette::Accent, colors.accent, colors.textFaint);
    set(QPalette::Link, colors.accent, colors.textFaint);
    set(QPalette::LinkVisited, colors.accent, colors.textFaint);
    set(QPalette::Light, colors.raised, colors.raised);
    set(QPalette::Midlight, colors.border, colors.border);
    set(QPalette::Mid, colors.border, colors.border);
    set(QPalette::Dark, colors.border.darker(dark ? 80 : 115), colors.border);
    set(QPalette::Shadow, dark ? QColor(Qt::black) : colors.textFaint, colors.border);
    return palette;
}

} // namespace Workbench
