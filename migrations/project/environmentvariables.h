#pragma once

#include "migrations/project/dotenv.h"
#include "migrations/project/valuesource.h"

#include <QProcessEnvironment>

namespace Migrations {

/// The variables that a project's programs see: those of the process and, behind them, those of the
/// project's .env file. Immutable.
///
/// The .env file is the first that is found beside the configuration file and in the folders above,
/// up to the project's root: the folder that has a .git; without one, the uppermost that has a
/// pyproject.toml, setup.py or requirements.txt; without that, the configuration's own folder.
class EnvironmentVariables final
{
public:
    struct Variable {
        QString value;
        ValueSource source;
    };

    explicit EnvironmentVariables(const QProcessEnvironment &process = {}) : m_process(process) {}
    /// Fails when the .env file cannot be read: Io, Syntax (not UTF-8).
    [[nodiscard]] static Result<EnvironmentVariables> read(const QString &folder, const QProcessEnvironment &process);

    /// a variable that is set; an empty one counts as not set
    [[nodiscard]] std::optional<Variable> find(const QString &name) const;
    /// the same, of the process only
    [[nodiscard]] std::optional<Variable> findInProcess(const QString &name) const;
    /// empty: the project has none
    [[nodiscard]] QString dotEnvFile() const { return m_path; }
    [[nodiscard]] const QList<Error> &problems() const { return m_dotEnv.problems; }

private:
    QProcessEnvironment m_process;
    QString m_path;
    DotEnv m_dotEnv;
};

} // namespace Migrations
