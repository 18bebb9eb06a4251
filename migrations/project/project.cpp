#include "migrations/project/project.h"

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

QList<Graph::Node> nodesOf(const QList<Scripts::Revision> &revisions)
{
    QList<Graph::Node> nodes;
    for (const Scripts::Revision &revision : revisions)
        nodes << Graph::Node {.id = revision.id,
            .down = revision.down,
            .dependsOn = revision.dependsOn,
            .labels = revision.branchLabels,
            .at = {.file = revision.path}};
    return nodes;
}

} // namespace

Result<std::shared_ptr<const Project>> Project::open(const QString &path, const QString &section)
{
    const Result<ConfigSources> sources = ConfigSources::read(path);
    if (!sources)
        return failure(sources.error());
    Result<AlembicConfig> config = AlembicConfig::read(*sources, section, QDir::currentPath());
    if (!config)
        return failure(config.error());
    std::shared_ptr<Project> project(new Project);
    project->m_config = *std::move(config);
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
    Result<Scripts::ScriptDirectory> scripts = Scripts::readScriptDirectory(folders);
    if (!scripts)
        return failure(scripts.error());
    m_scripts = *std::move(scripts);
    m_graph = Graph::RevisionGraph::build(nodesOf(m_scripts.revisions));
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
    const SourceLocation at = url.isEmpty() ? m_config.url.at : SourceLocation {};
    const QString text = url.isEmpty() ? m_config.url.text : url;
    if (text.isEmpty())
        return failure(Error {.code = ErrorCode::NotFound,
            .message = Tr::tr("The project does not say which database to use."),
            .at = {.file = m_config.file},
            .nextStep = Tr::tr("Give a URL, or write sqlalchemy.url in section [%1].").arg(m_config.section)});
    Result<Database::DatabaseUrl> address = Database::DatabaseUrl::parse(text, QFileInfo(m_config.file).path());
    if (!address) {
        Error error = address.error();
        error.at = at;
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
    return m_missingFolders + m_scripts.problems + m_graph.problems();
}

} // namespace Migrations
