#pragma once

#include "migrations/project/configfile.h"
#include "migrations/project/environmentvariables.h"
#include "migrations/project/settingdefinition.h"

namespace Migrations {

/// What a project's env.py says in literals; it is read and never run.
///
/// Read are the arguments of `context.configure()`, also through names that the script assigns once,
/// the naming convention of a MetaData that it makes itself, and the database URL that it sets where
/// that is a text or an environment variable. Where configure() is called for offline and online mode
/// the online one counts. What is no literal is said to be none, and never guessed.
struct EnvironmentScript {
    /// `text` is none: it is written at `at`, and no literal
    struct Value {
        std::optional<QString> text;
        ValueSource source;
    };
    /// The database URL that the script sets in place of that of the configuration.
    struct Url {
        std::optional<QString> text = {};
        ValueSource source = {};
        QString missingVariable = {}; ///< it is of an environment variable that is not set
    };

    QString file; ///< empty: there is none
    QMap<SettingKey, Value> values;
    std::optional<SourceLocation> otherArguments; ///< configure(**…), which may set anything
    /// of the models; none and `conventionAt`: the script takes them from somewhere else
    std::optional<QMap<QString, QString>> namingConvention;
    SourceLocation conventionAt;
    std::optional<Url> url; ///< none: it sets none
    QList<Error> problems; ///< it cannot be read, or contradicts itself

    /// A folder without an env.py gives an empty one.
    [[nodiscard]] static EnvironmentScript read(const QString &folder, const EnvironmentVariables &variables);
    [[nodiscard]] static EnvironmentScript parse(
        const QByteArray &bytes, const QString &file, const EnvironmentVariables &variables);
};

} // namespace Migrations
