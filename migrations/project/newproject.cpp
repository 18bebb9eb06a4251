#include "migrations/project/newproject.h"

#include "migrations/project/projecttemplates.h"
#include "migrations/scripts/filechanges.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using enum NewProjectStep::Kind;

QStringList templateNames()
{
    QStringList names;
    for (const ProjectTemplate &one : projectTemplates())
        names << one.name;
    return names;
}

// as the configuration file says it: from its own folder, when the scripts are below it
QString scriptLocation(const QString &directory, const QString &configFile)
{
    const QString relative = QFileInfo(configFile).dir().relativeFilePath(directory);
    const bool isBelow = !relative.startsWith(".."_L1) && !QDir::isAbsolutePath(relative);
    if (!isBelow)
        return QString(directory).replace(u'%', "%%"_L1);
    return u"%(here)s/"_s + QString(relative).replace(u'%', "%%"_L1);
}

} // namespace

Result<QList<NewProjectStep>> planProject(const NewProjectRequest &request)
{
    const QDir here = QDir::current();
    const QString directory = QDir::cleanPath(here.absoluteFilePath(request.directory));
    const QString configFile = QDir::cleanPath(here.absoluteFilePath(request.configFile));
    const QFileInfo folder(directory);
    if (request.directory.isEmpty() || (folder.exists() && !folder.isDir()))
        return failure(ErrorCode::Conflict, Tr::tr("%1 is not a folder.").arg(directory),
            Tr::tr("Name a folder that is not there yet, or an empty one."));
    if (folder.exists() && !QDir(directory).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return failure(ErrorCode::Conflict, u"Directory %1 already exists and is not empty"_s.arg(request.directory),
            Tr::tr("Name a folder that is not there yet, or an empty one."));
    const QList<ProjectTemplate> templates = projectTemplates();
    const auto found = std::ranges::find(templates, request.templateName, &ProjectTemplate::name);
    if (found == templates.cend())
        return failure(ErrorCode::NotFound, u"No such template '%1'"_s.arg(request.templateName),
            Tr::tr("There are: %1.").arg(templateNames().join(", "_L1)));

    const QDir scripts(directory);
    QList<NewProjectStep> steps;
    if (!folder.exists())
        steps << NewProjectStep {Folder, directory};
    steps << NewProjectStep {Folder, scripts.filePath(u"versions"_s)};
    if (QFileInfo::exists(configFile))
        steps << NewProjectStep {Existing, configFile};
    else
        steps << NewProjectStep {File, configFile,
            found->file(u"alembic.ini"_s)
                .replace("@SCRIPT_LOCATION@", scriptLocation(directory, configFile).toUtf8())};
    for (const QString &name : {u"README"_s, u"env.py"_s, u"script.py.mako"_s})
        steps << NewProjectStep {File, scripts.filePath(name), found->file(name)};
    if (request.isPackage) {
        for (const QString &name : {u"__init__.py"_s, u"versions/__init__.py"_s})
            steps << NewProjectStep {PackageFile, scripts.filePath(name)};
    }
    return steps;
}

Result<void> makeProject(const QList<NewProjectStep> &steps)
{
    Scripts::FileChanges changes;
    for (const NewProjectStep &step : steps) {
        if (step.kind == Folder)
            changes.makeFolder(step.path);
        else if (step.kind != Existing)
            changes.write(step.path, step.content);
    }
    return changes.apply().transform([&changes] { changes.keep(); });
}

} // namespace Migrations
