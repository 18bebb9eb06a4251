#include "ui/shell/welcomepage.h"

#include "ui/shell/filetool.h"
#include "ui/style/fonts.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QAction>
#include <QDir>
#include <QFrame>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace Workbench {

namespace {

constexpr int cardWidth = 520;
constexpr int recentRow = 34;
constexpr int markSize = 56;

} // namespace

WelcomePage::WelcomePage(FileTool &files, QWidget *parent)
    : QWidget(parent), m_files(files), m_recent(new QListWidget(this))
{
    setObjectName(QStringLiteral("welcomePage"));
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(createCard(), 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(&m_files, &FileTool::recentChanged, this, &WelcomePage::showRecent);
    const auto open = [this](const QListWidgetItem *item) { m_files.open(item->data(Qt::UserRole).toString()); };
    connect(m_recent, &QListWidget::itemActivated, this, open);
    connect(m_recent, &QListWidget::itemClicked, this, open);
    showRecent();
}

QWidget *WelcomePage::createCard()
{
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("welcomeCard"));
    card->setFixedWidth(cardWidth);

    auto *mark = new QLabel(card);
    mark->setPixmap(programIcon().pixmap(QSize(markSize, markSize), devicePixelRatio()));
    mark->setFixedSize(markSize, markSize);
    auto *title = new QLabel(tr("Open a project"), card);
    title->setFont(heading(font()));
    auto *text = new QLabel(tr("Stillroom opens Alembic projects as they are: choose the alembic.ini. "
                               "Revisions are read, never run by Python."),
        card);
    text->setWordWrap(true);
    text->setProperty("role", QStringLiteral("dim"));
    auto *open = new QPushButton(m_files.openAction()->iconText(), card);
    open->setObjectName(QStringLiteral("welcomeOpen"));
    open->setProperty("role", QStringLiteral("primary"));
    connect(open, &QPushButton::clicked, m_files.openAction(), &QAction::trigger);

    auto *recentTitle = new QLabel(tr("Recent"), card);
    recentTitle->setProperty("role", QStringLiteral("faint"));
    m_recentTitle = recentTitle;
    m_recent->setObjectName(QStringLiteral("recentList"));
    m_recent->setAccessibleName(tr("Recent projects"));
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setMouseTracking(true);

    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(Metrics::page, Metrics::page, Metrics::page, Metrics::page - Metrics::gap);
    layout->setSpacing(Metrics::gap);
    layout->addWidget(mark);
    layout->addSpacing(Metrics::tight);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(Metrics::gap);
    layout->addWidget(open, 0, Qt::AlignLeft);
    layout->addSpacing(Metrics::gap);
    layout->addWidget(m_recentTitle);
    layout->addWidget(m_recent);
    return card;
}

void WelcomePage::showRecent()
{
    m_recent->clear();
    const QStringList paths = m_files.recent();
    for (const QString &path : paths) {
        auto *item = new QListWidgetItem(icon(QStringLiteral("open"), IconTone::Dim), QDir::toNativeSeparators(path), m_recent);
        item->setData(Qt::UserRole, path);
        item->setSizeHint({0, recentRow});
    }
    m_recent->setFixedHeight(int(paths.size()) * recentRow + 2);
    m_recent->setVisible(!paths.isEmpty());
    m_recentTitle->setVisible(!paths.isEmpty());
}

} // namespace Workbench
