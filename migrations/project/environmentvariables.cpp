#include "migrations/project/environmentvariables.h"

#include "migrations/project/textfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Migrations {

namespace {

bool hasOneOf(const QDir &folder, std::initializer_list<QString> names)
{
    return std::ranges::any_of(names, [&folder](const QString &name) { return folder.exists(name); });
}

/// the folder and those above it, up to the project's root
QStringList searched(const QString &folder)
{
    QStringList way;
    qsizetype count = 1;
    for (QDir dir(folder);; ) {
        way << dir.absolutePath();
        if (hasOneOf(dir, {u".git"_s}))
            return way;
        if (hasOneOf(dir, {u"pyproject.toml"_s, u"setup.py"_s, u"requirements.txt"_s}))
            count = way.size();
        if (!dir.cdUp())
            return way.first(count);
    }
}

} // namespace

Result<EnvironmentVariables> EnvironmentVariables::read(const QString &folder, const QProcessEnvironment &process)
{
    EnvironmentVariables variables(process);
    for (const QString &place : searched(folder)) {
        const QString path = place + u"/.env"_s;
        if (!QFileInfo(path).isFile())
            continue;
        const Result<QString> text = readTextFile(path);
        if (!text)
            return failure(text.error());
        variables.m_path = path;
        variables.m_dotEnv = DotEnv::parse(*text, path, [&process](const QString &name) {
            return process.contains(name) ? std::optional(process.value(name)) : std::nullopt;
        });
        break;
    }
    return variables;
}

std::optional<EnvironmentVariables::Variable> EnvironmentVariables::findInProcess(const QString &name) const
{
    if (m_process.value(name).isEmpty())
        return std::nullopt;
    return Variable {
        .value = m_process.value(name), .source = {.kind = ValueSource::Kind::Variable, .at = {}, .variable = name}};
}

std::optional<EnvironmentVariables::Variable> EnvironmentVariables::find(const QString &name) const
{
    if (std::optional<Variable> outer = findInProcess(name))
        return outer;
    const DotEnv::Entry *entry = m_dotEnv.entry(name);
    if (!entry || entry->value.value_or(QString()).isEmpty())
        return std::nullopt;
    return Variable {.value = *entry->value,
        .source = {.kind = ValueSource::Kind::Variable, .at = entry->at, .variable = name}};
}

} // namespace Migrations
