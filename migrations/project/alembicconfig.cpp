#include "migrations/project/alembicconfig.h"

#include "migrations/project/optionreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const QString MainSection = u"alembic"_s;
const QString HooksSection = u"post_write_hooks"_s;

Error noSection(const ConfigFile &file, const QString &section)
{
    QStringList usable;
    for (const QString &name : file.sections()) {
        if (file.rawValue(name, u"script_location"_s))
            usable << name;
    }
    return {.code = ErrorCode::NotFound,
        .message = u"No config file '%1' found, or file has no '[%2]' section"_s.arg(
            QFileInfo(file.path()).fileName(), section),
        .at = {.file = file.path()},
        .nextStep = usable.isEmpty()
            ? Tr::tr("Add a section [%1] with a script_location.").arg(section)
            : Tr::tr("Sections with a script_location: %1.").arg(usable.join(", "_L1))};
}

void noScriptLocation(OptionReader &reader, const ConfigSources &sources, const QString &section)
{
    // Flask-Migrate sets it in code and leaves env.py beside alembic.ini
    const bool isBeside = QFileInfo::exists(sources.folder() + u"/env.py"_s);
    const QString folder = isBeside ? u"%(here)s"_s : u"%(here)s/alembic"_s;
    reader.fail(ErrorCode::NotFound, u"No 'script_location' key found in configuration."_s,
        sources.ini ? sources.ini->sectionLocation(section) : sources.toml->at,
        sources.ini ? Tr::tr("Write \"script_location = %1\" in section [%2].").arg(folder, section)
                    : Tr::tr("Write \"script_location = %1\" in section [%2].")
                          .arg(u'"' + folder + u'"', u"tool.alembic"_s));
}

void readScriptLocation(OptionReader &reader, const ConfigSources &sources, AlembicConfig &config)
{
    const std::optional<ConfigValue> written = reader.option(u"script_location"_s);
    if (!written)
        return noScriptLocation(reader, sources, config.section);
    config.scriptLocation = {.text = reader.resolved(written->text, u"env.py"_s), .at = written->at};
    if (written->text.isEmpty() || !QFileInfo::exists(config.scriptLocation.text))
        reader.fail(ErrorCode::NotFound,
            u"Path doesn't exist: %1.  Please use the 'init' command to create a new scripts folder."_s.arg(
                config.scriptLocation.text),
            written->at, Tr::tr("Correct script_location, or restore the folder."));
}

void readVersionLocations(OptionReader &reader, AlembicConfig &config)
{
    static const QRegularExpression legacy(u", *|(?: +)"_s);
    const QStringList names = {u"path_separator"_s, u"version_path_separator"_s};
    for (const ConfigValue &folder : reader.list(u"version_locations"_s, names, legacy))
        config.versionLocations << ConfigValue {.text = reader.resolved(folder.text), .at = folder.at};
    if (config.versionLocations.isEmpty())
        config.versionLocations << ConfigValue {
            .text = QDir(config.scriptLocation.text).absoluteFilePath(u"versions"_s), .at = config.scriptLocation.at};
}

QList<PostWriteHook> hooksOfToml(OptionReader &reader, const TomlValue &written)
{
    QList<PostWriteHook> hooks;
    for (const TomlValue &item : written.items) {
        PostWriteHook hook {.name = {}, .options = {}, .at = item.at};
        for (const auto &[name, value] : item.members)
            hook.options.insert(name, reader.expanded(value, name));
        hook.name = hook.options.take(u"name"_s);
        hooks << hook;
    }
    return hooks;
}

QList<PostWriteHook> hooksOfIni(const ConfigFile &file)
{
    static const QRegularExpression separator(u", *|(?: +)"_s);
    QList<PostWriteHook> hooks;
    const std::optional<ConfigValue> names = file.rawValue(HooksSection, u"hooks"_s);
    for (const QString &name : names.value_or(ConfigValue {}).text.split(separator, Qt::SkipEmptyParts)) {
        PostWriteHook hook {.name = name, .options = {}, .at = names->at};
        for (const QString &option : file.options(HooksSection)) {
            if (option.startsWith(name + u'.'))
                hook.options.insert(
                    option.sliced(name.size() + 1), file.rawValue(HooksSection, option).value_or(ConfigValue {}).text);
        }
        hooks << hook;
    }
    return hooks;
}

void readHooks(OptionReader &reader, const ConfigSources &sources, AlembicConfig &config)
{
    if (sources.ini && sources.ini->hasSection(HooksSection)) {
        config.postWriteHooks = hooksOfIni(*sources.ini);
        config.places.insert(HooksSection, sources.ini->sectionLocation(HooksSection));
    } else if (const TomlValue *written = sources.toml ? sources.toml->member(HooksSection) : nullptr) {
        config.postWriteHooks = hooksOfToml(reader, *written);
        config.places.insert(HooksSection, written->at);
    }
}

} // namespace

Result<AlembicConfig> AlembicConfig::read(
    const ConfigSources &sources, const QString &section, const QString &workingDirectory)
{
    static const QRegularExpression legacyPath(u", *|(?: +)|:"_s);
    static const QRegularExpression comma(u",\\s*"_s);
    // pyproject.toml has one section only: a name other than the usual one is of the .ini file
    const bool isElsewhere = sources.toml && section == MainSection;
    if (sources.ini && !sources.ini->hasSection(section) && !isElsewhere)
        return failure(noSection(*sources.ini, section));
    OptionReader reader(sources, section, workingDirectory);
    AlembicConfig config {.file = sources.file(), .section = section};
    for (const ConfigValue &folder : reader.list(u"prepend_sys_path"_s, {u"path_separator"_s}, legacyPath))
        config.prependSysPath << folder.text;
    reader.setSysPath(config.prependSysPath);
    readScriptLocation(reader, sources, config);
    readVersionLocations(reader, config);
    config.recursiveVersionLocations = reader.isTrue(u"recursive_version_locations"_s);
    config.fileTemplate = reader.text(u"file_template"_s, u"%(rev)s_%(slug)s"_s);
    config.truncateSlugLength = reader.number(u"truncate_slug_length"_s, config.truncateSlugLength);
    config.timezone = reader.text(u"timezone"_s);
    config.sourceless = reader.isTrue(u"sourceless"_s);
    config.outputEncoding = reader.text(u"output_encoding"_s, u"utf-8"_s);
    config.url = reader.iniText(u"sqlalchemy.url"_s);
    config.pathSeparator = reader.iniText(u"path_separator"_s);
    config.databases = reader.iniText(u"databases"_s).text.split(comma, Qt::SkipEmptyParts);
    readHooks(reader, sources, config);
    for (const QString &option : sources.ini ? sources.ini->options(section) : QStringList()) {
        // one that cannot be interpolated is an error where it is used
        if (const auto value = sources.ini->value(section, option).value_or(std::nullopt))
            config.options.insert(option, value->text);
    }
    config.places.insert(reader.places());
    if (reader.error())
        return failure(*reader.error());
    return config;
}

} // namespace Migrations
