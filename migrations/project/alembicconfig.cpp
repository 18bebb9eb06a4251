#include "migrations/project/alembicconfig.h"

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

const QMap<QString, QChar> &separators()
{
    static const QMap<QString, QChar> byName {
        {u"space"_s, u' '}, {u"newline"_s, u'\n'}, {u"os"_s, QDir::listSeparator()}, {u":"_s, u':'}, {u";"_s, u';'}};
    return byName;
}

QStringList split(const ConfigValue &value, QChar separator)
{
    QStringList parts;
    for (const QString &part : value.text.split(separator)) {
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    }
    return parts;
}

/// Reads the options of one section. The first error stops all further reading and is kept.
class SectionReader final
{
public:
    SectionReader(const ConfigFile &file, const QString &section, const QString &workingDirectory)
        : m_file(file)
        , m_section(section)
        , m_roots {workingDirectory, QFileInfo(file.path()).absolutePath()}
    {
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    std::optional<ConfigValue> option(const QString &name)
    {
        if (m_error)
            return std::nullopt;
        const Result<std::optional<ConfigValue>> value = m_file.value(m_section, name);
        if (value)
            return *value;
        m_error = value.error();
        return std::nullopt;
    }

    ConfigValue text(const QString &name, const QString &otherwise = {})
    {
        return option(name).value_or(ConfigValue {.text = otherwise});
    }

    bool isTrue(const QString &name) { return text(name).text == "true"_L1; }

    int number(const QString &name, int otherwise)
    {
        const std::optional<ConfigValue> value = option(name);
        if (!value)
            return otherwise;
        bool isNumber = false;
        const int number = value->text.trimmed().toInt(&isNumber);
        if (!isNumber)
            fail(ErrorCode::BadInput, Tr::tr("%1 is \"%2\", which is not a number.").arg(name, value->text), value->at,
                Tr::tr("Write a number, such as %1.").arg(otherwise));
        return number == 0 ? otherwise : number;
    }

    /// The character that the first of these options names; a null one: Alembic's legacy rule.
    QChar separator(const QStringList &names)
    {
        for (const QString &name : names) {
            const std::optional<ConfigValue> value = option(name);
            if (!value)
                continue;
            const auto found = separators().constFind(value->text);
            if (found != separators().cend())
                return *found;
            fail(ErrorCode::BadInput,
                u"'%1' is not a valid value for %2; expected 'space', 'newline', 'os', ':', ';'"_s.arg(
                    value->text, name),
                value->at, Tr::tr("Write one of these words."));
            return {};
        }
        return {};
    }

    QStringList list(const ConfigValue &value, const QStringList &separatorOptions, const QRegularExpression &legacy)
    {
        if (value.text.isEmpty())
            return {};
        const QChar character = separator(separatorOptions);
        return character.isNull() ? value.text.split(legacy, Qt::SkipEmptyParts) : split(value, character);
    }

    /// Where a folder of the configuration is; when it is nowhere, where Alembic would look.
    [[nodiscard]] QString resolved(const QString &folder) const
    {
        if (QDir::isAbsolutePath(folder))
            return QDir::cleanPath(folder);
        QStringList candidates;
        for (const QString &root : m_roots)
            candidates << QDir(root).absoluteFilePath(folder);
        if (folder.contains(u':'))
            candidates << inPackage(folder);
        for (const QString &candidate : std::as_const(candidates)) {
            if (QFileInfo::exists(candidate))
                return QDir::cleanPath(candidate);
        }
        return QDir::cleanPath(candidates.constFirst());
    }

    void setSysPath(const QStringList &folders) { m_sysPath = folders; }

    void fail(ErrorCode code, const QString &message, const SourceLocation &at, const QString &nextStep,
        const QString &detail = {})
    {
        if (!m_error)
            m_error = Error {.code = code, .message = message, .at = at, .detail = detail, .nextStep = nextStep};
    }

private:
    [[nodiscard]] QStringList inPackage(const QString &resource) const
    {
        QStringList parts = resource.split(u':');
        const QString package = parts.takeFirst().replace(u'.', u'/');
        const QString relative = (QStringList {package} + parts).join(u'/');
        QStringList candidates;
        for (const QString &root : m_roots) {
            for (const QString &folder : m_sysPath)
                candidates << QDir(QDir(root).absoluteFilePath(folder)).absoluteFilePath(relative);
            candidates << QDir(root).absoluteFilePath(relative);
        }
        return candidates;
    }

    const ConfigFile &m_file;
    QString m_section;
    QStringList m_roots;
    QStringList m_sysPath;
    std::optional<Error> m_error;
};

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

void readScriptLocation(SectionReader &reader, const ConfigFile &file, AlembicConfig &config)
{
    const std::optional<ConfigValue> written = reader.option(u"script_location"_s);
    if (!written) {
        // Flask-Migrate sets it in code and leaves env.py beside alembic.ini
        const bool isBeside = QFileInfo(file.path()).dir().exists(u"env.py"_s);
        reader.fail(ErrorCode::NotFound, u"No 'script_location' key found in configuration."_s,
            file.sectionLocation(config.section),
            Tr::tr("Write \"script_location = %1\" in section [%2].")
                .arg(isBeside ? u"%(here)s"_s : u"%(here)s/alembic"_s, config.section));
        return;
    }
    config.scriptLocation = {.text = reader.resolved(written->text), .at = written->at};
    if (written->text.isEmpty() || !QFileInfo::exists(config.scriptLocation.text))
        reader.fail(ErrorCode::NotFound,
            u"Path doesn't exist: %1.  Please use the 'init' command to create a new scripts folder."_s.arg(
                config.scriptLocation.text),
            written->at, Tr::tr("Correct script_location, or restore the folder."));
}

void readVersionLocations(SectionReader &reader, AlembicConfig &config)
{
    static const QRegularExpression legacy(u", *|(?: +)"_s);
    const ConfigValue written = reader.text(u"version_locations"_s);
    if (written.text.isEmpty()) {
        config.versionLocations << ConfigValue {
            .text = QDir(config.scriptLocation.text).absoluteFilePath(u"versions"_s), .at = config.scriptLocation.at};
        return;
    }
    const QStringList names = {u"path_separator"_s, u"version_path_separator"_s};
    for (const QString &folder : reader.list(written, names, legacy))
        config.versionLocations << ConfigValue {.text = reader.resolved(folder), .at = written.at};
}

} // namespace

