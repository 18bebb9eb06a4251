#pragma once

#include "migrations/project/configsources.h"

class QRegularExpression;

namespace Migrations {

/// Reads the options of Alembic's section from the files of a configuration, in Alembic's order and
/// by its rules. The first error stops all further reading and is kept; every question is answered
/// with a default from then on. Where an option was found is kept too. Lives as long as the sources.
class OptionReader final
{
public:
    OptionReader(const ConfigSources &sources, const QString &section, const QString &workingDirectory);

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] QMap<QString, SourceLocation> places() const { return m_places; }

    [[nodiscard]] std::optional<ConfigValue> option(const QString &name);
    [[nodiscard]] ConfigValue text(const QString &name, const QString &otherwise = {});
    /// of the .ini file only: what Alembic never takes from pyproject.toml
    [[nodiscard]] ConfigValue iniText(const QString &name);
    [[nodiscard]] bool isTrue(const QString &name);
    [[nodiscard]] int number(const QString &name, int otherwise);
    /// An .ini file's text is split at the character that the first of `separators` names, and by the
    /// `legacy` rule where there is none; pyproject.toml has a list.
    [[nodiscard]] QList<ConfigValue> list(
        const QString &name, const QStringList &separators, const QRegularExpression &legacy);
    /// a text of pyproject.toml with its %(here)s
    [[nodiscard]] QString expanded(const TomlValue &value, const QString &name);

    /// Where a folder of the configuration is; when it is nowhere, where Alembic would look. Of several
    /// the first that has `file` in it: a folder that only has the same name is not meant.
    [[nodiscard]] QString resolved(const QString &folder, const QString &file = {}) const;
    void setSysPath(const QStringList &folders) { m_sysPath = folders; }

    void fail(ErrorCode code, const QString &message, const SourceLocation &at, const QString &nextStep);

private:
    [[nodiscard]] std::optional<ConfigValue> iniOption(const QString &name);
    [[nodiscard]] const TomlValue *tomlOption(const QString &name);
    [[nodiscard]] QChar separator(const QStringList &names);
    [[nodiscard]] QStringList inPackage(const QString &resource) const;

    const ConfigSources &m_sources;
    QString m_section;
    QStringList m_roots;
    QStringList m_sysPath;
    QMap<QString, SourceLocation> m_places;
    std::optional<Error> m_error;
};

} // namespace Migrations
