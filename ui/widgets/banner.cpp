#include "ui/widgets/banner.h"

#include "ui/style/fonts.h"
#include "ui/style/metrics.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Migrations;

namespace Workbench {

namespace {

QPushButton *linkButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setProperty("role", QStringLiteral("link"));
    return button;
}

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

QString detailsOf(const Error &error)
{
    QStringList parts;
    for (const QString &part : {error.excerpt, error.statement, error.detail}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_message(textLabel(this)), m_nextStep(textLabel(this)),
      m_details(textLabel(this)), m_more(linkButton(tr("Details"), QStringLiteral("bannerDetails"), this)),
      m_source(linkButton({}, QStringLiteral("bannerSource"), this)),
      m_copy(linkButton(tr("Copy"), QStringLiteral("bannerCopy"), this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("errorBanner"));
    m_message->setObjectName(QStringLiteral("bannerMessage"));
    m_nextStep->setObjectName(QStringLiteral("bannerNextStep"));
    m_nextStep->setProperty("role", QStringLiteral("dim"));
    m_details->setProperty("role", QStringLiteral("code"));
    m_details->setFont(monospaceFont());
    m_more->setCheckable(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setProperty("role", QStringLiteral("quiet"));
    m_close->setAccessibleName(tr("Close"));
    createLayout();

    connect(m_more, &QPushButton::toggled, this, &Banner::showDetails);
    connect(m_source, &QPushButton::clicked, this, [this] { emit sourceRequested(m_error.at); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_error.toText()); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::createLayout()
{
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(Metrics::wide);
    for (QPushButton *button : {m_more, m_source, m_copy})
        m_buttons->addWidget(button);
    m_buttons->addStretch(1);

    auto *text = new QVBoxLayout;
    text->setSpacing(Metrics::tight);
    text->addWidget(m_message);
    text->addWidget(m_nextStep);
    text->addWidget(m_details);
    text->addLayout(m_buttons);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::margin, Metrics::gap, Metrics::gap, Metrics::gap);
    layout->setSpacing(Metrics::margin);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
}

void Banner::showError(const Error &error)
{
    setTone(QStringLiteral("error"), IconTone::Error);
    showText(error);
}

void Banner::showWarning(const Error &warning)
{
    setTone(QStringLiteral("warning"), IconTone::Warning);
    showText(warning);
}

// the tone is also the icon's name
void Banner::setTone(const QString &tone, IconTone iconTone)
{
    m_icon->setPixmap(icon(tone, iconTone).pixmap(QSize(18, 18), devicePixelRatio()));
    if (property("tone").toString() == tone)
        return;
    setProperty("tone", tone);
    style()->polish(this); // the style sheet looks at the property
}

void Banner::showText(const Error &error)
{
    m_error = error;
    m_message->setText(error.message);
    m_nextStep->setText(error.nextStep);
    m_nextStep->setVisible(!error.nextStep.isEmpty());
    const QString details = detailsOf(error);
    m_details->setText(details);
    m_more->setVisible(!details.isEmpty());
    m_more->setChecked(false);
    m_details->hide();
    m_source->setVisible(!error.at.file.isEmpty());
    m_source->setText(SourceLocation {QFileInfo(error.at.file).fileName(), error.at.line, 0}.toString());
    show();
}

void Banner::showDetails(bool visible)
{
    m_details->setVisible(visible);
}

void Banner::addAction(QAction *action)
{
    QPushButton *button = linkButton(action->iconText(), QStringLiteral("bannerAction"), this);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_buttons->insertWidget(0, button);
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

} // namespace Workbench
