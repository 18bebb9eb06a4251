#include "app/desktop/desktopapplication.h"

#include "app/desktop/picture.h"
#include "ui/shell/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

namespace Workbench {

DesktopApplication::DesktopApplication(int &argc, char **argv) : m_application(argc, argv)
{
    QApplication::setApplicationName(QStringLiteral("stillroom"));
    QApplication::setApplicationDisplayName(QStringLiteral("Stillroom"));
    QApplication::setOrganizationName(QStringLiteral("stillroom"));
    QApplication::setApplicationVersion(QStringLiteral(STILLROOM_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("stillroom"));
}

DesktopApplication::~DesktopApplication() = default;

int DesktopApplication::run()
{
    const QStringList arguments = QCoreApplication::arguments();
    loadTranslations(languageOf(arguments));
    const auto options = parseOptions(arguments);
    if (!options) {
        QTextStream(options.error().isError ? stderr : stdout) << options.error().text << Qt::endl;
        return options.error().isError ? 2 : 0;
    }
    return options->screenshot.isEmpty() ? show(*options) : takePicture(*options);
}

// English has a file, too: it holds the plural forms.
void DesktopApplication::loadTranslations(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    if (!language.isEmpty())
        QLocale::setDefault(locale);
    const QString folder = QStringLiteral(":/i18n");
    if (m_ours.load(locale, QStringLiteral("stillroom"), QStringLiteral("_"), folder)
        || m_ours.load(QStringLiteral("stillroom_en"), folder))
        QCoreApplication::installTranslator(&m_ours);
    if (m_qts.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
}

int DesktopApplication::show(const Options &options)
{
    m_settings = std::make_unique<QSettings>();
    m_theme = std::make_unique<Theme>(options.theme);
    m_workspace = std::make_unique<Workspace>();
    m_window = std::make_unique<MainWindow>(*m_workspace, m_dialogs, *m_settings, *m_theme);
    m_dialogs.setWindow(m_window.get());
    if (options.size.isValid())
        m_window->resize(options.size);
    m_window->show();
    if (!options.path.isEmpty())
        m_workspace->open(options.path, options.url);
    if (!options.select.isEmpty())
        m_workspace->select(options.select);
    return QApplication::exec();
}

// With settings of its own, so that a picture does not depend on what somebody did before.
int DesktopApplication::takePicture(const Options &options)
{
    const QTemporaryDir folder;
    m_settings = std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_theme = std::make_unique<Theme>(options.theme == ThemeChoice::System ? ThemeChoice::Light : options.theme);
    m_workspace = std::make_unique<Workspace>();
    m_window = std::make_unique<MainWindow>(*m_workspace, m_dialogs, *m_settings, *m_theme);
    m_window->resize(options.size.isValid() ? options.size : QSize(1280, 800));
    m_window->show();
    Picture picture(*m_workspace, *m_window, options);
    const int result = QApplication::exec();
    if (!picture.failure().isEmpty())
        QTextStream(stderr) << picture.failure() << Qt::endl;
    m_window.reset();
    return result;
}

} // namespace Workbench
