#include "migrations/project/settings.h"

#include "migrations/database/databaseurl.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using Group = Setting::Group;

QString flagText(bool flag)
{
    return flag ? u"true"_s : u"false"_s;
}

QString texts(const QList<ConfigValue> &values)
{
    QStringList all;
    for (const ConfigValue &value : values)
        all << value.text;
    return all.join(", "_L1);
}

QString hookNames(const AlembicConfig &config)
{
    QStringList names;
    for (const PostWriteHook &hook : config.postWriteHooks)
        names << hook.name;
    return names.join(", "_L1);
}

/// The options of Alembic's section, in the order of its documentation.
QList<Setting> optionRows(const AlembicConfig &config)
{
    const std::pair<QString, QString> options[] {{u"script_location"_s, config.scriptLocation.text},
        {u"version_locations"_s, texts(config.versionLocations)}, {u"path_separator"_s, config.pathSeparator.text},
        {u"recursive_version_locations"_s, flagText(config.recursiveVersionLocations)},
        {u"prepend_sys_path"_s, config.prependSysPath.join(", "_L1)},
        {u"file_template"_s, config.fileTemplate.text},
        {u"truncate_slug_length"_s, QString::number(config.truncateSlugLength)},
        {u"timezone"_s, config.timezone.text}, {u"output_encoding"_s, config.outputEncoding.text},
        {u"sourceless"_s, flagText(config.sourceless)}, {u"databases"_s, config.databases.join(", "_L1)},
        {u"post_write_hooks"_s, hookNames(config)}};
    QList<Setting> rows {{.group = Group::Project, .name = u"config"_s, .text = config.file,
        .source = ValueSource::file({.file = config.file})}};
    for (const auto &[name, text] : options) {
        const auto place = config.places.constFind(name);
        const bool isWritten = place != config.places.cend();
        rows << Setting {.group = Group::Project,
            .name = name,
            .text = text,
            .source = isWritten ? ValueSource::file(*place) : ValueSource {}};
    }
    if (!config.postWriteHooks.isEmpty())
        rows.last().remark = Tr::tr("Stillroom does not run them.");
    return rows;
}

Error noLiteral(const SettingDefinition &definition, const SourceLocation &at)
{
    return {.code = ErrorCode::BadInput,
        .message = Tr::tr("%1 is not a literal in env.py, so its value is not known; \"%2\" is taken.")
                       .arg(definition.name, definition.otherwise),
        .at = at,
        .nextStep = Tr::tr("Write %1 in stillroom.toml.").arg(definition.name)};
}

QList<Setting> tableRows(Group group, const QString &name, const StillroomConfig::Table &table)
{
    QList<Setting> rows;
    for (const auto &[key, value] : table.asKeyValueRange())
        rows << Setting {.group = group,
            .name = name + u'.' + key,
            .text = value.text,
            .source = ValueSource::file(value.at)};
    return rows;
}

QMap<QString, QString> textsOf(const StillroomConfig::Table &table)
{
    QMap<QString, QString> texts;
    for (const auto &[key, value] : table.asKeyValueRange())
        texts.insert(key, value.text);
    return texts;
}

} // namespace

QString maskedUrl(const QString &url)
{
    const Result<Database::DatabaseUrl> parsed = Database::DatabaseUrl::parse(url);
    if (!parsed)
        return url.isEmpty() ? QString() : u"***"_s;
    const QString shown = parsed->toDisplayString();
    return shown.contains("***"_L1) ? shown : url;
}

Result<Settings> Settings::read(const AlembicConfig &config, const QProcessEnvironment &process)
{
    const QString folder = QFileInfo(config.file).absolutePath();
    Result<StillroomConfig> stillroom = StillroomConfig::read(folder);
    if (!stillroom)
        return failure(stillroom.error());
    const Result<EnvironmentVariables> variables = EnvironmentVariables::read(folder, process);
    if (!variables)
        return failure(variables.error());
    const EnvironmentScript script = EnvironmentScript::read(config.scriptLocation.text, *variables);
    Settings settings;
    settings.m_folder = folder;
    settings.m_stillroom = *std::move(stillroom);
    settings.m_address = DatabaseAddress::of(config, settings.m_stillroom, script, *variables);
    settings.m_problems = settings.m_stillroom.problems + variables->problems() + script.problems;
    settings.readValues(script);
    settings.readConvention(script);
    if (settings.m_address.problem && !settings.m_address.url.isEmpty())
        settings.m_problems << *settings.m_address.problem;
    settings.collect(config, *variables);
    return settings;
}

void Settings::readValues(const EnvironmentScript &script)
{
    for (const SettingDefinition &definition : settingDefinitions()) {
        Setting setting {.group = Group::Migrations, .name = definition.name, .text = definition.otherwise};
        const auto own = m_stillroom.values.constFind(definition.key);
        const auto written = script.values.constFind(definition.key);
        if (own != m_stillroom.values.cend()) {
            setting.text = own->text;
            setting.source = ValueSource::file(own->at);
        } else if (written != script.values.cend() && written->text) {
            setting.text = *written->text;
            setting.source = written->source;
        } else if (written != script.values.cend()) {
            setting.remark = Tr::tr("%1 has no literal; set it in stillroom.toml.").arg(written->source.toText(m_folder));
            if (definition.isVital)
                m_problems << noLiteral(definition, written->source.at);
        } else if (definition.isVital && script.otherArguments) {
            setting.remark = Tr::tr("%1 hands over arguments that cannot be read.")
                                 .arg(ValueSource::file(*script.otherArguments).toText(m_folder));
        }
        m_values << setting;
    }
}

