#pragma once

#include <QWidget>

class QStackedLayout;

namespace Workbench {

class EmptyState;
class PanelHeader;

/// The base of every feature's widget: a header, which the shell puts where it belongs (the title
/// bar of a dock), a body, and what stands in the body's place when there is nothing to show.
class Panel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Panel)

public:
    Panel(const QString &title, const QString &objectName, QWidget *parent);

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] PanelHeader *header() const { return m_header; }

protected:
    void setBody(QWidget *body);
    void showBody();
    /// returns the page, to be filled
    EmptyState &showEmptyState();

private:
    QString m_title;
    PanelHeader *m_header = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace Workbench
