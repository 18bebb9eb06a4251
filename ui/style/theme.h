#pragma once

#include <QObject>
#include <QPalette>

namespace Workbench {

enum class ThemeChoice { System, Light, Dark };

/// Puts palette and style sheet on the application and keeps them in step with the system's colour
/// scheme. Make one, after the QApplication and before the first window.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(ThemeChoice choice, QObject *parent = nullptr);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    [[nodiscard]] bool isDark() const;

    [[nodiscard]] static QPalette palette(bool dark);

private:
    void apply();

    ThemeChoice m_choice;
};

} // namespace Workbench