void Settings::readConvention(const EnvironmentScript &script)
{
    if (m_stillroom.namingConvention) {
        m_conventionRows = tableRows(Group::NamingConvention, u"naming_convention"_s, *m_stillroom.namingConvention);
        for (const auto &[key, value] : m_stillroom.namingConvention->asKeyValueRange())
            m_convention.insert(key, value.text);
        return;
    }
    if (script.namingConvention) {
        m_convention = *script.namingConvention;
        for (const auto &[key, text] : m_convention.asKeyValueRange())
            m_conventionRows << Setting {.group = Group::NamingConvention,
                .name = u"naming_convention."_s + key,
                .text = text,
                .source = ValueSource::file(script.conventionAt)};
        return;
    }
    Setting none {.group = Group::NamingConvention, .name = u"naming_convention"_s};
    if (!script.conventionAt.file.isEmpty())
        none.remark = Tr::tr("The models of %1 may have one; if so, write it in stillroom.toml.")
                          .arg(ValueSource::file(script.conventionAt).toText(m_folder));
    m_conventionRows << none;
}

void Settings::collect(const AlembicConfig &config, const EnvironmentVariables &variables)
{
    m_all = optionRows(config);
    m_all << Setting {.group = Group::Database,
        .name = u"url"_s,
        .text = maskedUrl(m_address.url),
        .source = m_address.source,
        .remark = m_address.remark};
    const ConfigValue shadow = m_stillroom.shadowUrl.value_or(ConfigValue {});
    m_all << Setting {.group = Group::Database,
        .name = u"shadow_url"_s,
        .text = maskedUrl(shadow.text),
        .source = m_stillroom.shadowUrl ? ValueSource::file(shadow.at) : ValueSource {}};
    if (!variables.dotEnvFile().isEmpty())
        m_all << Setting {.group = Group::Database,
            .name = u".env"_s,
            .text = variables.dotEnvFile(),
            .source = ValueSource::file({.file = variables.dotEnvFile()})};
    const ConfigValue journal = m_stillroom.journalTable.value_or(ConfigValue {.text = flagText(false)});
    m_all << m_values
          << Setting {.group = Group::Migrations,
                 .name = u"journal.table"_s,
                 .text = journal.text,
                 .source = m_stillroom.journalTable ? ValueSource::file(journal.at) : ValueSource {}}
          << m_conventionRows << tableRows(Group::Types, u"types"_s, m_stillroom.types)
          << tableRows(Group::Environment, u"environment"_s, m_stillroom.environment.value_or(StillroomConfig::Table()))
          << tableRows(Group::Lint, u"lint"_s, m_stillroom.lint);
}

bool Settings::hasJournalTable() const
{
    return m_stillroom.journalTable.value_or(ConfigValue {}).text == flagText(true);
}

QMap<QString, QString> Settings::types() const
{
    return textsOf(m_stillroom.types);
}

std::optional<QMap<QString, QString>> Settings::environment() const
{
    return m_stillroom.environment.transform(textsOf);
}

QList<Setting> Settings::all(const QString &givenUrl) const
{
    QList<Setting> settings = m_all;
    for (Setting &setting : settings) {
        if (setting.name != "url"_L1 || givenUrl.isEmpty())
            continue;
        setting.text = maskedUrl(givenUrl);
        setting.source = {.kind = ValueSource::Kind::CommandLine};
        setting.remark.clear();
    }
    return settings;
}

QList<Error> Settings::allProblems() const
{
    QList<Error> problems = m_problems;
    if (m_address.problem && m_address.url.isEmpty())
        problems << *m_address.problem;
    return problems;
}

Dialects::VersionTableName Settings::versionTable() const
{
    return {.table = text(SettingKey::VersionTable),
        .schema = text(SettingKey::VersionTableSchema),
        .hasPrimaryKey = isSet(SettingKey::VersionTablePrimaryKey)};
}

Result<Runner::Patience> Settings::patience() const
{
    using Time = std::optional<std::chrono::milliseconds>;
    Runner::Patience patience;
    Time lockWait;
    const std::pair<SettingKey, Time *> settings[] {{SettingKey::LockTimeout, &patience.lockTimeout},
        {SettingKey::LockWait, &lockWait}, {SettingKey::StatementTimeout, &patience.statementTimeout},
        {SettingKey::TransactionTimeout, &patience.transactionTimeout}};
    for (const auto &[key, target] : settings) {
        const Setting &setting = value(key);
        if (setting.source.kind == ValueSource::Kind::Default)
            continue; // what nobody says, the role and the database may say
        const Result<std::chrono::milliseconds> time = Runner::durationOf(setting.text);
        if (!time) {
            Error error = time.error();
            error.at = setting.source.at;
            return failure(error);
        }
        *target = *time;
    }
    patience.lockWait = lockWait.value_or(patience.lockWait);
    return patience;
}

QString Settings::shadowUrl() const
{
    return m_stillroom.shadowUrl.value_or(ConfigValue {}).text;
}

} // namespace Migrations
