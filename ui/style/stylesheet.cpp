#include "ui/style/stylesheet.h"

#include "ui/style/colors.h"

#include <QMap>

namespace Workbench {

namespace {

// @name is replaced by the colour of that name.
const char *const frame = R"(
QMainWindow, QDialog { background: @window; }
QMainWindow::separator { background: @window; width: 6px; height: 6px; }
QMainWindow::separator:hover { background: @border; }
QSplitter::handle { background: @window; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 6px; }

QMenuBar { background: @window; border: none; padding: 2px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @border; }
QMenu { background: @raised; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @textFaint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }

QToolBar { background: @window; border: none; spacing: 4px; padding: 4px 8px 6px 8px; }
QToolBar::separator { background: @border; width: 1px; margin: 6px 6px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px 7px; color: @text; }
QToolButton:hover { background: @hoverStrong; }
QToolButton:pressed, QToolButton:checked { background: @border; }
QToolButton:disabled { color: @textFaint; }
QToolButton:focus { border-color: @accent; }
QToolButton[role="button"] { background: @raised; border: 1px solid @border; padding: 4px 10px; }
QToolButton[role="button"]:hover { background: @hover; }
QToolButton[role="button"]:disabled { background: transparent; color: @textFaint; }
QToolButton[role="primary"] { background: @accent; border: 1px solid @accent; color: @onAccent; padding: 4px 12px; font-weight: 600; }
QToolButton[role="primary"]:hover { background: @accentHover; }
QToolButton[role="primary"]:disabled { background: transparent; border-color: @border; color: @textFaint; font-weight: 400; }
QToolButton[role="segment"] { border: 1px solid @border; background: @panel; padding: 2px 9px; color: @textDim; border-radius: 0; }
QToolButton[role="segment"]:hover { background: @hover; }
QToolButton[role="segment"]:checked { background: @selection; color: @text; }
QToolButton[edge="left"] { border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QToolButton[edge="right"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; border-left: none; }
QToolButton[role="quiet"] { padding: 3px; }
)";

const char *const controls = R"(
QPushButton { background: @raised; border: 1px solid @border; border-radius: 5px; padding: 5px 14px; color: @text; min-width: 64px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border-color: @accent; }
QPushButton:default, QPushButton[role="primary"] { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; }
QPushButton:default:hover, QPushButton[role="primary"]:hover { background: @accentHover; }
QPushButton:disabled { background: transparent; color: @textFaint; border-color: @border; }
QPushButton[role="link"] { background: transparent; border: none; color: @accent; padding: 2px 0; min-width: 0; }
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QPushButton[role="danger"] { background: @error; border-color: @error; color: @panel; font-weight: 600; }

QLineEdit { background: @panel; border: 1px solid @border; border-radius: 5px; padding: 4px 7px; color: @text;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus { border-color: @accent; }
QLineEdit[role="filter"] { background: @window; border-color: @window; }
QLineEdit[role="filter"]:focus { background: @panel; border-color: @accent; }

QAbstractScrollArea { background: @panel; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QListView, QTreeView, QTableView { background: @panel; border: none; outline: 0; }
QTreeView::item, QListView::item { padding: 0 4px; border: none; }
QTreeView::item:hover { background: @hover; }
QTreeView::item:selected, QTreeView::branch:selected { background: @selection; color: @text; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @textDim; border: none; border-bottom: 1px solid @border; padding: 4px 6px; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @textDim; padding: 7px 12px 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @textFaint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: @border; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
)";

const char *const ours = R"(
#panel, #panelBody { background: @panel; }
#panelHeader { background: @panel; border-bottom: 1px solid @border; border-top-left-radius: 6px; border-top-right-radius: 6px; }
QDockWidget { border: none; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="dim"] { color: @textDim; }
QLabel[role="faint"] { color: @textFaint; }
QLabel[role="code"] { background: @code; border: 1px solid @border; border-radius: 4px; padding: 6px 8px; }
#errorBanner { background: @errorSoft; border: 1px solid @error; border-radius: 6px; margin: 0 8px 8px 8px; }
#errorBanner[tone="warning"] { background: @warningSoft; border: 1px solid @warning; }
#runPanel { background: @panel; border: 1px solid @border; border-radius: 6px; margin: 0 8px 8px 8px; }
#welcomeCard { background: @panel; border: 1px solid @border; border-radius: 8px; }
#recentList::item { border-radius: 5px; padding: 6px 8px; }
#recentList::item:hover { background: @hover; }
#recentList::item:selected { background: @selection; color: @text; }
QStatusBar { background: @window; color: @textDim; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @textDim; padding: 0 6px; }
#sqlView, #editor { background: @code; }
)";

QMap<QString, QColor> table(const Colors &colors)
{
    const bool dark = colors.window.lightness() < 128;
    return {
        {QStringLiteral("window"), colors.window},
        {QStringLiteral("panel"), colors.panel},
        {QStringLiteral("raised"), colors.raised},
        {QStringLiteral("code"), colors.code},
        {QStringLiteral("border"), colors.border},
        {QStringLiteral("hover"), colors.hover},
        {QStringLiteral("hoverStrong"), dark ? colors.hover : QColor(0xe6e9ee)},
        {QStringLiteral("selection"), colors.selection},
        {QStringLiteral("textDim"), colors.textDim},
        {QStringLiteral("textFaint"), colors.textFaint},
        {QStringLiteral("text"), colors.text},
        {QStringLiteral("accentHover"), colors.accentHover},
        {QStringLiteral("accent"), colors.accent},
        {QStringLiteral("onAccent"), colors.onAccent},
        {QStringLiteral("errorSoft"), colors.errorSoft},
        {QStringLiteral("warning"), colors.warning},
        {QStringLiteral("warningSoft"), colors.warningSoft},
        {QStringLiteral("error"), colors.error},
        {QStringLiteral("scroll"), dark ? QColor(0x3c444f) : QColor(0xc9ced7)},
    };
}

} // namespace

QString styleSheet(const Colors &colors)
{
    const QMap<QString, QColor> names = table(colors);
    const QString text = QString::fromUtf8(frame) + QString::fromUtf8(controls) + QString::fromUtf8(ours);
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != u'@') {
            result += text.at(at);
            continue;
        }
        qsizetype end = at + 1;
        while (end < text.size() && text.at(end).isLetter())
            ++end;
        const QString name = text.sliced(at + 1, end - at - 1);
        Q_ASSERT(names.contains(name));
        result += names.value(name).name(QColor::HexRgb);
        at = end - 1;
    }
    return result;
}

} // namespace Workbench
