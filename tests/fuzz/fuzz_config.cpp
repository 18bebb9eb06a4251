// Any bytes as a configuration: the first one chooses which kind of file the rest is. Nothing may
// crash or hang; what is refused says why, and no password is ever shown.
#include "migrations/project/alembicconfig.h"
#include "migrations/project/dotenv.h"
#include "migrations/project/environmentscript.h"
#include "migrations/project/settings.h"
#include "migrations/project/stillroomconfig.h"

#include <QDir>

#include <cstdio>
#include <cstdlib>
#include <iterator>

using namespace Migrations;
using namespace Qt::StringLiterals;

namespace {

void demand(bool isSo, const char *sentence)
{
    if (isSo)
        return;
    std::fprintf(stderr, "not so: %s\n", sentence);
    std::abort();
}

template<class T>
void demandWords(const Result<T> &result)
{
    demand(result || !result.error().message.isEmpty(), "an error has words");
}

void readIni(const QByteArray &bytes)
{
    const Result<ConfigFile> file
        = ConfigFile::parse(QString::fromUtf8(bytes), u"/project/alembic.ini"_s, {{u"here"_s, u"/project"_s}});
    demandWords(file);
    if (!file)
        return;
    for (const QString &section : file->sections()) {
        for (const QString &option : file->options(section))
            demandWords(file->value(section, option));
        demandWords(AlembicConfig::read({.ini = *file}, section, QDir::rootPath()));
    }
}

void readPyproject(const QByteArray &bytes)
{
    const Result<TomlValue> file = TomlValue::parse(bytes, u"/project/pyproject.toml"_s);
    demandWords(file);
    const TomlValue *tool = file ? file->member(u"tool"_s) : nullptr;
    if (const TomlValue *section = tool ? tool->member(u"alembic"_s) : nullptr)
        demandWords(AlembicConfig::read({.toml = *section}, u"alembic"_s, QDir::rootPath()));
}

void readStillroom(const QByteArray &bytes)
{
    const Result<StillroomConfig> config = StillroomConfig::parse(bytes, u"stillroom.toml"_s);
    demandWords(config);
    if (config && config->url)
        static_cast<void>(maskedUrl(config->url->text));
}

void readDotEnv(const QByteArray &bytes)
{
    const DotEnv file = DotEnv::parse(
        QString::fromUtf8(bytes), u".env"_s, [](const QString &) { return std::optional<QString>(); });
    for (const DotEnv::Entry &entry : file.entries) {
        demand(!entry.name.isEmpty() && entry.at.line > 0, "a variable has a name and a line");
        demand(file.entry(entry.name), "a variable is found by its name");
    }
    for (const Error &problem : file.problems)
        demand(problem.at.line > 0 && !problem.message.isEmpty(), "a problem has words and a line");
}

void readScript(const QByteArray &bytes)
{
    QProcessEnvironment process;
    process.insert(u"DATABASE_URL"_s, u"postgresql://u:hunter2@h/d"_s);
    const EnvironmentVariables variables(process);
    const EnvironmentScript script = EnvironmentScript::parse(bytes, u"env.py"_s, variables);
    for (const EnvironmentScript::Value &value : script.values)
        demand(value.source.kind != ValueSource::Kind::Default, "what a script says has its place");
    if (script.url && script.url->text)
        demand(!maskedUrl(*script.url->text).contains("hunter2@"_L1), "no password is shown");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using Reader = void (*)(const QByteArray &);
    static constexpr Reader readers[] {readIni, readPyproject, readStillroom, readDotEnv, readScript};
    if (size == 0)
        return 0;
    const QByteArray rest(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    readers[data[0] % std::size(readers)](rest);
    return 0;
}
