#include "migrations/project/project.h"

#include "migrations/alembic/headervalue.h"
#include "migrations/project/ownmodules.h"
#include "migrations/scripts/revisionsource.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// os.walk(): the folder itself, then what is below it by name, symbolic links not followed
QStringList withSubfolders(const QString &folder)
{
    QStringList all {folder};
    const QDir dir(folder);
    for (const QString &name :
        dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Hidden, QDir::Name)) {
        if (!name.endsWith("__pycache__"_L1))
            all << withSubfolders(dir.absoluteFilePath(name));
    }
    return all;
}

Error noVersionsFolder(const ConfigValue &location)
{
    return {.code = ErrorCode::NotFound,
        .message = Tr::tr("The folder of revisions is not there: %1.").arg(location.text),
        .at = location.at,
        .nextStep = Tr::tr("Make the folder, or correct version_locations.")};
}

Error noAddress(const Project &project)
{
    if (const std::optional<Error> problem = project.settings().address().problem)
        return *problem;
    const bool hasIni = !project.configFile().endsWith(".toml"_L1);
    return {.code = ErrorCode::NotFound,
        .message = Tr::tr("The project does not say which database to use."),
        .at = {.file = project.configFile()},
        .nextStep = hasIni
            ? Tr::tr("Give a URL, or write sqlalchemy.url in section [%1].").arg(project.config().section)
            : Tr::tr("Give a URL, or write url in a stillroom.toml beside the file.")};
}

QList<Graph::Node> nodesOf(const QList<Scripts::Revision> &revisions)
{
    QList<Graph::Node> nodes;
    nodes.reserve(revisions.size());
    for (const Scripts::Revision &revision : revisions)
        nodes << Graph::Node {.id = revision.id,
            .down = revision.down,
            .dependsOn = revision.dependsOn,
            .labels = revision.branchLabels,
            .at = {.file = revision.path}};
    return nodes;
}

} // namespace

Result<std::shared_ptr<const Project>> Project::open(
    const QString &path, const QString &section, const QProcessEnvironment &environment)
{
    const Result<ConfigSources> sources = ConfigSources::read(path);
    if (!sources)
        return failure(sources.error());
    Result<AlembicConfig> config = AlembicConfig::read(*sources, section, QDir::currentPath());
    if (!config)
        return failure(config.error());
    Result<Settings> settings = Settings::read(*config, environment);
    if (!settings)
        return failure(settings.error());
    std::shared_ptr<Project> project(new Project);
    project->m_config = *std::move(config);
    project->m_settings = *std::move(settings);
    project->m_surroundings = {.modules = std::make_shared<Alembic::ModuleLibrary>(
                                   [roots = moduleRoots(project->m_config)](const QString &dotted) {
                                       return readModule(roots, dotted);
                                   }),
        .types = project->m_settings.types(),
        .environment = project->m_settings.environment(),
        .options = project->m_config.options};
    if (const Result<void> read = project->readScripts(); !read)
        return failure(read.error());
    return project;
}

Result<void> Project::readScripts()
{
    QStringList folders;
    for (const ConfigValue &location : std::as_const(m_config.versionLocations)) {
        if (!QFileInfo(location.text).isDir())
            m_missingFolders << noVersionsFolder(location);
        else if (m_config.recursiveVersionLocations)
            folders << withSubfolders(location.text);
        else
            folders << location.text;
    }
    if (folders.isEmpty())
        return failure(m_missingFolders.constFirst());
    Result<Scripts::ScriptDirectory> scripts = Scripts::readScriptDirectory(
        folders, [this](const QByteArray &source, const QString &path, const QString &name) {
            return Alembic::headerValue(source, path, name, *m_surroundings.modules);
        });
    if (!scripts)
        return failure(scripts.error());
    m_scripts = *std::move(scripts);
    m_graph = Graph::RevisionGraph::build(nodesOf(m_scripts.revisions));
    for (const Scripts::Revision &revision : std::as_const(m_scripts.revisions)) {
        if (const auto source = revision.namesCompiler ? Scripts::readSource(revision) : Result<QByteArray>())
            m_surroundings.compilerHooks << Alembic::compilerHooks(*source, revision.path);
    }
    return {};
}

QString Project::name() const
{
    return QFileInfo(m_config.file).dir().dirName();
}

QStringList Project::versionLocations() const
{
    QStringList folders;
    for (const ConfigValue &location : m_config.versionLocations)
        folders << location.text;
    return folders;
}

Result<Database::DatabaseUrl> Project::databaseUrl(const QString &url) const
{
    const DatabaseAddress &own = m_settings.address();
    const QString text = url.isEmpty() ? own.url : url;
    if (text.isEmpty())
        return failure(noAddress(*this));
    Result<Database::DatabaseUrl> address = Database::DatabaseUrl::parse(text, QFileInfo(m_config.file).path());
    if (!address) {
        Error error = address.error();
        if (url.isEmpty())
            error.at = own.source.at;
        if (url.isEmpty() && own.source.kind == ValueSource::Kind::Variable)
            error.detail = Tr::tr("It is from the environment variable %1.").arg(own.source.variable);
        return failure(error);
    }
    if (address->isSqlite() && !address->database().isEmpty() && !QFileInfo::exists(address->database())) {
        Result<Database::DatabaseUrl> fromHere = Database::DatabaseUrl::parse(text, QDir::currentPath());
        if (fromHere && QFileInfo::exists(fromHere->database()))
            return fromHere;
    }
    return address;
}

QList<Error> Project::problems() const
{
    return m_settings.problems() + m_missingFolders + m_scripts.problems + m_graph.problems();
}

} // namespace Migrations