Result<AlembicConfig> AlembicConfig::read(
    const ConfigFile &file, const QString &section, const QString &workingDirectory)
{
    static const QRegularExpression legacyPath(u", *|(?: +)|:"_s);
    if (!file.hasSection(section))
        return failure(noSection(file, section));
    SectionReader reader(file, section, workingDirectory);
    AlembicConfig config {.file = QFileInfo(file.path()).absoluteFilePath(), .section = section};
    config.prependSysPath = reader.list(reader.text(u"prepend_sys_path"_s), {u"path_separator"_s}, legacyPath);
    reader.setSysPath(config.prependSysPath);
    readScriptLocation(reader, file, config);
    readVersionLocations(reader, config);
    config.recursiveVersionLocations = reader.isTrue(u"recursive_version_locations"_s);
    config.fileTemplate = reader.text(u"file_template"_s, u"%(rev)s_%(slug)s"_s);
    config.truncateSlugLength = reader.number(u"truncate_slug_length"_s, config.truncateSlugLength);
    config.timezone = reader.text(u"timezone"_s);
    config.sourceless = reader.isTrue(u"sourceless"_s);
    config.outputEncoding = reader.text(u"output_encoding"_s, u"utf-8"_s);
    config.url = reader.text(u"sqlalchemy.url"_s);
    if (reader.error())
        return failure(*reader.error());
    return config;
}

} // namespace Migrations
