#include "migrations/project/stillroomconfig.h"

#include "migrations/database/databaseurl.h"
#include "migrations/graph/nearwords.h"
#include "migrations/project/textfile.h"
#include "migrations/project/tomlvalue.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

using Kind = TomlValue::Kind;
using Texts = StillroomConfig::Table;

/// Reads a file's tables. The first value of a wrong type is kept as the error.
class StillroomReader final
{
public:
    explicit StillroomReader(const QString &path) { m_config = {.file = path, .exists = true}; }

    Result<StillroomConfig> read(const TomlValue &file)
    {
        const std::pair<QString, std::optional<ConfigValue> *> urls[] {
            {u"url"_s, &m_config.url}, {u"shadow_url"_s, &m_config.shadowUrl}};
        for (const auto &[name, target] : urls) {
            if (const TomlValue *value = take(file, name))
                *target = address(*value, name);
        }
        for (const SettingDefinition &definition : settingDefinitions()) {
            if (const TomlValue *value = take(file, definition.name))
                m_config.values.insert(
                    definition.key, scalar(*value, definition.name, definition.isFlag ? Kind::Boolean : Kind::Text));
        }
        if (const TomlValue *section = take(file, u"naming_convention"_s))
            m_config.namingConvention = convention(*section);
        if (const TomlValue *section = take(file, u"types"_s))
            m_config.types = table(*section, u"types"_s);
        if (const TomlValue *section = take(file, u"environment"_s))
            m_config.environment = table(*section, u"environment"_s);
        if (const TomlValue *section = take(file, u"lint"_s))
            m_config.lint = table(*section, u"lint"_s);
        if (const TomlValue *section = take(file, u"journal"_s))
            readJournal(*section);
        for (const auto &[name, value] : file.members)
            checkName(name, m_known, value.at);
        if (m_error)
            return failure(*m_error);
        return std::move(m_config);
    }

private:
    const TomlValue *take(const TomlValue &file, const QString &name)
    {
        m_known << name;
        return file.member(name);
    }

    ConfigValue scalar(const TomlValue &value, const QString &name, Kind kind)
    {
        if (value.kind != kind && !m_error)
            m_error = Error {.code = ErrorCode::BadInput,
                .message = kind == Kind::Boolean ? Tr::tr("%1 must be true or false.").arg(name)
                                                 : Tr::tr("%1 must be a text.").arg(name),
                .at = value.at,
                .nextStep = kind == Kind::Boolean ? Tr::tr("Write true or false, without quotes.")
                                                  : Tr::tr("Write it between quotes.")};
        return {.text = value.text, .at = value.at};
    }

    bool isTable(const TomlValue &section, const QString &name)
    {
        if (section.kind != Kind::Table && !m_error)
            m_error = Error {.code = ErrorCode::BadInput,
                .message = Tr::tr("%1 must be a section.").arg(name),
                .at = section.at,
                .nextStep = Tr::tr("Write [%1], and the keys below it.").arg(name)};
        return section.kind == Kind::Table;
    }

    Texts table(const TomlValue &section, const QString &name)
    {
        Texts result;
        (void)isTable(section, name);
        for (const auto &[key, value] : section.members)
            result.insert(key, scalar(value, name + u'.' + key, Kind::Text));
        return result;
    }

    void readJournal(const TomlValue &section)
    {
        if (!isTable(section, u"journal"_s))
            return;
        for (const auto &[key, value] : section.members)
            checkName(key, {u"table"_s}, value.at);
        if (const TomlValue *value = section.member(u"table"_s))
            m_config.journalTable = scalar(*value, u"journal.table"_s, Kind::Boolean);
    }

    Texts convention(const TomlValue &section)
    {
        static const QStringList keys {u"ix"_s, u"uq"_s, u"ck"_s, u"fk"_s, u"pk"_s};
        const Texts all = table(section, u"naming_convention"_s);
        for (const auto &[key, value] : all.asKeyValueRange())
            checkName(key, keys, value.at);
        return all;
    }

    ConfigValue address(const TomlValue &value, const QString &name)
    {
        const ConfigValue url = scalar(value, name, Kind::Text);
        const Result<Database::DatabaseUrl> parsed = Database::DatabaseUrl::parse(url.text);
        if (parsed && !parsed->password().isEmpty())
            m_config.problems << Error {.code = ErrorCode::BadInput,
                .message = Tr::tr("%1 has a password, and this file is committed with the project.").arg(name),
                .at = value.at,
                .nextStep = Tr::tr("Keep it in ~/.pgpass, in $PGPASSWORD or in a .env that is not committed.")};
        return url;
    }

    void checkName(const QString &name, const QStringList &known, const SourceLocation &at)
    {
        if (known.contains(name))
            return;
        const QStringList near = Graph::nearWords(name, known);
        m_config.problems << Error {.code = ErrorCode::BadInput,
            .message = Tr::tr("Stillroom does not know the key %1, so it is not used.").arg(name),
            .at = at,
            .nextStep = near.isEmpty() ? Tr::tr("The keys are: %1.").arg(known.join(", "_L1))
                                       : Tr::tr("Did you mean %1?").arg(near.constFirst())};
    }

    StillroomConfig m_config;
    QStringList m_known;
    std::optional<Error> m_error;
};

} // namespace

Result<StillroomConfig> StillroomConfig::read(const QString &folder)
{
    const QString path = folder + u"/stillroom.toml"_s;
    if (!QFileInfo::exists(path)) {
        StillroomConfig none;
        none.file = path;
        return none;
    }
    return readFile(path).and_then([&path](const QByteArray &bytes) { return parse(bytes, path); });
}

Result<StillroomConfig> StillroomConfig::parse(const QByteArray &bytes, const QString &path)
{
    return TomlValue::parse(bytes, path).and_then(
        [&path](const TomlValue &file) { return StillroomReader(path).read(file); });
}

} // namespace Migrations
