#include "migrations/project/configsources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

const QString IniName = u"alembic.ini"_s;
const QString TomlName = u"pyproject.toml"_s;

Error noConfigIn(const QDir &folder)
{
    QStringList below;
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (folder.exists(name + u'/' + IniName))
            below << folder.filePath(name);
    }
    const QString nextStep = !below.isEmpty() ? Tr::tr("There is one in %1.").arg(below.join(", "_L1))
        : folder.exists(TomlName)
        ? Tr::tr("Open a folder that has one, or add a section [tool.alembic] to pyproject.toml.")
        : Tr::tr("Open a folder that has one, or make a new project with \"alembic init\".");
    return {.code = ErrorCode::NotFound,
        .message = Tr::tr("There is no alembic.ini in %1.").arg(QDir::toNativeSeparators(folder.absolutePath())),
        .nextStep = nextStep};
}

/// [tool.alembic] of a pyproject.toml; nothing where the file has no such section
Result<std::optional<TomlValue>> toolSection(const QString &path)
{
    const Result<TomlValue> file = TomlValue::read(path);
    if (!file)
        return failure(file.error());
    const TomlValue *tool = file->member(u"tool"_s);
    const TomlValue *section = tool ? tool->member(u"alembic"_s) : nullptr;
    if (!section)
        return std::nullopt;
    if (section->kind != TomlValue::Kind::Table)
        return failure(Error {.code = ErrorCode::BadInput,
            .message = Tr::tr("tool.alembic is not a section."),
            .at = section->at,
            .nextStep = Tr::tr("Write [tool.alembic], and the options below it.")});
    TomlValue found = *section;
    found.at.file = path;
    return found;
}

Result<ConfigSources> fromToml(const QString &path)
{
    Result<std::optional<TomlValue>> section = toolSection(path);
    if (!section)
        return failure(section.error());
    if (!*section)
        return failure(Error {.code = ErrorCode::NotFound,
            .message = Tr::tr("The file has no section [tool.alembic]."),
            .at = {.file = path},
            .nextStep = Tr::tr("Add the section with a script_location, or name an alembic.ini.")});
    return ConfigSources {.toml = **section};
}

Result<ConfigSources> fromIni(const QString &path)
{
    Result<ConfigFile> ini = ConfigFile::read(path);
    if (!ini)
        return failure(ini.error());
    ConfigSources sources {.ini = *std::move(ini)};
    const QString beside = QFileInfo(path).dir().absoluteFilePath(TomlName);
    if (!QFileInfo::exists(beside))
        return sources;
    return toolSection(beside).transform([&sources](const std::optional<TomlValue> &section) {
        sources.toml = section;
        return sources;
    });
}

} // namespace

Result<ConfigSources> ConfigSources::read(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return failure(ErrorCode::NotFound, Tr::tr("There is no file or folder %1.").arg(info.absoluteFilePath()),
            Tr::tr("Name an alembic.ini, or a folder that has one."));
    if (!info.isDir())
        return info.fileName() == TomlName ? fromToml(info.absoluteFilePath()) : fromIni(info.absoluteFilePath());
    const QDir folder(info.absoluteFilePath());
    if (folder.exists(IniName))
        return fromIni(folder.absoluteFilePath(IniName));
    if (!folder.exists(TomlName))
        return failure(noConfigIn(folder));
    const Result<std::optional<TomlValue>> section = toolSection(folder.absoluteFilePath(TomlName));
    if (!section)
        return failure(section.error());
    if (!*section)
        return failure(noConfigIn(folder));
    return ConfigSources {.toml = **section};
}

QString ConfigSources::file() const
{
    const QString path = ini ? ini->path() : toml ? toml->at.file : QString();
    return QFileInfo(path).absoluteFilePath();
}

QString ConfigSources::folder() const
{
    return QFileInfo(file()).absolutePath();
}

} // namespace Migrations
